"""A center without hold music: whoever waits is alone and in silence."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contract.switches import People, RealPeople, real_people
from tests.telephony.own_engine import an_app, own_engine
from tests.telephony.until import until
from tierline.asterisk import settling
from tierline.asterisk.engine import Engine
from tierline.caller.caller import Caller
from tierline.calls.names import LegId
from tierline.ports.switch import EngineReady, Key, PlaybackEnded

__all__ = ["own_engine"]

AGENT = LegId("leg-of-agent")


@pytest.fixture
async def people(engine: Engine, tmp_path: Path) -> AsyncIterator[People]:
    async with real_people(engine, tmp_path, hold_music=False) as people:
        await people.happens(EngineReady())
        yield people


async def test_who_waits_hears_nothing_but_what_is_announced_and_their_keys_are_told(people: People) -> None:
    leg = await people.caller_talks()
    await people.switch.play(leg, "menu", [people.sound["long"]])
    await people.hear(leg, "long")
    await people.switch.hold(leg)
    await people.hear(leg)
    await people.switch.play(leg, "position", [people.sound["short"]])
    await people.hear(leg, "short")
    await people.presses(leg, "5")
    await people.happens(PlaybackEnded(leg, "position"))
    await people.happens(Key(leg, "5"))
    await people.hear(leg)
    assert PlaybackEnded(leg, "menu") not in people.happened


async def test_who_is_put_on_hold_during_a_talk_is_heard_by_nobody_and_comes_back(people: People) -> None:
    caller = await people.caller_talks()
    await people.switch.hold(caller)
    await people.agent_talks("ana", AGENT)
    for leg in (caller, AGENT):
        await people.switch.join("call-1", leg)
    await people.hear(caller, AGENT)
    for _ in "again":
        await people.switch.hold(caller)
    await people.hear(caller)
    await people.hear(AGENT)
    await people.switch.join("call-1", caller)
    await people.hear(AGENT, caller)
    await people.switch.hold(AGENT)
    await people.switch.close("call-1")
    await people.nothing_snoops()


async def test_who_waits_for_long_is_given_a_bridge_when_nothing_is_told_and_notices_nothing(
    own_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Caller() as telephone, an_app(own_engine, telephone, tmp_path, hold_music=False) as people:
        told, untold = [await people.caller_talks(f"555010{n}") for n in range(2)]
        for leg in (told, untold):
            await people.switch.hold(leg)
        await people.switch.play(told, "offer", [people.sound["long"]])
        await people.hear(told, "long")
        assert await people.ari.bridges() == ()
        monkeypatch.setattr(settling, "SETTLES", 0.0)
        await until(lambda: are_in_bridges(people, untold))
        await people.hear(told, "long")
        await people.switch.stop_playing(told)
        await until(lambda: are_in_bridges(people, untold, told))
        await people.hear(told)
        await people.switch.play(told, "position", [people.sound["short"]])
        await people.hear(told, "short")
        await people.presses(told, "5")
        await people.happens(Key(told, "5"))
        await people.happens(PlaybackEnded(told, "position"))


async def are_in_bridges(people: RealPeople, *legs: LegId) -> bool:
    """Each in one of its own."""
    return {bridge.channels for bridge in await people.ari.bridges()} == {(leg,) for leg in legs}


async def test_an_application_that_takes_over_finds_who_is_on_hold(
    own_engine: Engine, tmp_path: Path
) -> None:
    async with Caller() as telephone:
        async with an_app(own_engine, telephone, tmp_path, hold_music=False) as before:
            caller = await before.caller_talks()
            await before.switch.hold(caller)
            await before.hear(caller)
        async with an_app(own_engine, telephone, tmp_path, hold_music=False) as after:
            after.follow(before)
            await after.switch.hold(caller)
            await after.switch.play(caller, "position", [after.sound["short"]])
            await after.hear(caller, "short")
            await after.happens(PlaybackEnded(caller, "position"))
            await after.hear(caller)
