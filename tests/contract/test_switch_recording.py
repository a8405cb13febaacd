"""Recording a leg, shown in memory and on the real engine alike."""

import asyncio

import pytest

from tests.contract.at_the_switch import people, where
from tests.contract.switches import People
from tierline.calls.names import LegId
from tierline.ports.switch import LegEnded, LegGone, RecordingLost

__all__ = ["people", "where"]

AGENT = LegId("leg-of-agent")


@pytest.fixture
async def caller(people: People) -> LegId:
    """In conversation with the agent."""
    caller = await people.caller_talks()
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", caller)
    await people.switch.join("call-1", AGENT)
    await people.hear(caller, AGENT)
    return caller


async def test_a_recording_has_what_its_leg_says_and_nobody_else(
    people: People, caller: LegId, name: str
) -> None:
    await people.switch.record(caller, f"{name}-1")
    await people.switch.record(AGENT, f"{name}-2")
    await people.hear(caller, AGENT)
    await people.hear(AGENT, caller)
    await a_moment()
    await people.switch.stop_recording(f"{name}-1")
    await people.switch.stop_recording(f"{name}-2")
    assert await people.recorded(f"{name}-1") == {caller}
    assert await people.recorded(f"{name}-2") == {AGENT}
    await people.nothing_snoops()


async def test_a_recording_goes_on_wherever_its_leg_goes(people: People, caller: LegId, name: str) -> None:
    await people.switch.record(caller, name)
    await people.switch.hold(caller)
    await people.hear(caller, "music")
    await people.switch.join("call-2", caller)
    await a_moment()
    await people.switch.stop_recording(name)
    assert await people.recorded(name) == {caller}


async def test_what_is_under_way_is_known_and_repetition_changes_nothing(
    people: People, caller: LegId, name: str
) -> None:
    await people.switch.record(caller, name)
    await people.switch.record(caller, name)
    assert (await people.switch.live()).recordings == (name,)
    await people.switch.stop_recording(name)
    await people.switch.stop_recording(name)
    assert (await people.switch.live()).recordings == ()


async def test_a_recording_that_there_never_was_is_stopped_all_the_same(people: People, name: str) -> None:
    await people.switch.stop_recording(name)
    assert await people.recorded(name) == set()


async def test_a_recording_ends_with_its_leg_and_nothing_is_left_over(
    people: People, caller: LegId, name: str
) -> None:
    await people.switch.record(caller, name)
    await a_moment()
    await people.hangs_up(caller)
    await people.nothing_snoops()
    assert (await people.switch.live()).recordings == ()
    assert await people.recorded(name) == {caller}
    assert not [event for event in people.happened if isinstance(event, RecordingLost)]


async def test_what_was_recorded_of_a_leg_that_went_is_whole_as_soon_as_it_is_stopped(
    people: People, caller: LegId, name: str
) -> None:
    await people.switch.record(caller, name)
    await a_moment()
    await people.hangs_up(caller)
    await people.happens(LegEnded(caller, "hung_up"))
    async with asyncio.timeout(1):
        await people.switch.stop_recording(name)
    assert await people.is_whole(name)


async def test_a_leg_that_is_gone_cannot_be_recorded(people: People, name: str) -> None:
    with pytest.raises(LegGone):
        await people.switch.record(LegId("nobody"), name)
    assert (await people.switch.live()).recordings == ()


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """The engine serves other tests too, and never records over a recording."""
    return f"recording-{abs(hash(request.node.name)):x}"


async def a_moment() -> None:
    """Of speech, longer than what is looked at."""
    await asyncio.sleep(0.6)
