"""One process at a time in a state folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tierline.settings import BadSettings


@contextmanager
def only_one(var: Path) -> Iterator[None]:
    """Only one process drives an engine: of two, the engine would listen to the newer and the older would not
    know. Raises BadSettings."""
    try:
        var.mkdir(parents=True, exist_ok=True)
        file = (var / "lock").open("w")
    except OSError as refused:
        raise BadSettings(
            f"{var} cannot be written ({refused.strerror}): set TIERLINE_VAR to a folder that can"
        ) from refused
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise BadSettings(
                f"a center runs in {var} already: end it first, or set TIERLINE_VAR to another folder"
            ) from held
        yield
