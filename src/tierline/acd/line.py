"""Lines of people, each in the place that a key gives."""

from collections.abc import Hashable, Iterator
from typing import Any, Generic, TypeVar

from sortedcontainers import SortedDict  # type: ignore[import-untyped]  # it brings no types

Kind = TypeVar("Kind", bound=Hashable)
Name = TypeVar("Name", bound=str)
Place = tuple[float, str]
"""Smaller is served earlier; the name makes it unique."""


class Line(Generic[Name]):
    """Joining, leaving, the first and anybody's position cost O(log n)."""

    def __init__(self) -> None:
        self._line: Any = SortedDict()

    def __len__(self) -> int:
        return len(self._line)

    def __iter__(self) -> Iterator[Name]:
        """From the first on."""
        return iter(self._line.values())

    @property
    def first(self) -> Name:
        """Of a line that is not empty."""
        name: Name = self._line.peekitem(0)[1]
        return name

    def join(self, place: Place, name: Name) -> None:
        self._line[place] = name

    def leave(self, place: Place) -> None:
        del self._line[place]

    def ahead_of(self, place: Place) -> int:
        """How many come before this place, whether anybody has it or not."""
        return int(self._line.bisect_left(place))


class Lines(dict[Kind, Line[Name]]):
    """A line for each kind. An empty one is none, so that there are never more than there are people."""

    def join(self, kind: Kind, place: Place, name: Name) -> None:
        self.setdefault(kind, Line()).join(place, name)

    def leave(self, kind: Kind, place: Place) -> None:
        self[kind].leave(place)
        if not self[kind]:
            del self[kind]

    def of(self, kind: Kind) -> Line[Name]:
        return self.get(kind) or Line()
