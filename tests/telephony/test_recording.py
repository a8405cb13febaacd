"""Recordings on the real engine: kept by a restart of ours, and mended where the engine was killed."""

import asyncio
import os
import signal
from pathlib import Path

from tests.telephony.own_engine import an_app, own_engine
from tierline.asterisk.engine import Engine
from tierline.caller.caller import Caller
from tierline.ports.switch import RecordingFailed, RecordingLost

__all__ = ["own_engine"]


async def test_a_recording_goes_on_while_the_application_is_restarted(
    own_engine: Engine, tmp_path: Path
) -> None:
    async with Caller() as telephone:
        async with an_app(own_engine, telephone, tmp_path) as before:
            caller = await before.caller_talks("5550123")
            await before.switch.record(caller, "call-1-1")
            await asyncio.sleep(0.5)  # of speech
        await asyncio.sleep(0.5)
        async with an_app(own_engine, telephone, tmp_path) as after:
            after.follow(before)
            assert (await after.switch.live()).recordings == ("call-1-1",)
            await after.switch.record(caller, "call-1-1")
            await after.switch.stop_recording("call-1-1")
            settled = await after.files.settle("call-1-1")
            assert settled
            assert not settled.cut_short
            assert settled.seconds > 0.9
            assert await after.recorded("call-1-1") == {caller}
            await after.nothing_snoops()


async def test_what_a_killed_engine_recorded_is_mended_and_can_be_heard(
    own_engine: Engine, tmp_path: Path
) -> None:
    async with Caller() as telephone, an_app(own_engine, telephone, tmp_path) as people:
        caller = await people.caller_talks("5550123")
        await people.switch.record(caller, "call-1-1")
        await asyncio.sleep(3)  # of speech: the engine writes it in blocks
        _kill(own_engine)
        await own_engine.wait_ended()
        settled = await people.files.settle("call-1-1")
        assert settled
        assert settled.cut_short
        assert settled.seconds > 1
        assert await people.recorded("call-1-1") == {caller}
        again = await people.files.settle("call-1-1")
        assert again
        assert not again.cut_short


async def test_where_the_engine_cannot_write_the_call_goes_on(own_engine: Engine, tmp_path: Path) -> None:
    async with Caller() as telephone, an_app(own_engine, telephone, tmp_path) as people:
        caller = await people.caller_talks("5550123")
        own_engine.recordings.rmdir()
        own_engine.recordings.write_text("in the way")
        try:
            await people.switch.record(caller, "call-1-1")
        except RecordingFailed:
            pass
        else:
            await people.happens(RecordingLost(caller, "call-1-1"))
        await people.nothing_snoops()
        assert people.endings(caller) == []


def _kill(engine: Engine) -> None:
    os.kill(engine.pid, signal.SIGKILL)
