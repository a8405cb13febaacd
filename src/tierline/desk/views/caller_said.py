"""What the caller did and keyed before a person came: theirs already, so shown to whoever serves them."""

import msgspec

from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.views import words

_ANSWERS_TO_CHECKS = frozenset({"date_of_birth"})
"""Shown masked: an agent asks for it, and does not read it out."""


class KeyedView(msgspec.Struct, frozen=True):
    kind: str
    label: str
    value: str


def path(call: Call) -> tuple[str, ...]:
    """The choices in the menus, in words, each once."""
    return tuple(dict.fromkeys(words.plain(step) for step in call.path))


async def keyed(center: Center, call: Call) -> tuple[KeyedView, ...]:
    """The last value of each kind."""
    last = {entry.kind: entry.value for entry in call.keyed}
    values = await center.store.values(list(last.values())) if last else {}
    return tuple(
        KeyedView(kind, words.keyed(kind), _shown(kind, values[ref]))
        for kind, ref in last.items()
        if ref in values
    )


def _shown(kind: str, value: str) -> str:
    return "•" * len(value) if kind in _ANSWERS_TO_CHECKS else value
