"""The other end of `Worker`: a process that reads one JSON request a line, makes the WAV file, answers one
JSON line, and ends when its input ends."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO, TypeVar

import msgspec

from tierline.speech.messages import Answer, Failed, Made, Ready, Request

LONGEST_SECONDS = 15
"""Nothing takes this long. A hung process ends itself, so that none outlives a center that was killed."""

R = TypeVar("R", bound=Request)


def serve(type_: type[R], make: Callable[[R], None]) -> None:
    """`make` raises RuntimeError, ValueError or OSError for what it cannot do."""
    # A stray print of a native library goes to the log, not between our answers.
    own_output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _tell(own_output, Ready())
    for line in sys.stdin.buffer:
        signal.alarm(LONGEST_SECONDS)
        _tell(own_output, _answer(msgspec.json.decode(line, type=type_), make))
        signal.alarm(0)


def _answer(request: R, make: Callable[[R], None]) -> Answer:
    try:
        make(request)
    except OSError as error:
        return Failed(str(error), no_room=error.errno in (errno.ENOSPC, errno.EDQUOT))
    except (RuntimeError, ValueError) as error:
        return Failed(str(error))
    return Made()


def _tell(to: BinaryIO, answer: Answer) -> None:
    to.write(msgspec.json.encode(answer) + b"\n")
    to.flush()
