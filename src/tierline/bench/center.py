"""A center of the benchmark's own, started as its users start it: a process, free ports, a state folder."""

import os
import random
import shutil
import signal
import subprocess
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import msgspec

from tierline.asterisk.engine import Running
from tierline.own_ports import is_free
from tierline.speech.catalogue import Catalogue
from tierline.speech.wav import UNFINISHED

TIERLINE = Path(sysconfig.get_path("scripts")) / "tierline"
STARTS_WITHIN, ENDS_WITHIN = 180.0, 30.0
"""Seconds; at a first start the voice says every prompt once."""


class NotStarted(Exception):
    """The center did not start; the message says why, in its own words."""


class BenchCenter:
    """`var` is its state folder, `url` its web, `pid` the application's process."""

    def __init__(self, var: Path, agency: Path, port: int) -> None:
        self.var = var
        self.url = f"http://127.0.0.1:{port}"
        self._agency = agency
        self._port = port
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    def start(self) -> None:
        """Returns when it is ready. Raises NotStarted."""
        log = self.var / "center.log"
        with log.open("wb") as out:
            self._process = subprocess.Popen(  # noqa: S603 - the program beside the one that runs
                [TIERLINE, "run", "--agency", str(self._agency)],
                env=os.environ | {"TIERLINE_VAR": str(self.var), "TIERLINE_PORT": str(self._port)},
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        _until_ready(self._process, log)

    def kill(self) -> None:
        """The application alone, without a chance to end anything."""
        assert self._process
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """As by Ctrl-C; whatever does not end then is killed."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()
        # Calls outlive a killed application, and so does their engine.
        with suppress(FileNotFoundError, ProcessLookupError):
            os.kill(running_engine(self.var).pid, signal.SIGTERM)

    @property
    def engine(self) -> Running:
        return running_engine(self.var)

    @property
    def ari_url(self) -> str:
        return f"http://127.0.0.1:{self.engine.ports.http}/ari"

    @property
    def sip(self) -> tuple[str, int]:
        ports = self.engine.ports
        return ports.bind, ports.sip

    @property
    def number(self) -> str:
        """What callers dial."""
        address = httpx.get(f"{self.url}/health/ready", trust_env=False, timeout=10).json()["sip"]
        return str(address).removeprefix("sip:").partition("@")[0]

    def sounds(self, prompts: tuple[str, ...], language: str) -> list[Path]:
        """The files of these prompts, of those that were said already."""
        said = Catalogue(self.var / "speech" / "catalogue.json").entries()
        return [Path(entry.sound) for entry in said if entry.prompt in prompts and entry.language == language]


def running_engine(var: Path) -> Running:
    """Raises FileNotFoundError when there is none."""
    return msgspec.json.decode((var / "engine" / "engine.json").read_bytes(), type=Running)


@contextmanager
def bench_center(
    agency: Path, state: Path, *, prepare: Callable[[Path], None] = lambda var: None
) -> Iterator[BenchCenter]:
    """In a new folder within `state`, removed afterwards: on the disk that a center would use, since one in
    memory makes nothing durable. What `state` has of spoken prompts is used again. `prepare` is given the
    folder before the start. Raises NotStarted."""
    state.mkdir(parents=True, exist_ok=True)
    var = Path(tempfile.mkdtemp(prefix="bench-", dir=state))
    try:
        if (state / "speech" / "cache").exists():
            being_said = shutil.ignore_patterns(f"{UNFINISHED}*")  # by a center that runs there
            shutil.copytree(state / "speech" / "cache", var / "speech" / "cache", ignore=being_said)
        prepare(var)
        center = BenchCenter(var, agency, _web_port())
        try:
            center.start()
            yield center
        finally:
            center.end()
    finally:
        shutil.rmtree(var, ignore_errors=True)


def _web_port() -> int:
    """Any: the next free one in order may be another benchmark's, whose center is just being killed."""
    while True:
        port = random.randrange(18_080, 32_000, 10)  # noqa: S311 - spreads centers, keeps no secret
        if is_free(port):
            return port


def _until_ready(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while "\nready: " not in log.read_text():
        if process.poll() is not None or time.monotonic() > deadline:
            said = log.read_text().strip().splitlines()
            raise NotStarted(f"the center did not start: {said[-1] if said else 'it said nothing'}")
        time.sleep(0.1)
