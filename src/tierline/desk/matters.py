"""What goes on about cases and their requests, whichever call or clerk it comes from: who has a case in hand
just now, and which requests have changed since a screen was drawn."""

from collections.abc import Iterable

from tierline.desk.turns import Turns

_REMEMBERED = 10_000
"""Requests, the last changed ones: a screen that is older than all of these is drawn again."""


class Matters:
    def __init__(self) -> None:
        self.in_hand = Turns()
        """By receipt number: of two calls about one case, each sees what the other has handed in."""
        self.changes = 0
        """So far, in this process."""
        self._last: dict[str, int] = {}
        self._forgotten = 0

    def changed(self, request: str) -> None:
        self.changes += 1
        self._last.pop(request, None)
        self._last[request] = self.changes
        while len(self._last) > _REMEMBERED:
            self._forgotten = self._last.pop(next(iter(self._last)))

    def as_of(self, changes: int, requests: Iterable[str]) -> bool:
        """Whether none of these has changed since there were so many changes."""
        return changes >= self._forgotten and all(self._last.get(r, 0) <= changes for r in requests)
