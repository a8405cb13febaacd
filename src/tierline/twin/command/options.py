"""Arguments that the commands of a flow take, checked where they are given."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from tierline.agency import BadAgency
from tierline.calls.names import Tier
from tierline.cases.sample_file import BadSample
from tierline.twin.folder import Folder
from tierline.twin.staffing import by_tier

T = TypeVar("T")


@contextmanager
def told() -> Iterator[None]:
    """What is wrong in the agency's files ends the command with one sentence."""
    try:
        yield
    except (BadAgency, BadSample) as wrong:
        sys.exit(f"tierline: {wrong}")


def checked(option: str, read: Callable[[], T]) -> T:
    """What `read` returns; its ValueError is a wrong use of this option."""
    try:
        return read()
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint=option) from None


def people(folder: Folder, written: tuple[str, ...]) -> dict[Tier, int]:
    """Each as `1=2`: two at tier 1. Raises ValueError."""
    counts: dict[str, int] = {}
    for text in written:
        tier, _, count = text.partition("=")
        if not (count.isascii() and count.isdigit()):
            raise ValueError(f"{text!r}: write TIER=NUMBER, as in 1=2")
        counts[tier] = int(count)
    return by_tier(folder.agency, counts)
