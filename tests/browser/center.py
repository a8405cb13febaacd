"""A center as `make run` starts it: a process of its own, on free ports, with a state folder of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

START_SECONDS = 60
END_SECONDS = 15


class RunningCenter(NamedTuple):
    """`sign_ins`: user → password."""

    address: str
    sign_ins: dict[str, str]


@contextmanager
def running_center(var: Path) -> Iterator[RunningCenter]:
    """From the line `ready:` on; ended as Ctrl-C ends it."""
    port = _free_port()
    printed = var / "printed.txt"
    var.mkdir(parents=True, exist_ok=True)
    with printed.open("w") as output:
        process = subprocess.Popen(
            [Path(sys.executable).with_name("tierline"), "run"],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | {"TIERLINE_VAR": str(var), "TIERLINE_PORT": str(port)},
        )
    try:
        _wait_ready(process, printed)
        sign_ins = json.loads((var / "sign-ins.json").read_text())
        yield RunningCenter(f"http://127.0.0.1:{port}", sign_ins)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(END_SECONDS)


def _wait_ready(process: subprocess.Popen[bytes], printed: Path) -> None:
    latest = time.monotonic() + START_SECONDS
    while "ready: http" not in printed.read_text():
        assert process.poll() is None, f"the center did not start:\n{printed.read_text()}"
        assert time.monotonic() < latest, f"the center was not ready in time:\n{printed.read_text()}"
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
