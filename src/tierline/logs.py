"""Where the center's log lines go: to the standard output, which may be a file on a full disk."""

import contextlib
import sys
from typing import TextIO

import structlog


class Lossy:
    """A stream whose failing is nobody's concern: a line that cannot be written must not end a call."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            self._stream.flush()


def log_to_stdout() -> None:
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.StackInfoRenderer(),
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
            # Never with the values of local variables, which may be a caller's own.
            structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
        ],
        logger_factory=structlog.PrintLoggerFactory(Lossy(sys.stdout)),  # type: ignore[arg-type]
    )


def say(line: str) -> None:
    """To the person who started the center."""
    print(line, file=Lossy(sys.stdout), flush=True)
