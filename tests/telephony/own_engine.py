"""An engine that a test may kill, and applications that come and go at it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.contract.switches import RealPeople
from tests.telephony.engine import engine_settings
from tierline.asterisk import settling
from tierline.asterisk.ari import AriAddress
from tierline.asterisk.engine import Engine
from tierline.asterisk.phones import SipAddress
from tierline.asterisk.recorded_files import RecordedFiles
from tierline.asterisk.switch import AsteriskSwitch
from tierline.caller.caller import Caller
from tierline.ports.switch import EngineReady


def switch_of(engine: Engine, *, hold_music: bool = True) -> AsteriskSwitch:
    settings = engine.settings
    ari = AriAddress(engine.ari_url, settings.ari_user, settings.ari_password, settings.app)
    sip = SipAddress("127.0.0.1", settings.ports.sip, f"ws://127.0.0.1:{settings.ports.http}/ws")
    return AsteriskSwitch(ari, sip, hold_music=hold_music)


@pytest.fixture
async def own_engine(tmp_path: Path) -> AsyncIterator[Engine]:
    engine = Engine(engine_settings(tmp_path / "center"))
    await engine.start()
    yield engine
    await engine.stop()


@asynccontextmanager
async def an_app(
    engine: Engine, caller: Caller, folder: Path, *, hold_music: bool = True
) -> AsyncIterator[RealPeople]:
    center = f"127.0.0.1:{engine.settings.ports.sip}"
    files = RecordedFiles(engine.recordings)
    async with (
        switch_of(engine, hold_music=hold_music) as switch,
        RealPeople(switch, caller, center, folder, files).following() as people,
    ):
        await people.happens(EngineReady())
        yield people


@pytest.fixture
def settled_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits in silence is given a bridge at once, in the middle of whatever else is done."""
    monkeypatch.setattr(settling, "SETTLES", 0.0)
    monkeypatch.setattr(settling, "LOOKS", 0.005)
