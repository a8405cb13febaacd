"""What the caller did and keyed before a person came: theirs already, so shown to whoever serves them."""

from collections.abc import Mapping

import msgspec

from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.views import words
from tierline.desk.views.field_names import field_names


class KeyedView(msgspec.Struct, frozen=True):
    kind: str
    names: Mapping[str, str]
    value: str


def path(call: Call) -> tuple[str, ...]:
    """The choices in the menus, in words, each once."""
    return tuple(dict.fromkeys(words.plain(step) for step in call.path))


async def keyed(center: Center, call: Call) -> tuple[KeyedView, ...]:
    """The last value of each kind. What was keyed to prove who is calling was never kept."""
    last = {entry.kind: entry.value for entry in call.keyed}
    values = await center.store.values(list(last.values())) if last else {}
    return tuple(
        KeyedView(kind, field_names(center.agency, kind), values[ref])
        for kind, ref in last.items()
        if ref in values
    )
