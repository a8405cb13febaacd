"""Arguments that the commands of a flow take, checked where they are given."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click
import msgspec
import yaml

from tierline.agency import BadAgency
from tierline.calls.names import Tier
from tierline.cases.sample_file import BadSample
from tierline.desk.look_ups.answer import Answer
from tierline.twin.earlier import Earlier
from tierline.twin.earlier import checked as checked_requests
from tierline.twin.folder import Folder
from tierline.twin.given import Written, given
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


def answers(folder: Folder, written: tuple[str, ...]) -> dict[str, Answer]:
    """Each as a case has it: `closure: {none: {}}`. Raises ValueError."""
    together: Written = {}
    for text in written:
        together |= _as_in_a_case(text, Written)
    return given(folder.agency.flow, together)


def requests(folder: Folder, written: tuple[str, ...]) -> tuple[Earlier, ...]:
    """Each as a case has it: `{number: R236-067-983, kind: expedite}`. Raises ValueError."""
    return checked_requests(folder.agency, [_as_in_a_case(text, Earlier) for text in written])


def _as_in_a_case(text: str, read_as: type[T]) -> T:
    """Every value as it is written."""
    try:
        return msgspec.convert(yaml.load(text, Loader=yaml.BaseLoader), type=read_as, strict=False)  # noqa: S506
    except (yaml.YAMLError, msgspec.ValidationError) as unreadable:
        raise ValueError(f"{text!r} cannot be read: {' '.join(str(unreadable).split())}") from None
