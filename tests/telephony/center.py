"""A whole center as its users start it: `tierline run` in a process of its own, on free ports, with a state
folder of its own."""

import os
import shutil
import signal
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import msgspec
import pytest

from tests.quick_passwords import give_sign_ins
from tests.telephony.engine import free_port
from tierline.asterisk.engine import Running
from tierline.sign_ins import SignIns
from tierline.speech.catalogue import Catalogue
from tierline.speech.wav import UNFINISHED

TIERLINE = Path(sysconfig.get_path("scripts")) / "tierline"
START_LIMIT = 90.0
"""Seconds; the voice says every prompt once at the first start."""

HUNG_UP = (
    "Playback failed for sound:",
    "res_musiconhold.c: Failed to write frame to",
    "Session already DISCONNECTED",
)
"""How the engine remarks that somebody hung up while a prompt or music played, or as it turned to them."""


class RunningCenter:
    """`var` is the state folder."""

    def __init__(self, var: Path, port: int, *options: str) -> None:
        self.var = var
        self._command = [str(TIERLINE), "run", *options]
        self.url = f"http://127.0.0.1:{port}"
        self.environment = os.environ | {"TIERLINE_VAR": str(var), "TIERLINE_PORT": str(port)}
        self.log = var.with_name(f"{var.name}.log")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when it says that it is ready."""
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_LIMIT
        while not self.says(f"ready: {self.url}") or not self._answers():
            assert self._process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)

    def says(self, words: str) -> bool:
        return words in self.log.read_text()

    def kill(self) -> None:
        """The application alone, without a chance to end anything."""
        assert self._process
        self._process.kill()
        self._process.wait()

    def end(self) -> int:
        """As Ctrl-C does; returns its exit status."""
        assert self._process
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(30)

    def leave_nothing(self) -> None:
        """Of a center that did not end by itself."""
        for pid in self.processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self._process:
            self._process.wait()

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def engine(self) -> Running:
        return msgspec.json.decode((self.var / "engine" / "engine.json").read_bytes(), type=Running)

    @property
    def engine_log(self) -> Path:
        return self.var / "engine" / "log" / "messages"

    @property
    def sip(self) -> str:
        address: str = httpx.get(f"{self.url}/health/ready", trust_env=False).json()["sip"]
        return address

    @property
    def catalogue(self) -> Catalogue:
        return Catalogue(self.var / "speech" / "catalogue.json")

    @property
    def sign_ins(self) -> dict[str, str]:
        return SignIns(self.var / "sign-ins.json").read()

    async def left_over(self) -> list[str]:
        """The channels and bridges that the engine has now."""
        engine = self.engine
        ari = f"http://127.0.0.1:{engine.ports.http}/ari"
        async with httpx.AsyncClient(auth=(engine.ari_user, engine.ari_password), trust_env=False) as http:
            found = [(await http.get(f"{ari}/{kind}")).json() for kind in ("channels", "bridges")]
        return [one["id"] for kind in found for one in kind]

    def complaints(self) -> list[str]:
        """Of the engine, since it was started."""
        lines = self.engine_log.read_text().splitlines()
        complaints = [line for line in lines if "ERROR" in line or "WARNING" in line]
        return [line for line in complaints if not any(words in line for words in HUNG_UP)]

    def processes(self) -> dict[int, str]:
        """All that were started for this state folder and still run, with their commands."""
        found = {}
        for process in Path("/proc").glob("[0-9]*"):
            try:
                told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            except OSError:
                continue
            if str(self.var).encode() in told and int(process.name) != os.getpid():
                found[int(process.name)] = told.split(b"\0")[0].decode()
        return found

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/health/ready", trust_env=False).status_code == 200
        except httpx.TransportError:
            return False


@contextmanager
def running_center(var: Path, *options: str) -> Iterator[RunningCenter]:
    """Started with these options of `tierline run`, and at the end ended as by Ctrl-C, leaving nothing
    behind."""
    admission = var / "admission.yaml"
    if not admission.exists():  # other tests keep the machine busy: nobody is turned away for that
        var.mkdir(parents=True, exist_ok=True)
        admission.write_text("late_seconds: 5\n")
    if not (var / "tierline.db").exists():
        give_sign_ins(var)
    running = RunningCenter(var, free_port(), *options)
    try:
        running.start()
        yield running
        status = running.end()
        assert status == 0, running.log.read_text()
        assert running.processes() == {}
    finally:
        running.leave_nothing()


@pytest.fixture(scope="session")
def prompts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the voice has said for any center of this run, in whichever process of pytest: at a first start
    nothing else takes as long."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "prompts"
    folder.mkdir(exist_ok=True)
    return folder


def lend_voices(prompts: Path, var: Path) -> None:
    """What is said by the center of this state folder is there for others, and theirs for it."""
    (var / "speech").mkdir(parents=True)
    (var / "speech" / "cache").symlink_to(prompts)


def copy_voices(other: RunningCenter, var: Path) -> None:
    """What is said by the center of this state folder takes room there."""
    being_said = shutil.ignore_patterns(f"{UNFINISHED}*")
    shutil.copytree(other.var / "speech" / "cache", var / "speech" / "cache", ignore=being_said)


@pytest.fixture(scope="session")
def center(prompts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCenter]:
    """One center for the whole run. A test that kills a part of it starts its own."""
    var = tmp_path_factory.mktemp("center") / "var"
    lend_voices(prompts, var)
    with running_center(var) as running:
        yield running


@contextmanager
def center_with_voices_of(other: RunningCenter, var: Path) -> Iterator[RunningCenter]:
    copy_voices(other, var)
    with running_center(var) as running:
        yield running


@pytest.fixture
def own_center(center: RunningCenter, tmp_path: Path) -> Iterator[RunningCenter]:
    with center_with_voices_of(center, tmp_path / "var") as running:
        yield running
