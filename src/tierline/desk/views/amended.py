"""What the person whose it is says of a value on record, wherever the value is shown."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from tierline.calls import amendment_events as ae
from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.names import Ref
from tierline.desk.views import words
from tierline.desk.views.said import Said
from tierline.ports.store import Store
from tierline.privacy.amendments import State, by_value
from tierline.sentence import Sentence, Value, sentence

_KINDS: Mapping[str, Sentence] = {
    "script_text": sentence("words that were read out"),
    "own_words": sentence("own words of an officer"),
    "phone": sentence("telephone number"),
    "text": sentence("message in writing"),
    "note": sentence("a note"),
}


class AmendedView(msgspec.Struct, frozen=True, kw_only=True):
    """`instead` is the right value, where it was granted; `statement` the person's disagreement, where it was
    denied and they made one; `why` it was decided so."""

    state: State
    at: datetime
    asks: str
    instead: str
    why: str
    statement: str


async def amended(store: Store, history: Iterable[Recorded]) -> Mapping[Ref, AmendedView]:
    """By the value that it is about; the last of each."""
    found = by_value(history)
    refs = [ref for amendment in found.values() for ref in amendment.refs]
    said = await store.values(refs) if refs else {}

    def words_of(ref: Ref | None) -> str:
        return said.get(ref, "") if ref else ""

    return {
        of: AmendedView(
            state=amendment.state,
            at=amendment.at,
            asks=words_of(amendment.asks),
            instead=words_of(amendment.instead),
            why=words_of(amendment.why),
            statement=words_of(amendment.statement),
        )
        for of, amendment in found.items()
    }


def of_an_amendment(event: AnyEvent) -> Said:
    match event:
        case ae.AmendmentAsked(of=of):
            asked = sentence("Asked that what is on record be amended: {what}", what=_what(of))
            return "caller", asked, "request"
        case ae.AmendmentGranted():
            return "center", sentence("Amended what is on record; what it was before is kept"), "request"
        case ae.AmendmentDenied():
            return "center", sentence("Did not amend what is on record, with the reason"), "request"
        case ae.DisagreementStated():
            return "caller", sentence("Stated why they disagree; it goes along with what is told"), "request"
        case _:
            return None


def _what(of: Ref) -> Value:
    kind = of.rpartition("-")[0]
    return _KINDS.get(kind, words.keyed(kind))
