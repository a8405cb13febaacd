"""A caller who does not exist, in memory and on the real engine alike."""

import asyncio

import pytest

from tests.contract.at_the_switch import people, where
from tests.contract.switches import People
from tierline.calls.names import LegId
from tierline.ports.switch import LegAnswered, LegEnded, LegGone, Offered, PlaybackEnded

__all__ = ["people", "where"]

AGENT = LegId("leg-of-agent")
CALLER = LegId("leg-imitated")
VOICE = LegId("voice-imitated")


async def talking(people: People) -> None:
    """The imitated caller with an agent."""
    await people.switch.imitate(CALLER, VOICE)
    await people.happens(LegAnswered(CALLER))
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", CALLER)
    await people.switch.join("call-1", AGENT)


async def test_whoever_is_with_an_imitated_caller_hears_what_is_played_to_the_voice(people: People) -> None:
    await talking(people)
    await people.hear(AGENT)
    await people.switch.play(VOICE, "line-1", [people.sound["short"]])
    await people.hear(AGENT, "short")
    people.plays_out(VOICE)
    await people.happens(PlaybackEnded(VOICE, "line-1"))
    await people.hear(AGENT)
    await people.switch.play(VOICE, "line-2", [people.sound["other"]])
    await people.hear(AGENT, "other")


async def test_nobody_is_offered_an_imitated_caller_and_both_legs_are_there(people: People) -> None:
    await people.switch.imitate(CALLER, VOICE)
    await people.happens(LegAnswered(CALLER))
    live = {leg.leg: leg for leg in (await people.switch.live()).legs}
    assert live.keys() == {CALLER, VOICE}
    assert [leg.number for leg in live.values()] == [None, None]
    assert all(leg.answered for leg in live.values())
    assert [event for event in people.happened if isinstance(event, Offered)] == []


async def test_an_imitated_caller_is_put_on_hold_and_comes_back(people: People) -> None:
    await talking(people)
    await people.switch.play(VOICE, "line-1", [people.sound["long"]])
    await people.hear(AGENT, "long")
    await people.switch.hold(CALLER)
    await people.hear(AGENT)
    await people.switch.join("call-1", CALLER)
    await people.hear(AGENT, "long")


async def test_the_two_halves_of_an_imitated_caller_end_together(people: People) -> None:
    await talking(people)
    await people.switch.hang_up(CALLER)
    await people.happens(LegEnded(CALLER, "hung_up"))
    await people.happens(LegEnded(VOICE, "hung_up"))
    with pytest.raises(LegGone):
        await people.switch.play(VOICE, "line-1", [people.sound["short"]])
    await people.nothing_snoops()
    assert {leg.leg for leg in (await people.switch.live()).legs} == {AGENT}


async def test_an_imitated_caller_made_twice_at_once_is_one(people: People) -> None:
    await asyncio.gather(*(people.switch.imitate(CALLER, VOICE) for _ in range(2)))
    await people.happens(LegAnswered(CALLER))
    assert len((await people.switch.live()).legs) == 2
    assert people.happened.count(LegAnswered(CALLER)) == 1
    assert people.endings(CALLER) == []
