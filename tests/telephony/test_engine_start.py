"""The engine's own behaviour: quiet, closed to the outside, found again, and gone when it is told to go."""

import asyncio
import os
import resource
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import msgspec
import pytest

from tests.telephony.engine import engine_settings
from tests.telephony.sockets import answers_sip, sockets_of
from tierline.asterisk.engine import Engine, EngineFailed
from tierline.asterisk.engine_binary import engine_binary
from tierline.asterisk.engine_config import EnginePorts, EngineSettings
from tierline.asterisk.keeping import keep_running
from tierline.background import background

ROOT = Path(__file__).parents[2]


@pytest.fixture
async def own_engine(tmp_path: Path) -> AsyncIterator[Engine]:
    engine = Engine(engine_settings(tmp_path))
    await engine.start()
    yield engine
    await engine.stop()


async def test_it_starts_without_an_error_or_a_warning(own_engine: Engine) -> None:
    said = own_engine.log.read_text() + (own_engine.log.parent / "console").read_text()
    assert "Asterisk Ready" in said
    assert [line for line in said.splitlines() if "ERROR" in line or "WARNING" in line] == []


def test_a_private_copy_uses_no_library_from_outside_it(engine: Engine) -> None:
    prefix = engine_binary().prefix
    if prefix is None:
        pytest.skip("this machine has an Asterisk of its own")
    libraries = libraries_of(engine.pid)
    assert len(libraries) > 50
    assert {path for path in libraries if not path.startswith(f"{prefix}/")} == set()


async def test_it_serves_nobody_beyond_this_machine(engine: Engine) -> None:
    ours = sockets_of(engine.pid)
    ports = engine.settings.ports
    assert {ports.sip, ports.http} <= {s.port for s in ours}
    assert [s for s in ours if s.kind == "tcp" and not s.on_loopback] == []
    # The SIP library's name resolver holds a pair of sockets to ask from, one per address family, whether
    # used or not.
    beyond = [s for s in ours if s.kind == "udp" and not s.on_loopback]
    assert len(beyond) <= 2
    assert await answers_sip(ports.sip)
    assert not any([await answers_sip(s.port) for s in beyond])


async def test_stopping_it_leaves_no_process(tmp_path: Path) -> None:
    engine = Engine(engine_settings(tmp_path))
    await engine.start()
    pid = engine.pid
    await engine.stop()
    assert not running(pid)
    assert engines_of(tmp_path) == []
    await engine.stop()


async def test_it_may_open_as_many_files_as_the_machine_allows(tmp_path: Path) -> None:
    """Some five a call: the usual limit for programs would end at 190 callers."""
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    engine = Engine(engine_settings(tmp_path))
    resource.setrlimit(resource.RLIMIT_NOFILE, (512, usual[1]))
    try:
        await engine.start()
        soft, hard = resource.prlimit(engine.pid, resource.RLIMIT_NOFILE)
        assert soft == hard == usual[1]
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)
        await engine.stop()


async def test_two_run_side_by_side(engine: Engine, own_engine: Engine) -> None:
    assert await answers(engine)
    assert await answers(own_engine)
    assert engine.pid != own_engine.pid


async def test_an_engine_that_dies_is_noticed(own_engine: Engine) -> None:
    noticed = asyncio.create_task(own_engine.wait_ended())
    os.kill(own_engine.pid, signal.SIGKILL)
    await asyncio.wait_for(noticed, 5)


async def test_an_engine_that_died_is_started_again_however_often_that_fails(tmp_path: Path) -> None:
    """Once the state folder cannot be written, once the engine ends while it starts; then what was in the way
    is gone."""
    engine = InTheWay(engine_settings(tmp_path))
    await engine.start()
    killed = engine.pid
    home = engine.settings.home
    (home / "lib" / "astdb.sqlite3").unlink()
    (home / "log" / "console").unlink()
    engine.in_the_way = [home / "log" / "console", home / "lib" / "astdb.sqlite3"]
    for place in engine.in_the_way:
        place.mkdir()
    engine.back.clear()
    try:
        async with background(keep_running(engine, pause=0)):
            os.kill(killed, signal.SIGKILL)
            await asyncio.wait_for(engine.back.wait(), 60)
            assert [type(failed) for failed in engine.failed] == [IsADirectoryError, EngineFailed]
            assert engine.pid != killed
            assert await answers(engine)
            engine.back.clear()
            os.kill(engine.pid, signal.SIGKILL)
            await asyncio.wait_for(engine.back.wait(), 60)
    finally:
        await engine.stop()
    assert engines_of(tmp_path) == []


async def test_the_engine_of_a_killed_application_is_adopted_with_its_own_ports_and_secret(
    tmp_path: Path,
) -> None:
    pid, ports = start_in_an_application_that_is_killed(tmp_path)
    engine = Engine(msgspec.structs.replace(engine_settings(tmp_path), ari_password="another"))
    try:
        assert await engine.adopt()
        assert engine.pid == pid
        assert engine.settings.ports == ports
        assert await answers(engine)
        noticed = asyncio.create_task(engine.wait_ended())
    finally:
        await engine.stop()
    await asyncio.wait_for(noticed, 5)
    assert engines_of(tmp_path) == []


async def test_an_engine_that_no_longer_answers_is_replaced(tmp_path: Path) -> None:
    pid, ports = start_in_an_application_that_is_killed(tmp_path)
    os.kill(pid, signal.SIGSTOP)
    engine = Engine(msgspec.structs.replace(engine_settings(tmp_path), ports=ports))
    assert not await engine.adopt()
    await engine.start()
    try:
        assert engine.pid != pid
        assert engines_of(tmp_path) == [engine.pid]
    finally:
        await engine.stop()


async def test_a_taken_port_is_said_in_one_line(engine: Engine, tmp_path: Path) -> None:
    taken = msgspec.structs.replace(engine_settings(tmp_path), ports=engine.settings.ports)
    with pytest.raises(EngineFailed, match="in use") as failure:
        await Engine(taken).start()
    assert "\n" not in str(failure.value)
    assert engines_of(tmp_path) == []


class InTheWay(Engine):
    """One thing that is in its way goes away with each start that failed."""

    def __init__(self, settings: EngineSettings) -> None:
        super().__init__(settings)
        self.in_the_way: list[Path] = []
        self.failed: list[Exception] = []
        self.back = asyncio.Event()

    async def start(self) -> None:
        try:
            await super().start()
        except (EngineFailed, OSError) as failed:
            self.failed.append(failed)
            self.in_the_way.pop(0).rmdir()
            raise
        self.back.set()


def start_in_an_application_that_is_killed(var: Path) -> tuple[int, EnginePorts]:
    program = f"""
import asyncio, msgspec, os, signal
from pathlib import Path
from tests.telephony.engine import engine_settings
from tierline.asterisk.engine import Engine
engine = Engine(engine_settings(Path({str(var)!r})))
asyncio.run(engine.start())
print(msgspec.json.encode([engine.pid, engine.settings.ports]).decode(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, check=False, cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    return msgspec.json.decode(killed.stdout, type=tuple[int, EnginePorts])


async def answers(engine: Engine) -> bool:
    login = (engine.settings.ari_user, engine.settings.ari_password)
    async with httpx.AsyncClient(auth=login, trust_env=False) as client:
        return (await client.get(f"{engine.ari_url}/channels")).status_code == httpx.codes.OK


def running(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def libraries_of(pid: int) -> set[str]:
    mapped = {line.split()[-1] for line in Path(f"/proc/{pid}/maps").read_text().splitlines()}
    return {path for path in mapped if ".so" in path}


def engines_of(var: Path) -> list[int]:
    found = []
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if f"{var}/engine/etc/asterisk.conf" in command.read_text():
                found.append(int(command.parent.name))
        except OSError:
            continue
    return found
