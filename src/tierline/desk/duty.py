"""Agents come and go: signed in, ready, not ready, or gone with their browser."""

from typing import Literal

from msgspec.structs import replace

from tierline.acd import duty as acd
from tierline.acd.duty import Afterwards
from tierline.calls.names import AgentId
from tierline.desk import disposing
from tierline.desk.center import Center
from tierline.desk.distributing import distribute
from tierline.desk.freeing import forget
from tierline.desk.off_the_phone import off_the_phone
from tierline.desk.overhearing import is_supervising
from tierline.desk.refusal import Refused
from tierline.ports.switch import SipLogin
from tierline.sentence import Sentence, sentence
from tierline.staff.work_states import SIGNED_OUT


async def phone(center: Center, agent: AgentId, kind: Literal["browser", "desk"], desk: str = "") -> SipLogin:
    """A fresh account for the agent's phone, which replaces any other of theirs. `desk` names the screen that
    they work at, if they do. Raises SwitchAway."""
    login = await center.switch.sign_in(agent, kind)
    duty = center.floor.duty(agent)
    if duty.state.signed_out:
        duty = acd.begun(agent, center.clock.now())
    center.floor.change(replace(duty, screen=bool(desk)))
    return login


def ready(center: Center, agent: AgentId) -> None:
    """Also ends wrap-up early, and takes back what the agent wanted after the call. Raises Refused in
    mid-call, and while a disposition is owed."""
    state = center.floor.state(agent)
    if state.name == "ready":
        return
    if disposing.tier_of(center, agent) is None:
        raise Refused("you take no calls: nothing rings at your phone but a call that you listen to")
    if center.floor.duty(agent).practising and state.name == "not_ready":
        raise Refused("you are in practice: leave it first, and you are ready for real callers then")
    if state.in_call:
        _ready_after(center, agent)
        return
    _must_not_supervise(center, agent)
    _must_have_disposed(center, agent)
    center.cancel(agent)
    duty = center.floor.duty(agent)
    if duty.signed_in_at is None or state.signed_out:
        duty = acd.begun(agent, center.clock.now())
    center.floor.change(replace(acd.gone_on(duty), afterwards=None))
    center.floor.put(agent, "ready")
    distribute(center)


def not_ready(
    center: Center, agent: AgentId, reason: str, *, by: AgentId | None = None, why: str | None = None
) -> None:
    """In mid-call from its end on. `by` is a supervisor who wants it. Raises Refused for a reason that is not
    in the agency's list, and while a disposition is owed."""
    if center.agency.work_states.reason(reason) is None:
        raise Refused("choose one of the reasons in the list: {listed}", listed=_listed(center))
    _must_not_supervise(center, agent)
    duty = center.floor.duty(agent)
    if duty.state.in_call:
        center.floor.change(replace(duty, afterwards=Afterwards(reason, by, why)))
    else:
        if by is None:
            _must_have_disposed(center, agent)
        disposing.none_given(center, agent)
        center.cancel(agent)
        center.floor.change(replace(acd.gone_on(duty), afterwards=None))
        center.floor.put(agent, "not_ready", reason=reason, by=by, why=why)


def _listed(center: Center) -> list[Sentence]:
    """As the screen shows each, and as it is to be sent."""
    reasons = center.agency.work_states.not_ready
    return [sentence("{name} ({id})", name=reason.names, id=reason.id) for reason in reasons]


async def gone(center: Center, agent: AgentId) -> None:
    """The agent's screen has been away too long: the phone is hung up, so that a caller with them goes back
    to the queue."""
    disposing.none_given(center, agent)
    center.cancel(agent)
    center.floor.seats.leave(agent)
    leg = await off_the_phone(center, agent, "failed")
    if not center.floor.state(agent).signed_out:
        center.floor.put(agent, "not_ready", reason=SIGNED_OUT)
    distribute(center)
    if leg:
        await center.switch.hang_up(leg)


def _must_not_supervise(center: Center, agent: AgentId) -> None:
    if is_supervising(center, agent):
        raise Refused("you are in a colleague's call: leave it first")


def _ready_after(center: Center, agent: AgentId) -> None:
    wanted = center.floor.duty(agent).afterwards
    if wanted is None or wanted.by:
        raise Refused("you are in a call: end it or hand it on first")
    forget(center, agent)


def _must_have_disposed(center: Center, agent: AgentId) -> None:
    if disposing.is_owed(center, agent):
        raise Refused("choose a disposition first: it says what came of the call")
