"""What the caller did and keyed before a person came: theirs already, so shown to whoever serves them."""

import msgspec

from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.views import words
from tierline.desk.views.gone import gone
from tierline.sentence import SentenceView


class KeyedView(msgspec.Struct, frozen=True):
    """`gone` says why there is no value any more."""

    kind: str
    label: str
    value: str
    gone: SentenceView | None = None


def path(call: Call) -> tuple[str, ...]:
    """The choices in the menus, in words, each once."""
    return tuple(dict.fromkeys(words.plain(step) for step in call.path))


async def keyed(center: Center, call: Call) -> tuple[KeyedView, ...]:
    """The last value of each kind. What was keyed to prove who is calling was never kept."""
    last = {entry.kind: entry.value for entry in call.keyed}
    values = await center.store.values(list(last.values())) if last else {}
    why = await gone(center, last.values(), values)
    return tuple(
        KeyedView(kind, str(words.keyed(kind)).capitalize(), values.get(ref, ""), why.get(ref))
        for kind, ref in last.items()
        if ref in values or ref in why
    )
