from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.sample_agency import read
from tierline.calls.names import AgentId, CallId, Ref
from tierline.requests.due import due_on, is_overdue
from tierline.requests.kinds import RequestKind, RequestKindsFile, may_make, missing
from tierline.requests.request import (
    AlreadyAnswered,
    ServiceRequest,
    answered,
    in_order_of_work,
    opened,
    rerouted,
)

KINDS = read("request-kinds.yaml", RequestKindsFile)
EASTERN = ZoneInfo("America/New_York")
CARLA = AgentId("carla")
AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def kind(name: str) -> RequestKind:
    found = KINDS.kind(name)
    assert found is not None
    return found


def request(number: str = "R1", *, priority: bool = False, at: datetime = AT) -> ServiceRequest:
    made = ServiceRequest(
        number=number,
        key=number,
        call=CallId("c1"),
        kind="typographic-error",
        priority=priority,
        receipt=Ref("r1"),
        facts={"error": Ref("r2")},
        office="newark",
        because=("the file is there",),
        created_at=at,
        created_by=CARLA,
        due=date(2026, 12, 8),
    )
    return opened(made)


def test_an_answer_is_due_in_calendar_days_of_the_agencys_own_time_zone() -> None:
    assert due_on(AT, 15, EASTERN) == date(2026, 12, 8)  # in New York it was still the 23rd
    assert due_on(AT, 7, EASTERN) == date(2026, 11, 30)


def test_a_request_is_overdue_only_when_its_last_day_has_ended_there() -> None:
    due = date(2026, 12, 8)
    assert not is_overdue(due, datetime(2026, 12, 9, 4, 59, tzinfo=UTC), EASTERN)
    assert is_overdue(due, datetime(2026, 12, 9, 5, 0, tzinfo=UTC), EASTERN)


def test_priority_kinds_are_due_in_7_days_and_the_others_in_15() -> None:
    assert {(k.priority, k.target_days) for k in KINDS.kinds} == {(True, 7), (False, 15)}


@pytest.mark.clause("B2.3")
def test_a_csr_may_make_the_kinds_that_customers_ask_for() -> None:
    assert all(may_make(k, "csr") for k in KINDS.kinds if k.id != "agency-error")


@pytest.mark.clause("B4.4d")
def test_only_a_supervisor_may_ask_an_office_to_alleviate_a_wait_of_the_agencys_own_making() -> None:
    roles = ("csr", "officer", "supervisor", "ivr", "clerk")
    assert [role for role in roles if may_make(kind("agency-error"), role)] == ["supervisor"]


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
def test_a_rerouted_request_keeps_its_number_age_due_date_and_history() -> None:
    before = request()
    after = rerouted(before, office="nbc", because=("the file moved",), by=AgentId("clerk"), at=AT)
    assert (after.office, after.because) == ("nbc", ("the file moved",))
    assert (after.number, after.created_at, after.due) == (before.number, before.created_at, before.due)
    assert [(entry.what, entry.office) for entry in after.history] == [
        ("created", "newark"),
        ("rerouted", "nbc"),
    ]


def test_an_answered_request_is_neither_answered_nor_moved_again() -> None:
    done = answered(request(), by=AgentId("clerk"), at=AT, words=Ref("r3"))
    assert done.status == "answered"
    with pytest.raises(AlreadyAnswered):
        answered(done, by=AgentId("clerk"), at=AT, words=Ref("r4"))
    with pytest.raises(AlreadyAnswered):
        rerouted(done, office="nbc", because=(), by=AgentId("clerk"), at=AT)


def test_an_office_works_priority_requests_first_and_then_in_the_order_they_came() -> None:
    later = AT.replace(hour=9)
    requests = [request("late", at=later), request("early"), request("urgent", priority=True, at=later)]
    assert [r.number for r in in_order_of_work(requests)] == ["urgent", "early", "late"]
