"""The switch when the application restarts, the connection breaks or the engine is killed."""

import os
import signal
from pathlib import Path

import pytest

from tests.contract.switches import RealPeople, until
from tests.telephony.own_engine import an_app, own_engine
from tierline.asterisk.engine import Engine
from tierline.caller.caller import Caller
from tierline.calls.names import LegId
from tierline.ports.switch import EngineLost, EngineReady, Key, LegEnded, Offered, PlaybackEnded, SwitchAway

__all__ = ["own_engine"]

AGENT = LegId("leg-of-agent")


async def test_a_restarted_application_finds_its_calls_and_goes_on(
    own_engine: Engine, tmp_path: Path
) -> None:
    async with Caller() as telephone:
        async with an_app(own_engine, telephone, tmp_path) as before:
            caller = await before.caller_talks("5550123")
            await before.agent_talks("ana", AGENT)
            await before.switch.join("call-1", caller)
            await before.switch.join("call-1", AGENT)
            await before.switch.play(caller, "notice", [before.sound["long"]])
            await before.hear(caller, "long")
        async with an_app(own_engine, telephone, tmp_path) as after:
            after.follow(before)
            live = await after.switch.live()
            assert {leg.leg: (leg.number, leg.caller, leg.answered) for leg in live.legs} == {
                caller: ("100", "5550123", True),
                AGENT: (None, None, True),
            }
            await after.hear(caller, "long")
            await after.switch.play(caller, "again", [after.sound["short"]])
            await after.happens(PlaybackEnded(caller, "again"))
            await after.switch.join("call-1", caller)
            await after.hear(caller, AGENT)
            await after.hear(AGENT, caller)
            await after.presses(caller, "4")
            await after.happens(Key(caller, "4"))
            await after.hangs_up(caller)
            await after.happens(LegEnded(caller, "hung_up"))
            await after.hangs_up(AGENT)
            await after.happens(LegEnded(AGENT, "hung_up"))


async def test_a_call_that_came_while_no_application_ran_is_offered_later(
    own_engine: Engine, tmp_path: Path
) -> None:
    async with Caller() as telephone:
        center = f"127.0.0.1:{own_engine.settings.ports.sip}"
        await telephone.dial(f"sip:100@{center}", from_user="5550199")
        async with an_app(own_engine, telephone, tmp_path) as people:
            await until(lambda: len(_offers(people)) == 1, lambda: str(people.happened))
            assert _offers(people)[0].caller == "5550199"


async def test_a_killed_engine_is_lost_then_ready_again_and_empty(own_engine: Engine, tmp_path: Path) -> None:
    async with Caller() as telephone, an_app(own_engine, telephone, tmp_path) as people:
        caller = await people.caller_talks()
        await people.switch.join("call-1", caller)
        os.kill(own_engine.pid, signal.SIGKILL)
        await people.happens(EngineLost())
        with pytest.raises(SwitchAway):
            await people.switch.live()
        with pytest.raises(SwitchAway):
            await people.switch.play(caller, "late", [people.sound["short"]])
        await own_engine.stop()
        await own_engine.start()
        await until(lambda: people.happened.count(EngineReady()) == 2, lambda: str(people.happened))
        live = await people.switch.live()
        assert live.legs == ()
        assert await people.caller_talks("5550102")


def _offers(people: RealPeople) -> list[Offered]:
    return [event for event in people.happened if isinstance(event, Offered)]
