"""Who saw, copied or took out what of whose record: beside the history of the call, which screens follow."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from tierline.calls.names import CallId, Ref

How = Literal["seen", "shown", "copied", "printed", "accounting", "exported"]
"""On a screen that came with it; in full, by a key on a screen that masks it; copied or printed from a
screen; told to whoever asked what was disclosed; taken out as files."""

WORDS = "words"
"""In the place of a fact's name: what was said to the caller, or written."""

LOOK_LASTS = timedelta(hours=1)
"""A screen that is drawn again within it is the same look."""


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """`by` is a user of the center, or who gave a command on its machine. `fields` are names of facts, never
    values. `matter` is the case that the call was about, as `by` knew it; `request` the Service Request that
    was looked at. `call` is None for what was asked about somebody of whom nothing is on record."""

    id: str
    at: datetime
    by: str
    how: How
    call: CallId | None
    fields: tuple[str, ...] = ()
    matter: Ref | None = None
    request: str | None = None
    whose: str = ""
    """For whom the command was given, as it was said there."""


class Look(msgspec.Struct, frozen=True):
    """Whose record one person looks at."""

    by: str
    call: CallId
    matter: Ref | None = None
    request: str | None = None


class LooksAtHand:
    """The looks that last, each with what was seen in it."""

    def __init__(self) -> None:
        self._looks: dict[Look, tuple[datetime, set[str]]] = {}

    def new_in(self, look: Look, fields: Iterable[str], now: datetime) -> tuple[str, ...]:
        """Those of the fields that were not seen in this look before, by name."""
        self._let_go(now)
        _, seen = self._looks.setdefault(look, (now, set()))
        new = sorted({*fields} - seen)
        seen.update(new)
        return tuple(new)

    def _let_go(self, now: datetime) -> None:
        """The oldest stand first."""
        while self._looks:
            oldest = next(iter(self._looks))
            if now - self._looks[oldest][0] < LOOK_LASTS:
                return
            del self._looks[oldest]
