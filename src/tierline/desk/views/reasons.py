"""Why a call was moved, or listened to, as who did it typed it: a personal value like any other, which a
timeline tells all the same."""

from collections.abc import Sequence

from tierline.calls import conversation_events as ce
from tierline.calls import events as ev
from tierline.calls.contact_events import OfficeAsked
from tierline.calls.names import Ref
from tierline.calls.supervision_events import SupervisionAsked
from tierline.desk.center import Center
from tierline.desk.views import words
from tierline.desk.views.gone import in_words
from tierline.desk.views.said import Reasons
from tierline.sentence import Value


async def reasons_of(center: Center, history: Sequence[ev.Recorded]) -> Reasons:
    """Those that this history refers to, or what became of them. Raises StoreAway."""
    refs = [ref for recorded in history if (ref := _reason_of(recorded.event))]
    if not refs:
        return {}
    written = await center.store.values(refs)
    told: dict[Ref, Value] = {ref: words.on_record(text) for ref, text in written.items()}
    destroyed = await center.store.personal_data.disposed([ref for ref in refs if ref not in written])
    return told | {ref: in_words(center.agency, disposed) for ref, disposed in destroyed.items()}


def _reason_of(event: ev.AnyEvent) -> Ref | None:
    match event:
        case (
            ev.TransferAsked(reason=reason)
            | ce.ConsultAsked(reason=reason)
            | ce.HandedOn(reason=reason)
            | ce.GivenBack(reason=reason)
            | SupervisionAsked(reason=reason)
            | OfficeAsked(reason=reason)
        ):
            return reason
        case _:
            return None
