"""Agents' duties across a killed process: nobody is signed out whose phone is still there, and nobody is
ready who was not. What a call says of its agents comes first: it is durable before they are told."""

from collections.abc import Iterable

from msgspec.structs import replace

from tierline.acd.agents import AgentState
from tierline.acd.duty import Duty
from tierline.calls.names import AgentId, CallId
from tierline.desk import duty as duties
from tierline.desk.center import Center
from tierline.desk.disposing import tier_of
from tierline.desk.seats import screen_timer
from tierline.desk.wrapping_up import end_by_itself
from tierline.staff.work_states import JUST_SIGNED_IN, SUPERVISING

SECONDS_TO_COME_BACK = 30.0
"""For the screens that were open when the process died."""


def take_up_duties(center: Center, stored: Iterable[Duty]) -> None:
    """Before anybody is presented a call. Those whom this process knows already are as it knows them."""
    talking = {s.agent: call.id for call in center.calls.values() for s in call.serving}
    for duty in stored:
        if duty.agent in center.floor.agents():
            continue
        center.floor.take_up(_with(duty, talking.get(duty.agent)))
        if duty.screen and not duty.state.signed_out:
            _expect_the_screen(center, duty.agent)


def settle_duties(center: Center) -> None:
    """After the calls are brought together with the engine: whose call ended while nobody looked notes it
    down, and a wrap-up goes on until its end."""
    serving = {s.agent for call in center.calls.values() for s in call.serving}
    supervising = {s.agent for call in center.calls.values() for s in call.supervising}
    for agent, state in center.floor.agents().items():
        if state.name == "talking" and agent not in serving:
            _note_down(center, agent, state.call)
        if state.reason == SUPERVISING and agent not in supervising:
            center.floor.put(agent, "not_ready", reason=JUST_SIGNED_IN)
        if state.name == "wrap_up":
            end_by_itself(center, agent)


def _with(duty: Duty, call: CallId | None) -> Duty:
    """In conversation, where a call says so that was answered just before the process died."""
    if call is None or (duty.state.name == "talking" and duty.state.call == call):
        return duty
    return replace(duty, state=AgentState("talking", duty.state.since, call=call))


def _note_down(center: Center, agent: AgentId, call: CallId | None) -> None:
    tier = tier_of(center, agent)
    if tier is None or not center.agency.tiers.has(tier):
        return
    seconds = center.agency.tiers.tier(tier).wrap_up_seconds
    center.floor.put(agent, "wrap_up", call=call, seconds=seconds)
    end_by_itself(center, agent)


def _expect_the_screen(center: Center, agent: AgentId) -> None:
    center.after(screen_timer(agent), "gone", SECONDS_TO_COME_BACK, lambda: duties.gone(center, agent))
