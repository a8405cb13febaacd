"""What a clerk, and whoever speaks with the caller, may do with a request as it stands; each gives the event.

A request that was answered is not answered, moved or asked about again; what its caller says later opens it
once more, at its old age.
"""

from tierline.calls.names import AgentId, Ref
from tierline.requests.events import (
    AskedBack,
    Replied,
    RequestPutBack,
    RequestTaken,
    Rerouted,
    Stage,
)
from tierline.requests.request import ServiceRequest
from tierline.sentence import Sentence, sentence


class NotNow(Exception):
    """It cannot be done as the request stands; `why` says what to do instead."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(str(why))
        self.why = why


def take(request: ServiceRequest, by: AgentId) -> RequestTaken:
    """Raises NotNow where a colleague has it."""
    _must_not_be_answered(request)
    _must_not_be_a_colleagues(request, by)
    return RequestTaken(by)


def put_back(request: ServiceRequest, by: AgentId) -> RequestPutBack:
    _must_be_theirs(request, by)
    return RequestPutBack(by)


def reply(request: ServiceRequest, by: AgentId, stage: Stage, words: Ref) -> Replied:
    """An office says once that it has the matter in hand, and answers once. Raises NotNow."""
    _must_be_theirs(request, by)
    if stage == "initial" and request.replies:
        raise NotNow(sentence("the caller has a first reply already: send a follow-up, or the answer"))
    return Replied(by, stage, words)


def ask_back(request: ServiceRequest, by: AgentId, words: Ref) -> AskedBack:
    """Raises NotNow."""
    _must_be_theirs(request, by)
    if request.status == "asked_back":
        raise NotNow(sentence("the caller has been asked already, and has not answered yet"))
    return AskedBack(by, words)


def reroute(
    request: ServiceRequest, by: AgentId, office: str, because: tuple[str, ...], why: Ref | None
) -> Rerouted:
    """Keeping number, age, due date and history (policy A13), by whoever works on it, or anybody of
    the office while nobody does. Raises NotNow."""
    _must_not_be_answered(request)
    _must_not_be_a_colleagues(request, by)
    if office == request.office:
        raise NotNow(sentence("the request is at this office already: choose another"))
    return Rerouted(by, office, because, why)


def _must_be_theirs(request: ServiceRequest, by: AgentId) -> None:
    _must_not_be_answered(request)
    if request.taken_by != by:
        raise NotNow(sentence("take the request first, so that nobody else works on it meanwhile"))


def _must_not_be_a_colleagues(request: ServiceRequest, by: AgentId) -> None:
    if request.taken_by not in (None, by):
        raise NotNow(sentence("a colleague works on it: ask them, or take another"))


def _must_not_be_answered(request: ServiceRequest) -> None:
    if request.status == "answered":
        raise NotNow(sentence("the request is answered already: the caller may ask again about it"))
