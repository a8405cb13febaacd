"""A caller's walk through a flow, between two things that happen."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from tierline.calls.place import Place, Spot
from tierline.ivr import effects as fx


class Option(msgspec.Struct, frozen=True):
    """One thing to choose from: the value kept if it is chosen, and what its prompt says of it."""

    value: str
    arguments: fx.Arguments = {}


class Session(msgspec.Struct, frozen=True):
    """`place` goes on record. The rest stays in memory: digits keyed so far, keys `ahead` of an answer that
    is being looked up, the value that is being confirmed, what the last look-up said, and which of it
    is `public`. `pinned` is the step that fetches it again."""

    place: Place
    tries: int = 0
    digits: str = ""
    ahead: str = ""
    confirming: str | None = None
    arguments: fx.Arguments = {}
    public: frozenset[str] = frozenset()
    options: tuple[Option, ...] = ()
    pinned: Spot | None = None
    hash_may_follow: bool = False
    """A value was complete without #: many callers press it all the same, and it chooses nothing then."""

    @property
    def step(self) -> str:
        return self.place.at.step


class Turn(NamedTuple):
    session: Session
    effects: tuple[fx.Effect, ...]


def after(first: Iterable[fx.Effect], turn: Turn) -> Turn:
    """The same turn, with these effects before its own."""
    return Turn(turn.session, (*first, *turn.effects))
