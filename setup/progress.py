"""What the person who waits is shown: one line when a long step begins, one when it ends, one when it
cannot go on."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

SIGN_OF_LIFE = 10.0
"""Seconds without a word after which a long step says that it is still going."""


class SetupError(Exception):
    """The set-up cannot go on. The message is one line that says what to do."""


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the set-up talks to a person at a terminal


@contextmanager
def step(what: str) -> Iterator[None]:
    began = time.monotonic()
    done = threading.Event()

    def still_going() -> None:
        while not done.wait(SIGN_OF_LIFE):
            say(f"      … {what}, {time.monotonic() - began:.0f} s so far")

    say(f"setup: {what} …")
    watcher = threading.Thread(target=still_going, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
    say(f"setup: {what}: done in {time.monotonic() - began:.0f} s")


def run(
    argv: Sequence[str | Path],
    *,
    otherwise: str | Callable[[str], str],
    log: Path | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run quietly and give what it printed.

    Raises SetupError with `otherwise` (or what `otherwise` makes of the output) when the command fails or
    is missing.
    """
    try:
        ran = subprocess.run(  # noqa: S603 - every command is ours
            [str(a) for a in argv],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        failed, output = ran.returncode != 0, ran.stdout
    except OSError as e:
        failed, output = True, str(e)
    if log and failed:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(output)
    if failed:
        raise SetupError(otherwise if isinstance(otherwise, str) else otherwise(output))
    return output
