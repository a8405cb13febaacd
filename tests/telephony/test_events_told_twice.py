"""An engine that tells of everything twice: what happened once is told to the center once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contract.switches import People, real_people
from tierline.asterisk.ari import Event
from tierline.asterisk.engine import Engine
from tierline.asterisk.switch import AsteriskSwitch
from tierline.calls.names import LegId
from tierline.ports.switch import EngineReady, LegAnswered, LegEnded, PlaybackEnded

AGENT = LegId("leg-of-agent")


class ToldTwice(AsteriskSwitch):
    def _take(self, event: Event) -> None:
        super()._take(event)
        super()._take(event)


@pytest.fixture
async def people(engine: Engine, tmp_path: Path) -> AsyncIterator[People]:
    async with real_people(engine, tmp_path, kind=ToldTwice) as people:
        await people.happens(EngineReady())
        yield people


async def test_a_call_from_the_first_ring_to_the_last_word(people: People) -> None:
    caller = await people.caller_talks()
    await people.switch.play(caller, "welcome", [people.sound["short"]])
    await people.happens(PlaybackEnded(caller, "welcome"))
    await people.switch.hold(caller)
    await people.agent_talks("ana", AGENT)
    for leg in (caller, AGENT):
        await people.switch.join("call-1", leg)
    await people.hear(caller, AGENT)
    await people.hear(AGENT, caller)
    await people.hangs_up(caller)
    await people.happens(LegEnded(caller, "hung_up"))
    await people.switch.hang_up(AGENT)
    await people.happens(LegEnded(AGENT, "hung_up"))
    await people.switch.close("call-1")
    await people.nothing_snoops()
    for once in (PlaybackEnded(caller, "welcome"), LegAnswered(AGENT)):
        assert people.happened.count(once) == 1
    assert [people.endings(leg) for leg in (caller, AGENT)] == [["hung_up"], ["hung_up"]]


async def test_a_phone_that_is_rung_and_rejects(people: People) -> None:
    await people.register("ana")
    await people.switch.ring(AGENT, "ana", shown="Tier 1, English")
    await people.rejects("ana")
    await people.happens(LegEnded(AGENT, "rejected"))
    await people.nothing_snoops()
    assert people.endings(AGENT) == ["rejected"]
