"""Lines of people, each in the place that a key gives."""

from collections.abc import Hashable, Iterator
from typing import Any, Generic, TypeVar

from sortedcontainers import SortedList  # type: ignore[import-untyped]  # it brings no types

Kind = TypeVar("Kind", bound=Hashable)
Name = TypeVar("Name", bound=str)
Place = tuple[float, Name]
"""Smaller is served earlier; whose place it is makes it unique."""


class Line(Generic[Name]):
    """Joining, leaving, the first and anybody's position cost O(log n)."""

    def __init__(self) -> None:
        self._places: Any = SortedList()

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Name]:
        """From the first on."""
        return (name for _, name in self._places)

    @property
    def first(self) -> Name:
        """Of a line that is not empty."""
        name: Name = self._places[0][1]
        return name

    def join(self, place: Place[Name]) -> None:
        self._places.add(place)

    def leave(self, place: Place[Name]) -> None:
        self._places.remove(place)

    def ahead_of(self, place: Place[Name]) -> int:
        """How many come before this place, whether anybody has it or not."""
        return int(self._places.bisect_left(place))


class Lines(dict[Kind, Line[Name]]):
    """A line for each kind. An empty one is none, so that there are never more than there are people."""

    def join(self, kind: Kind, place: Place[Name]) -> None:
        if kind not in self:
            self[kind] = Line()
        self[kind].join(place)

    def leave(self, kind: Kind, place: Place[Name]) -> None:
        line = self[kind]
        line.leave(place)
        if not line:
            del self[kind]

    def of(self, kind: Kind) -> Line[Name]:
        return self.get(kind) or Line()
