"""The errors that a center logs during a rehearsal, as sentences."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from structlog.testing import capture_logs
from structlog.typing import EventDict, WrappedLogger


@contextmanager
def gathered() -> Iterator[list[str]]:
    """Nothing is logged meanwhile. Complete when the context ends."""
    problems: list[str] = []
    with capture_logs(processors=[_with_exception]) as logged:
        yield problems
    problems += [_in_words(entry) for entry in logged if entry["log_level"] == "error"]


def _with_exception(_: WrappedLogger, __: str, entry: EventDict) -> EventDict:
    """Only while it is being logged is the exception at hand."""
    failed = sys.exc_info()[1] if entry.pop("exc_info", False) else None
    return entry if failed is None else {**entry, "why": f"{type(failed).__name__}: {failed}"}


def _in_words(entry: EventDict) -> str:
    details = [f"{key} {value}" for key, value in entry.items() if key not in ("event", "log_level", "why")]
    told = f"{entry['event']} ({', '.join(details)})" if details else str(entry["event"])
    return f"{told}: {entry['why']}" if "why" in entry else told
