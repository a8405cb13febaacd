"""What happened to a request, as sentences: the one history that everyone reads who may see it."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from tierline.calls.names import Ref
from tierline.desk.center import Center
from tierline.desk.views import words
from tierline.desk.views.gone import gone
from tierline.ports.agency import Agency
from tierline.requests import events as re
from tierline.requests.request import ServiceRequest
from tierline.sentence import Sentence, SentenceView, sentence, view


class HistoryLine(msgspec.Struct, frozen=True):
    """`words` are what was written with it, by whoever did it; `gone` says why there are none any more."""

    at: datetime
    who: str
    what: SentenceView
    words: str = ""
    gone: SentenceView | None = None


_STAGES = {
    "initial": sentence("Sent a first reply"),
    "follow_up": sentence("Sent a further reply"),
    "final": sentence("Answered it"),
}


async def request_history(center: Center, request: ServiceRequest) -> list[HistoryLine]:
    """Raises StoreAway."""
    history = await center.store.request_history(request.number)
    refs = [ref for recorded in history if (ref := _words_of(recorded.event))]
    written = await center.store.values(refs) if refs else {}
    why = await gone(center, refs, written)
    return [_line(center.agency, recorded, written, why) for recorded in history]


def _line(
    agency: Agency,
    recorded: re.RequestRecorded,
    written: Mapping[Ref, str],
    why: Mapping[Ref, SentenceView],
) -> HistoryLine:
    event = recorded.event
    ref = _words_of(event)
    what = view(_said(agency, event))
    if ref is None:
        return HistoryLine(recorded.at, agency.name_of(event.by), what)
    return HistoryLine(recorded.at, agency.name_of(event.by), what, written.get(ref, ""), why.get(ref))


def _said(agency: Agency, event: re.RequestEvent) -> Sentence:
    match event:
        case re.RequestMade(office=office):
            return sentence(
                "Made the request; it came to {office}", office=words.office_names(agency, office)
            )
        case re.RequestTaken():
            return sentence("Took it to work on it")
        case re.RequestPutBack():
            return sentence("Put it back into the inbox")
        case re.Replied(stage=stage):
            return _STAGES[stage]
        case re.AskedBack():
            return sentence("Asked the caller something")
        case re.ToldByCaller():
            return sentence("Wrote down what the caller says")
        case re.Submitted():
            return sentence("The caller handed the same matter in again")
        case re.Rerouted(office=office, because=because):
            to = words.office_names(agency, office)
            return sentence("Sent it on to {office}: {why}", office=to, why="; ".join(because))


def _words_of(event: re.RequestEvent) -> Ref | None:
    match event:
        case re.Replied(words=ref) | re.AskedBack(words=ref) | re.ToldByCaller(words=ref):
            return ref
        case re.Rerouted(why=why):
            return why
        case _:
            return None
