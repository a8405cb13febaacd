from datetime import UTC, datetime

import msgspec
import pytest

from tests.sample_agency import read
from tierline.calls.names import AgentId, CallId, Ref
from tierline.requests import work
from tierline.requests.clock import Pause
from tierline.requests.events import (
    AskedBack,
    Replied,
    RequestEvent,
    RequestMade,
    RequestPutBack,
    RequestRecorded,
    RequestTaken,
    Submitted,
    ToldByCaller,
)
from tierline.requests.fold import BrokenHistory, fold
from tierline.requests.kinds import RequestKind, RequestKindsFile, may_make, missing
from tierline.requests.request import ServiceRequest, in_order_of_work
from tierline.requests.target import Target
from tierline.requests.work import NotNow

KINDS = read("request-kinds.yaml", RequestKindsFile)
CARLA, CY, DEE = AgentId("carla"), AgentId("cy"), AgentId("dee")
AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def kind(name: str) -> RequestKind:
    found = KINDS.kind(name)
    assert found is not None
    return found


def made(number: str = "R1", *, priority: bool = False, at: datetime = AT) -> RequestRecorded:
    event = RequestMade(
        by=CARLA,
        key=number,
        call=CallId("c1"),
        kind="typographic-error",
        priority=priority,
        receipt=Ref("r1"),
        facts={"error": Ref("r2")},
        office="newark",
        because=("the file is there",),
        target=Target(calendar_days=15),
    )
    return RequestRecorded(request=number, seq=1, at=at, event=event)


def after(*events: RequestEvent) -> ServiceRequest:
    """A request to which these have happened since it was made."""
    later = [RequestRecorded(request="R1", seq=n, at=AT, event=event) for n, event in enumerate(events, 2)]
    return fold([made(), *later])


def test_priority_kinds_are_due_in_7_days_and_the_others_in_15() -> None:
    assert {(k.priority, k.target.calendar_days) for k in KINDS.kinds} == {(True, 7), (False, 15)}


@pytest.mark.clause("B2.3")
def test_a_csr_may_make_the_kinds_that_customers_ask_for() -> None:
    assert all(may_make(k, "csr") for k in KINDS.kinds if k.id != "agency-error")


@pytest.mark.clause("B4.4d")
def test_only_a_supervisor_may_ask_an_office_to_alleviate_a_wait_of_the_agencys_own_making() -> None:
    roles = ("csr", "officer", "supervisor", "ivr", "clerk")
    assert [role for role in roles if may_make(kind("agency-error"), role)] == ["supervisor"]


@pytest.mark.clause("B4.4d")
def test_a_kind_for_the_agencys_own_error_has_its_own_target_and_is_open_to_nobody_else() -> None:
    relief = kind("agency-error")
    assert relief.agency_error
    assert (relief.priority, relief.target) == (True, Target(calendar_days=7))
    assert "agency_error" in relief.needs
    with pytest.raises(ValueError, match="supervisors alone"):
        msgspec.convert({**msgspec.to_builtins(relief), "by": ["officer", "supervisor"]}, RequestKind)


@pytest.mark.clause("B4.4c")
def test_a_supervisor_may_make_every_kind() -> None:
    assert all(may_make(k, "supervisor") for k in KINDS.kinds)


def test_the_ivr_makes_no_request_unless_the_agency_opts_in() -> None:
    opted_in = {k.id for k in KINDS.kinds if may_make(k, "ivr")}
    assert opted_in == {"non-receipt-card", "outside-normal-processing"}
    assert all("ivr" in kind(k).by for k in opted_in)


@pytest.mark.clause("A12")
def test_facts_not_given_or_left_blank_are_asked_for_in_order() -> None:
    assert missing(kind("change-of-address"), {"zip": "07102", "new_address": "  "}) == (
        "new_address",
        "moved_on",
    )


def test_a_kind_may_not_need_a_fact_that_is_not_declared() -> None:
    with pytest.raises(ValueError, match="undeclared facts"):
        RequestKindsFile(facts=(), kinds=KINDS.kinds)


@pytest.mark.clause("A13")
def test_a_rerouted_request_keeps_its_number_age_due_date_and_answers() -> None:
    before = after(RequestTaken(CY), Replied(CY, "initial", Ref("w1")))
    moved = after(
        RequestTaken(CY),
        Replied(CY, "initial", Ref("w1")),
        work.reroute(before, CY, "nbc", ("the file moved",), Ref("w2")),
    )
    assert (moved.office, moved.because) == ("nbc", ("the file moved",))
    assert (moved.number, moved.created_at, moved.target) == (before.number, before.created_at, before.target)
    assert [stay.office for stay in moved.stays] == ["newark", "nbc"]
    assert moved.replies == before.replies
    assert moved.taken_by is None


def test_what_a_colleague_works_on_is_neither_taken_nor_answered_by_another() -> None:
    taken = after(RequestTaken(CY))
    with pytest.raises(NotNow, match="a colleague works on it"):
        work.take(taken, DEE)
    for act in (
        lambda: work.reply(taken, DEE, "final", Ref("w1")),
        lambda: work.ask_back(taken, DEE, Ref("w1")),
        lambda: work.put_back(taken, DEE),
    ):
        with pytest.raises(NotNow, match="take the request first"):
            act()
    with pytest.raises(NotNow, match="a colleague works on it"):
        work.reroute(taken, DEE, "nbc", (), None)
    assert work.put_back(taken, CY) == RequestPutBack(CY)
    assert after(RequestTaken(CY), RequestPutBack(CY)).taken_by is None


def test_an_office_replies_first_follows_up_and_answers_on_the_same_request() -> None:
    first = after(RequestTaken(CY), Replied(CY, "initial", Ref("w1")))
    with pytest.raises(NotNow, match="has a first reply already"):
        work.reply(first, CY, "initial", Ref("w2"))
    done = after(
        RequestTaken(CY),
        Replied(CY, "initial", Ref("w1")),
        Replied(CY, "follow_up", Ref("w2")),
        work.reply(first, CY, "final", Ref("w3")),
    )
    assert [reply.stage for reply in done.replies] == ["initial", "follow_up", "final"]
    assert (done.status, done.answered_at) == ("answered", AT)


def test_an_answered_request_is_neither_answered_moved_taken_nor_asked_about_again() -> None:
    done = after(RequestTaken(CY), Replied(CY, "final", Ref("w1")))
    for act in (
        lambda: work.take(done, DEE),
        lambda: work.reply(done, CY, "follow_up", Ref("w2")),
        lambda: work.ask_back(done, CY, Ref("w2")),
        lambda: work.reroute(done, CY, "nbc", (), None),
    ):
        with pytest.raises(NotNow, match="answered already"):
            act()


def test_a_request_waits_for_its_caller_until_they_have_said_what_was_asked() -> None:
    waits = after(RequestTaken(CY), AskedBack(CY, Ref("w1")))
    assert waits.status == "asked_back"
    with pytest.raises(NotNow, match="asked already"):
        work.ask_back(waits, CY, Ref("w2"))
    told = after(RequestTaken(CY), AskedBack(CY, Ref("w1")), ToldByCaller(CARLA, CallId("c2"), Ref("w2")))
    assert (told.status, told.calls, told.taken_by) == ("open", (CallId("c2"),), CY)
    assert told.pauses == (Pause(AT, AT),)


def test_the_same_matter_handed_in_again_opens_an_answered_request_at_its_old_age() -> None:
    again = Submitted(CARLA, "key-2", CallId("c2"), {"error": Ref("r7"), "correction": Ref("r8")})
    opened = after(RequestTaken(CY), Replied(CY, "final", Ref("w1")), again)
    assert (opened.status, opened.answered_at, opened.created_at) == ("open", None, AT)
    assert opened.facts == {"error": "r7", "correction": "r8"}


def test_a_request_is_not_sent_to_where_it_is() -> None:
    with pytest.raises(NotNow, match="at this office already"):
        work.reroute(after(), CY, "newark", (), None)


def test_a_history_with_a_hole_or_without_a_making_is_broken() -> None:
    taken = RequestRecorded(request="R1", seq=3, at=AT, event=RequestTaken(CY))
    for history in ([], [taken], [made(), taken], [made(), msgspec.structs.replace(made(), seq=2)]):
        with pytest.raises(BrokenHistory):
            fold(history)


def test_an_office_works_priority_requests_first_and_then_in_the_order_they_came() -> None:
    later = AT.replace(hour=9)
    every = [made("late", at=later), made("early"), made("urgent", priority=True, at=later)]
    requests = [fold([one]) for one in every]
    assert [r.number for r in in_order_of_work(requests)] == ["urgent", "early", "late"]
