"""Where the center's log lines go: to the standard output, which may be a file on a full disk."""

import contextlib
import io
import logging
import sys
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog
from structlog.typing import ExcInfo

from tierline.privacy.masking import masked_text

NEVER_LOGGED = frozenset(
    {
        "address",
        "answers",
        "applicant",
        "caller",
        "email",
        "phone",
        "receipt",
        "said",
        "text",
        "value",
        "words",
    }
)
"""What is called so would be a person's own, whatever it looks like."""


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


def without_what_is_personal(_: Any, __: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The last line of defence: nothing of a person is meant to be logged by anybody."""
    return {name: "[left out]" if name in NEVER_LOGGED else _plain(value) for name, value in line.items()}


def _plain(value: Any) -> Any:
    """As it is, unless it is text, or holds some."""
    match value:
        case bool() | float() | BaseException() | None:
            return value
        case int():
            return value if abs(value) < 10**9 else "[number]"
        case str():
            return masked_text(value)
        case tuple() | list() | dict() | set() | frozenset():
            return masked_text(repr(value))
        case _:
            return value


def _traceback(to: TextIO, what: ExcInfo) -> None:
    """Never with the values of local variables, which may be a caller's own; and what an error says may be
    one too."""
    whole = io.StringIO()
    structlog.dev.plain_traceback(whole, what)
    to.write(masked_text(whole.getvalue()))


class _Masked(logging.Formatter):
    """For the lines of libraries."""

    def format(self, record: logging.LogRecord) -> str:
        return masked_text(super().format(record))


def log_to_stdout() -> None:
    libraries = logging.StreamHandler(Lossy(sys.stderr))
    libraries.setFormatter(_Masked())
    logging.basicConfig(level=logging.WARNING, handlers=[libraries])
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.StackInfoRenderer(),
            without_what_is_personal,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
            structlog.dev.ConsoleRenderer(exception_formatter=_traceback),
        ],
        logger_factory=structlog.PrintLoggerFactory(Lossy(sys.stdout)),  # type: ignore[arg-type]
    )


def say(line: str) -> None:
    """To the person who started the center."""
    print(line, file=Lossy(sys.stdout), flush=True)
