"""The requests about a verified caller's case, also of earlier calls: how each stands, what its office
replied and what it asks the caller, for whoever may see that of the case."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from tierline.calls.names import Ref
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.entitled import Shown
from tierline.desk.requests.of_their_case import QUESTION, REPLY, REQUESTS, of_their_case
from tierline.desk.requests.time import due_on, overdue
from tierline.desk.views import words
from tierline.desk.views.gone import gone
from tierline.desk.views.outcomes import kind_names
from tierline.requests.events import AskedBack, RequestRecorded, Stage
from tierline.requests.request import ServiceRequest, Status
from tierline.sentence import SentenceView


class SaidByOffice(msgspec.Struct, frozen=True, kw_only=True):
    """`words` where they may be seen (`shown`) and are still there; else `gone` says why not."""

    at: datetime
    stage: Stage | Literal["question"]
    shown: bool
    words: str = ""
    gone: SentenceView | None = None


class RequestOfCase(msgspec.Struct, frozen=True, kw_only=True):
    """`replies` in their order; `question` is what the caller has not answered yet. `due` is the last day in
    time, while the caller is asked as if they said it now."""

    number: str
    kind: str
    kind_names: Mapping[str, str]
    status: Status
    made_at: datetime
    due: date | None
    overdue: bool
    answered_at: datetime | None
    office_name: str
    replies: tuple[SaidByOffice, ...]
    question: SaidByOffice | None


async def requests_of_case(center: Center, call: Call, shown: Shown) -> tuple[RequestOfCase, ...]:
    """The newest first. Raises StoreAway."""
    found = await of_their_case(center, call, shown)
    return tuple([await _view(center, request, shown) for request in reversed(found)])


def seen_of_requests(requests: Sequence[RequestOfCase]) -> Iterator[str]:
    """What of the case these tell, by name."""
    for request in requests:
        yield REQUESTS
        if any(reply.words for reply in request.replies):
            yield REPLY
        if request.question and request.question.words:
            yield QUESTION


async def _view(center: Center, request: ServiceRequest, shown: Shown) -> RequestOfCase:
    now, asked = center.clock.now(), await _asked(center, request)
    reads = REPLY in shown.allowed
    refs = [reply.words for reply in request.replies] if reads else []
    if asked and QUESTION in shown.allowed:
        refs.append(asked.words)
    written = await center.store.values(refs) if refs else {}
    why = await gone(center, refs, written)
    return RequestOfCase(
        number=request.number,
        kind=request.kind,
        kind_names=kind_names(center.agency, request.kind),
        status=request.status,
        made_at=request.created_at,
        due=due_on(center.agency, request, now),
        overdue=overdue(center.agency, request, now),
        answered_at=request.answered_at,
        office_name=words.office(center.agency, request.office),
        replies=tuple(_said(r.at, r.stage, r.words, refs, written, why) for r in request.replies),
        question=_said(asked.at, "question", asked.words, refs, written, why) if asked else None,
    )


class _Asked(msgspec.Struct, frozen=True):
    at: datetime
    words: Ref


async def _asked(center: Center, request: ServiceRequest) -> _Asked | None:
    if request.status != "asked_back":
        return None
    history: Sequence[RequestRecorded] = await center.store.request_history(request.number)
    asked = (_Asked(r.at, r.event.words) for r in reversed(history) if isinstance(r.event, AskedBack))
    return next(asked, None)


def _said(
    at: datetime,
    stage: Stage | Literal["question"],
    of: Ref,
    may_see: Sequence[Ref],
    written: Mapping[Ref, str],
    why: Mapping[Ref, SentenceView],
) -> SaidByOffice:
    return SaidByOffice(at=at, stage=stage, shown=of in may_see, words=written.get(of, ""), gone=why.get(of))
