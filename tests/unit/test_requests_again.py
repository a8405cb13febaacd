"""What comes again about the same case before its answer belongs to the request that there is."""

import msgspec
import pytest

from tests.sample_agency import read
from tests.unit.test_requests_life import CY, after
from tierline.calls.names import Ref
from tierline.requests.again import to_follow_up
from tierline.requests.events import AskedBack, Replied, RequestEvent, RequestTaken
from tierline.requests.kinds import Again, RequestKind, RequestKindsFile
from tierline.requests.request import ServiceRequest

KINDS = read("request-kinds.yaml", RequestKindsFile)
ANSWERED = (RequestTaken(CY), Replied(CY, "final", Ref("w1")))


def kind(again: Again = "follow_up", *, about_a_case: bool = True) -> RequestKind:
    found = KINDS.kind("non-receipt-card")
    assert found
    return msgspec.structs.replace(found, again=again, about_a_case=about_a_case)


def standing(number: str, *events: RequestEvent, of: str = "non-receipt-card") -> ServiceRequest:
    return msgspec.structs.replace(after(*events), number=number, kind=of)


@pytest.mark.parametrize("events", [(), (RequestTaken(CY), AskedBack(CY, Ref("w1")))], ids=["open", "asked"])
def test_one_that_waits_for_its_answer_or_for_its_caller_is_followed_up(
    events: tuple[RequestEvent, ...],
) -> None:
    found = to_follow_up(kind(), [standing("R1", *events)])
    assert found
    assert found.number == "R1"


def test_of_several_it_is_the_first_that_was_made_and_is_not_answered() -> None:
    found = to_follow_up(kind(), [standing("R1", *ANSWERED), standing("R2"), standing("R3")])
    assert found
    assert found.number == "R2"


@pytest.mark.parametrize(
    ("of", "requests"),
    [
        (kind(), []),
        (kind(), [standing("R1", *ANSWERED)]),
        (kind(), [standing("R1", of="expedite")]),
        (kind("new"), [standing("R1")]),
        (kind(about_a_case=False), [standing("R1")]),
    ],
    ids=["none", "answered", "another kind", "each is of another thing", "about no case"],
)
def test_everything_else_is_a_request_of_its_own(of: RequestKind, requests: list[ServiceRequest]) -> None:
    assert to_follow_up(of, requests) is None


def test_an_agency_says_of_which_kinds_each_is_of_another_thing() -> None:
    assert {k.id for k in KINDS.kinds if k.again == "new"} == {"typographic-error", "duplicate-notice"}
