"""When a recording on the engine is over: not before the engine says that it has closed the file."""

import asyncio

import pytest

from tierline.asterisk.ari import Ari, AriAddress, Refused
from tierline.asterisk.recordings import Recordings
from tierline.asterisk.snooping import Snooping
from tierline.calls.names import LegId
from tierline.ports.switch import RecordingLost

LEG, NAME = LegId("leg-1"), "call-1-1"


class Engine(Ari):
    """It takes its time to close a file. `gone`: of what it records the channel is gone."""

    def __init__(self) -> None:
        super().__init__(AriAddress("http://127.0.0.1:1", "", "", "tierline"))
        self.snooping = Snooping(self)
        self.gone = False

    async def snoop(self, channel: str, snoop: str, **_: object) -> None:
        self.snooping.started(snoop)

    async def record(self, channel: str, name: str) -> None:
        pass

    async def hang_up(self, channel: str) -> None:
        pass

    async def stop_recording(self, name: str) -> None:
        if self.gone:
            raise Refused(404, "Recording not found")


@pytest.fixture
def lost() -> list[RecordingLost]:
    return []


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
async def recordings(engine: Engine, lost: list[RecordingLost]) -> Recordings:
    recordings = Recordings(engine, engine.snooping, lost.append)
    await recordings.start(LEG, NAME)
    return recordings


async def test_whoever_stops_a_recording_whose_leg_went_waits_until_it_is_whole(
    engine: Engine, recordings: Recordings, lost: list[RecordingLost]
) -> None:
    engine.gone = True
    await recordings.gone(LEG)
    stopping = asyncio.create_task(recordings.stop(NAME))
    again = asyncio.create_task(recordings.stop(NAME))
    await several_turns()
    assert not stopping.done()
    assert not again.done()
    await recordings.over(NAME)
    await asyncio.gather(stopping, again)
    assert lost == []


async def test_what_is_whole_is_stopped_at_once(engine: Engine, recordings: Recordings) -> None:
    engine.gone = True
    await recordings.gone(LEG)
    await recordings.over(NAME)
    await asyncio.wait_for(recordings.stop(NAME), 0.5)


async def test_an_engine_that_never_says_so_is_not_waited_for_longer_than_a_moment(
    recordings: Recordings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tierline.asterisk.recordings.ENDS_WITHIN", 0.05)
    await asyncio.wait_for(recordings.stop(NAME), 1)
    await asyncio.wait_for(recordings.stop(NAME), 0.02)


async def test_one_that_ends_though_nobody_stopped_it_and_its_leg_goes_on_is_told(
    recordings: Recordings, lost: list[RecordingLost]
) -> None:
    await recordings.over(NAME)
    assert lost == [RecordingLost(LEG, NAME)]


async def several_turns() -> None:
    """Of the loop, as many as anything here could take."""
    for _ in range(20):
        await asyncio.sleep(0)
