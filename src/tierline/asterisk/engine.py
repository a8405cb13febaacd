"""The engine's process: started in a session of its own, found again by the next application, ended without
a trace."""

import asyncio
import os
import signal
import socket
import ssl
import subprocess
from pathlib import Path

import httpx
import msgspec

from tierline.asterisk.engine_binary import EngineBinary, EngineMissing, engine_binary
from tierline.asterisk.engine_config import HTTP_ADDRESS, EnginePorts, EngineSettings, write_config
from tierline.asterisk.hold_music import write_hold_music
from tierline.open_files import let_open_files

START_LIMIT = 30.0
"""Seconds in which a started engine must answer. It takes about 1; a busy machine may take more."""
STOP_LIMIT = 10.0
"""Seconds an engine has to end its calls properly before it is killed."""
LONGEST_SOCKET_PATH = 107
"""Bytes in the name of a Unix socket (unix(7)); the engine has one in its state folder."""


class EngineFailed(Exception):
    """The engine did not start, or is not there. The message is one line that says why."""


class Running(msgspec.Struct, frozen=True):
    """What is written down about a started engine, for an application that comes later. `began` tells a
    reused pid apart."""

    pid: int
    began: str
    ports: EnginePorts
    ari_user: str
    ari_password: str


class _System(msgspec.Struct, frozen=True):
    version: str


class _Info(msgspec.Struct, frozen=True):
    """ARI's `/asterisk/info?only=system`, the part that is used."""

    system: _System


class Engine:
    """One Asterisk and its state folder. `settings` are those it runs with: an adopted engine's may differ
    from ours."""

    def __init__(self, settings: EngineSettings) -> None:
        self.settings = settings
        self._record = settings.home / "engine.json"
        self._running: Running | None = None
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Raises EngineFailed when none was started or adopted."""
        if self._running is None:
            raise EngineFailed("the engine was not started")
        return self._running.pid

    @property
    def log(self) -> Path:
        return self.settings.home / "log" / "messages"

    @property
    def recordings(self) -> Path:
        """The folder in which it writes what it records."""
        return self.settings.home / "spool" / "recording"

    @property
    def ari_url(self) -> str:
        return f"http://{HTTP_ADDRESS}:{self.settings.ports.http}/ari"

    @property
    def websocket_url(self) -> str:
        """Where browsers' phones speak SIP."""
        return f"ws://{HTTP_ADDRESS}:{self.settings.ports.http}/ws"

    async def adopt(self) -> bool:
        """Go on with an engine that an earlier application left running in this state folder, with its calls.

        False when there is none that answers: `start` is next. From then on `settings` are the ones it was
        started with.
        """
        left = self._left_running()
        if left is None:
            return False
        ours = self.settings
        self.settings = msgspec.structs.replace(
            ours, ports=left.ports, ari_user=left.ari_user, ari_password=left.ari_password
        )
        if not await self._answers():
            self.settings = ours
            return False
        self._running = left
        return True

    async def start(self) -> None:
        """Return when ARI answers. Raises EngineFailed, or OSError where the state folder cannot be
        written."""
        await self._end_leftover()
        self._forget()  # its process is gone: by the next start the number may be another program's
        _check_free(self.settings.ports)
        try:
            binary = engine_binary()
        except EngineMissing as missing:
            raise EngineFailed(str(missing)) from None
        self._write_state(binary)
        with (self.settings.home / "log" / "console").open("wb") as console:
            # Its own session: a terminal's Ctrl-C is for the application, which ends calls before it ends
            # the engine.
            self._child = subprocess.Popen(  # noqa: ASYNC220, S603 - a fork of 1 ms, once
                [*binary.command, "-C", str(self.settings.home / "etc" / "asterisk.conf"), "-f"],
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env=binary.environment,
            )
        let_open_files(self._child.pid)
        self._remember(self._child.pid)
        await self._until_it_answers()

    async def version(self) -> str:
        """As it says itself: "22.6.0". Raises EngineFailed."""
        try:
            told = (await self._info("system")).raise_for_status()
            return msgspec.json.decode(told.content, type=_Info).system.version
        except (httpx.HTTPError, msgspec.MsgspecError) as failed:
            raise EngineFailed(f"the engine did not tell its version: {failed!r}") from failed

    async def stop(self) -> None:
        """End it, with its calls; may be repeated. Nothing of it runs afterwards."""
        if self._running is None:
            return
        await _end(self._running.pid)
        self._forget()

    async def wait_ended(self) -> None:
        """Return when the engine's process is gone, whoever started it and whatever ended it."""
        await _ended(self.pid)

    def _write_state(self, binary: EngineBinary) -> None:
        home = self.settings.home
        socket = home / "run" / "asterisk.ctl"
        if len(os.fsencode(socket)) > LONGEST_SOCKET_PATH:
            raise EngineFailed(
                f"the state folder's name is too long for the engine ({self.settings.var}): use a shorter"
            )
        write_config(self.settings, binary)
        write_hold_music(home / "moh")
        # Each start has a log of its own; the one before is kept beside it.
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".previous"))

    async def _until_it_answers(self) -> None:
        try:
            async with asyncio.timeout(START_LIMIT):
                ended = asyncio.ensure_future(self.wait_ended())
                try:
                    while not ended.done() and not await self._answers():
                        await asyncio.wait([ended], timeout=0.1)
                finally:
                    ended.cancel()
        except TimeoutError:
            await self.stop()
            raise EngineFailed(
                f"the engine did not answer within {START_LIMIT:.0f} s: {self._complaint()}"
            ) from None
        if ended.done() and not ended.cancelled():
            self._forget()
            raise EngineFailed(f"the engine ended while starting: {self._complaint()}")

    async def _answers(self) -> bool:
        try:
            return (await self._info("status")).status_code == 200
        except httpx.HTTPError:
            return False

    async def _info(self, of: str) -> httpx.Response:
        """Raises httpx.HTTPError."""
        login = (self.settings.ari_user, self.settings.ari_password)
        # The engine speaks plain HTTP: whom HTTPS may trust is read from files, which takes longer than this.
        nobody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        async with httpx.AsyncClient(auth=login, timeout=2, trust_env=False, verify=nobody) as client:
            return await client.get(f"{self.ari_url}/asterisk/info?only={of}")

    def _complaint(self) -> str:
        """The first thing it said that was wrong, for the one line a person reads."""
        said = [
            p.read_text(errors="replace") for p in (self.log, self.log.with_name("console")) if p.exists()
        ]
        lines = [line for line in "\n".join(said).splitlines() if "ERROR" in line or "WARNING" in line]
        return lines[0] if lines else f"it said nothing; see {self.log.parent}"

    def _remember(self, pid: int) -> None:
        s = self.settings
        self._running = Running(pid, _began(pid) or "", s.ports, s.ari_user, s.ari_password)
        unfinished = self._record.with_suffix(".new")
        unfinished.touch(mode=0o600)
        unfinished.write_bytes(msgspec.json.encode(self._running))
        unfinished.replace(self._record)

    def _forget(self) -> None:
        self._record.unlink(missing_ok=True)
        self._running = None
        if self._child:
            self._child.wait()
            self._child = None

    def _left_running(self) -> Running | None:
        try:
            left = msgspec.json.decode(self._record.read_bytes(), type=Running)
        except (FileNotFoundError, msgspec.DecodeError):
            return None
        return left if left.began and _began(left.pid) == left.began else None

    async def _end_leftover(self) -> None:
        """An engine of this state folder that no longer answers holds the ports: it has no calls to lose."""
        if left := self._left_running():
            await _end(left.pid)


def _began(pid: int) -> str | None:
    """When a process began, in clock ticks since the machine's start (proc(5), stat field 22); None when
    there is none."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if fields[0] == "Z" else fields[19]


def _check_free(ports: EnginePorts) -> None:
    """The engine starts without a port it cannot have, and says so only in its log: look first."""
    sip, http = ports.bind, HTTP_ADDRESS
    for address, port, kind in ((sip, ports.sip, "tcp"), (sip, ports.sip, "udp"), (http, ports.http, "tcp")):
        try:
            with socket.socket(
                socket.AF_INET, socket.SOCK_STREAM if kind == "tcp" else socket.SOCK_DGRAM
            ) as trial:
                if kind == "tcp":
                    # Connections of an engine that just ended still wind down there; they are not in the way.
                    trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                trial.bind((address, port))
        except OSError as e:
            raise EngineFailed(
                f"the engine's {kind} port {address}:{port} cannot be used: {e.strerror}"
            ) from None


async def _end(pid: int) -> None:
    for how, limit in ((signal.SIGTERM, STOP_LIMIT), (signal.SIGKILL, None)):
        try:
            os.kill(pid, how)
        except ProcessLookupError:
            return
        try:
            async with asyncio.timeout(limit):
                return await _ended(pid)
        except TimeoutError:
            continue


async def _ended(pid: int) -> None:
    """A descriptor of the process (pidfd_open(2)) is readable once it has ended; it need not be our child."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    loop, gone = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(process, gone.set)
    try:
        await gone.wait()
    finally:
        loop.remove_reader(process)
        os.close(process)
