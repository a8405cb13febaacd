"""Listening in: who hears whom, shown in memory and on the real engine alike."""

import pytest

from tests.contract.at_the_switch import people, where
from tests.contract.switches import People
from tierline.calls.names import LegId
from tierline.ports.switch import LegEnded, LegGone

__all__ = ["people", "where"]

AGENT, SUPERVISOR = LegId("leg-of-agent"), LegId("leg-of-supervisor")


@pytest.fixture
async def caller(people: People) -> LegId:
    """In conversation with the agent; the supervisor has answered their phone."""
    caller = await people.caller_talks()
    await people.agent_talks("ana", AGENT)
    await people.agent_talks("sue", SUPERVISOR)
    await people.switch.join("call-1", caller)
    await people.switch.join("call-1", AGENT)
    await people.hear(caller, AGENT)
    return caller


async def test_a_supervisor_who_listens_hears_both_and_is_heard_by_nobody(
    people: People, caller: LegId
) -> None:
    await people.switch.monitor(SUPERVISOR, AGENT)
    await people.hear(SUPERVISOR, caller, AGENT)
    await people.hear(caller, AGENT)
    await people.hear(AGENT, caller)


async def test_a_whisper_is_heard_by_the_agent_alone(people: People, caller: LegId) -> None:
    await people.switch.monitor(SUPERVISOR, AGENT, whisper=True)
    await people.hear(AGENT, caller, SUPERVISOR)
    await people.hear(SUPERVISOR, caller, AGENT)
    await people.hear(caller, AGENT)


async def test_the_modes_follow_one_another_on_the_same_leg(people: People, caller: LegId) -> None:
    await people.switch.monitor(SUPERVISOR, AGENT)
    await people.switch.monitor(SUPERVISOR, AGENT, whisper=True)
    await people.hear(AGENT, caller, SUPERVISOR)
    await people.switch.join("call-1", SUPERVISOR)
    await people.hear(caller, AGENT, SUPERVISOR)
    await people.hear(SUPERVISOR, caller, AGENT)
    await people.switch.monitor(SUPERVISOR, AGENT)
    await people.hear(caller, AGENT)
    await people.hear(AGENT, caller)
    await people.hear(SUPERVISOR, caller, AGENT)
    await people.switch.hold(SUPERVISOR)
    await people.hear(SUPERVISOR, "music")
    assert people.endings(SUPERVISOR) == []


async def test_listening_goes_on_where_the_agent_goes_and_no_whisper_reaches_a_caller_on_hold(
    people: People, caller: LegId
) -> None:
    await people.switch.monitor(SUPERVISOR, AGENT, whisper=True)
    await people.switch.hold(caller)
    await people.hear(caller, "music")
    await people.hear(SUPERVISOR, AGENT)
    await people.switch.join("call-2", caller)
    await people.switch.join("call-2", AGENT)
    await people.hear(AGENT, caller, SUPERVISOR)
    await people.hear(SUPERVISOR, caller, AGENT)
    await people.hear(caller, AGENT)


async def test_who_is_muted_is_not_heard_by_who_listens_either(people: People, caller: LegId) -> None:
    await people.switch.monitor(SUPERVISOR, AGENT)
    await people.hear(SUPERVISOR, caller, AGENT)
    await people.switch.mute(AGENT, muted=True)
    await people.hear(SUPERVISOR, caller)
    await people.hear(caller)
    await people.switch.mute(AGENT, muted=False)
    await people.hear(SUPERVISOR, caller, AGENT)


async def test_a_supervisor_goes_over_to_another_agent(people: People, caller: LegId) -> None:
    other = LegId("leg-of-other")
    await people.agent_talks("otto", other)
    await people.switch.join("call-1", other)
    await people.switch.monitor(SUPERVISOR, AGENT, whisper=True)
    await people.hear(AGENT, caller, other, SUPERVISOR)
    await people.switch.monitor(SUPERVISOR, other, whisper=True)
    await people.hear(other, caller, AGENT, SUPERVISOR)
    await people.hear(AGENT, caller, other)


async def test_when_the_agent_is_gone_the_supervisor_stays_in_silence_and_nothing_is_left_over(
    people: People, caller: LegId
) -> None:
    await people.switch.monitor(SUPERVISOR, AGENT, whisper=True)
    await people.hear(SUPERVISOR, caller, AGENT)
    await people.switch.hang_up(AGENT)
    await people.happens(LegEnded(AGENT, "hung_up"))
    await people.hear(SUPERVISOR)
    assert people.endings(SUPERVISOR) == []
    assert {leg.leg for leg in (await people.switch.live()).legs} == {caller, SUPERVISOR}
    await people.switch.hang_up(SUPERVISOR)
    await people.nothing_snoops()


async def test_when_the_supervisor_hangs_up_the_others_go_on_and_nothing_is_left_over(
    people: People, caller: LegId
) -> None:
    await people.switch.monitor(SUPERVISOR, AGENT, whisper=True)
    await people.hear(AGENT, caller, SUPERVISOR)
    await people.hangs_up(SUPERVISOR)
    await people.happens(LegEnded(SUPERVISOR, "hung_up"))
    await people.hear(AGENT, caller)
    await people.hear(caller, AGENT)
    await people.nothing_snoops()


async def test_listening_to_one_who_is_gone_or_by_one_who_is_gone_is_refused(
    people: People, caller: LegId
) -> None:
    with pytest.raises(LegGone):
        await people.switch.monitor(SUPERVISOR, LegId("leg-of-nobody"))
    with pytest.raises(LegGone):
        await people.switch.monitor(LegId("leg-of-nobody"), AGENT)
    await people.nothing_snoops()
    await people.hear(caller, AGENT)


async def test_a_beep_is_heard_by_the_agent_who_then_hears_the_caller_again(
    people: People, caller: LegId
) -> None:
    await people.switch.beep(AGENT)
    await people.hears_a_beep(AGENT)
    await people.hear(AGENT, caller)
    await people.hear(caller, AGENT)
