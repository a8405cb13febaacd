"""What the caller did and keyed before a person came: theirs already, so shown to whoever serves them."""

from collections.abc import Mapping

import msgspec

from tierline.calls.names import Ref
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.views import words
from tierline.desk.views.amended import AmendedView
from tierline.desk.views.field_names import field_names
from tierline.desk.views.gone import gone
from tierline.privacy.masking import Personal, class_of
from tierline.sentence import SentenceView


class KeyedView(msgspec.Struct, frozen=True):
    """`personal` is the class of what it tells. `gone` says why there is no value any more."""

    kind: str
    names: Mapping[str, str]
    value: str
    personal: Personal
    amended: AmendedView | None = None
    gone: SentenceView | None = None


def path(call: Call) -> tuple[str, ...]:
    """The choices in the menus, in words, each once."""
    return tuple(dict.fromkeys(words.plain(step) for step in call.path))


async def keyed(center: Center, call: Call, amended: Mapping[Ref, AmendedView]) -> tuple[KeyedView, ...]:
    """The last value of each kind. What was keyed to prove who is calling was never kept."""
    last = {entry.kind: entry.value for entry in call.keyed}
    values = await center.store.values(list(last.values())) if last else {}
    why = await gone(center, last.values(), values)
    return tuple(
        KeyedView(
            kind,
            field_names(center.agency, kind),
            values.get(ref, ""),
            class_of(kind),
            amended.get(ref),
            why.get(ref),
        )
        for kind, ref in last.items()
        if ref in values or ref in why
    )
