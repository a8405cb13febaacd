"""What is counted on of Service Requests in a store: made once, worked in order, found by their case."""

import asyncio
from datetime import datetime, timedelta

import pytest

from tests.contract.calls_to_keep import (
    MORNING,
    arrival,
    goes_on,
    request,
    speaks,
    with_,
)
from tierline.calls.names import AgentId, CallId, Ref
from tierline.ports.store import Conflict, RequestChange, Store, Value
from tierline.requests.events import AskedBack, Replied, RequestEvent, RequestTaken, Submitted
from tierline.requests.fold import fold as fold_request

CY = AgentId("cy")
ANSWERED = Replied(CY, "final", Ref("reply-1"))


@pytest.mark.parametrize(
    "rival", [request("T1", key="other"), request("T2", key="key-T1")], ids=["number", "key"]
)
async def test_a_request_that_exists_already_keeps_nothing_of_its_change(store: Store, rival: object) -> None:
    first = arrival("c1")
    await store.commit(with_(first, requests=[request("T1")]))
    second = speaks("es", first)
    with pytest.raises(Conflict):
        await store.commit(with_(second, requests=[rival], values=[Value(Ref("r9"), "text", "x")]))
    assert await store.call(CallId("c1")) == first.call
    assert list(await store.timeline(CallId("c1"))) == list(first.events)
    assert await store.values([Ref("r9")]) == {}
    assert await store.request("T1") == request("T1").request
    await store.commit(with_(second, values=[Value(Ref("r9"), "text", "x")]))


async def test_a_retried_submission_finds_the_request_it_made(store: Store) -> None:
    await store.commit(with_(arrival("c1"), requests=[request("T1")]))
    assert await store.request_by_key("key-T1") == request("T1").request
    assert await store.request_by_key("key-T2") is None
    assert await store.request("T2") is None


async def test_an_office_works_priority_requests_first_then_the_oldest_and_what_is_answered_is_last(
    store: Store,
) -> None:
    later = MORNING + timedelta(hours=1)
    kept = [
        request("T1", later),
        request("T2"),
        request("T3", later, priority=True),
        request("T4", office="texas"),
        request("T5", MORNING, ANSWERED, priority=True),
        request("T6", MORNING, AskedBack(CY, Ref("q1"))),
    ]
    await store.commit(with_(arrival("c1"), requests=kept))
    assert [r.number for r in await store.requests_at("vermont")] == ["T3", "T2", "T6", "T1", "T5"]


async def test_a_request_is_read_as_it_was_committed_step_by_step(store: Store) -> None:
    made = request("T1")
    await store.commit(with_(arrival("c1"), requests=[made]))
    taken = goes_on("T1", made.events, [RequestTaken(CY)], MORNING + timedelta(hours=1))
    await store.commit_request(taken)
    words = Value(Ref("reply-1"), "reply", "it is on its way")
    reply = goes_on("T1", [*made.events, *taken.events], [Replied(CY, "final", words.ref)])
    await store.commit_request(with_(reply, values=[words]))
    assert await store.request("T1") == reply.request
    history = list(await store.request_history("T1"))
    assert history == [*made.events, *taken.events, *reply.events]
    assert fold_request(history) == reply.request
    assert await store.values([words.ref]) == {words.ref: words.value}
    assert list(await store.request_history("T2")) == []


async def test_of_two_clerks_who_take_a_request_at_once_exactly_one_has_it(store: Store) -> None:
    made = request("T1")
    await store.commit(with_(arrival("c1"), requests=[made]))
    rivals = [goes_on("T1", made.events, [RequestTaken(AgentId(clerk))]) for clerk in ("cy", "dee")]
    outcomes = await asyncio.gather(*(store.commit_request(r) for r in rivals), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes if outcome] == [Conflict]
    assert await store.request("T1") == rivals[outcomes.index(None)].request


async def test_a_submission_that_followed_a_request_up_does_so_once(store: Store) -> None:
    made = request("T1")
    await store.commit(with_(arrival("c1"), requests=[made]))
    again = Submitted(CY, "key-again", CallId("c1"), {"address": Ref("r7")})
    first = goes_on("T1", made.events, [again])
    await store.commit_request(first)
    assert await store.request_by_key("key-again") == first.request
    with pytest.raises(Conflict):
        await store.commit_request(goes_on("T1", [*made.events, *first.events], [again]))
    assert list(await store.request_history("T1")) == [*made.events, *first.events]


async def test_all_requests_about_a_case_are_found_by_its_number_in_the_order_of_their_making(
    store: Store,
) -> None:
    asks = [
        about("T1", "r1", "EAC1", MORNING + timedelta(hours=1)),
        about("T2", "r2", "EAC2"),
        about("T3", "r3", "EAC1", MORNING, ANSWERED),
        with_(request("T4", receipt=None), values=[Value(Ref("r4"), "receipt", "EAC1")]),
    ]
    await store.commit(with_(arrival("c1"), requests=asks))
    assert [r.number for r in await store.requests_about("EAC1")] == ["T3", "T1"]
    assert list(await store.requests_about("EAC3")) == []


def about(number: str, ref: str, receipt: str, at: datetime = MORNING, *later: RequestEvent) -> RequestChange:
    kept = [Value(Ref(ref), "receipt", receipt)]
    return with_(request(number, at, *later, receipt=Ref(ref), facts={}), values=kept)


async def test_a_request_serial_is_never_given_twice(store: Store) -> None:
    given = await asyncio.gather(*(store.next_request_serial() for _ in range(20)))
    assert len(set(given)) == 20
