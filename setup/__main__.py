"""`python3 -m setup all|run|test|npm …`: make what is missing, then go on. A second time nothing is
missing."""

import fcntl
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from setup.engine import engine_ready, provide_engine
from setup.for_tests import provide_for_tests
from setup.progress import SetupError, say
from setup.python_env import Purpose, provide_python_env, python_env_ready
from setup.workspace import node_environment, npm, provide_workspace, workspace_ready

ROOT = Path(__file__).parents[1]
Part = tuple[Callable[[], bool], Callable[[], None]]


def main(argv: list[str]) -> int:
    try:
        match argv:
            case ["all"]:
                set_up("run")
                say("setup: ready: `make run` starts the center")
            case ["run"]:
                set_up("run")
                tierline = str(ROOT / ".venv/bin/tierline")
                os.execv(tierline, [tierline, "run"])  # noqa: S606 - Ctrl-C is the center's, not ours
            case ["test"]:
                set_up("test")
                provide_for_tests()
            case ["npm", *arguments]:
                os.chdir(ROOT / "ui")
                command = [*npm(ROOT), *arguments]
                os.execvpe(command[0], command, node_environment(ROOT))  # noqa: S606
            case _:
                raise SetupError("setup: one of: all, run, test, npm …")
    except SetupError as e:
        say(str(e))
        return 1
    except OSError as e:
        say(f"setup: {e.strerror or e}: {e.filename or ROOT}")
        return 1
    except KeyboardInterrupt:
        say("setup: interrupted; the next run goes on from here")
        return 130
    return 0


def set_up(purpose: Purpose) -> None:
    parts: list[Part] = [
        (lambda: python_env_ready(ROOT, purpose), lambda: provide_python_env(ROOT, purpose)),
        (lambda: engine_ready(ROOT), lambda: provide_engine(ROOT)),
        (lambda: workspace_ready(ROOT), lambda: provide_workspace(ROOT)),
    ]
    if all(ready() for ready, _ in parts):
        return
    with alone():
        for ready, provide in parts:
            if not ready():
                provide()


@contextmanager
def alone() -> Iterator[None]:
    """One set-up at a time in one folder; a second one waits for the first, and then finds its work done."""
    cache = ROOT / ".cache/setup"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        lock = (cache / "lock").open("w")
    except OSError:
        raise SetupError(
            f"setup: cannot write in {ROOT}: copy Tierline to a folder of your own and run it there."
        ) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("setup: another set-up is at work in this folder; waiting for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


sys.exit(main(sys.argv[1:]))
