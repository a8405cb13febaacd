"""What the center counts on from a store, shown on the one in memory and on SQLite."""

import asyncio
from datetime import timedelta

import msgspec
import pytest

from tests.contract.calls_to_keep import (
    MORNING,
    after,
    arrival,
    practice,
    request,
    reserved,
    speaks,
    with_,
)
from tierline.acd.agents import AgentState
from tierline.acd.duty import absent, begun, moved, not_taken
from tierline.calls.away_events import HistoryLost
from tierline.calls.contact_events import ContactAcknowledged, ContactWritten, OfficeAsked
from tierline.calls.emergency_events import EmergencyAcknowledged, EmergencyDeclared
from tierline.calls.events import Answered, Arrived, Ended, Recorded
from tierline.calls.fold import fold
from tierline.calls.names import AgentId, CallId, LegId, MessageId, Ref
from tierline.calls.review_events import CorrectionPassedOn, CorrectionSeen, Reviewed
from tierline.calls.service_events import NoScriptFits, QuestionNoted
from tierline.ports.store import Change, Conflict, Credential, Store, Value
from tierline.privacy.accesses import Access


async def test_a_call_is_read_as_it_was_committed(store: Store) -> None:
    first = arrival("c1")
    await store.commit(first)
    second = speaks("es", first)
    await store.commit(second)
    assert await store.call(CallId("c1")) == second.call
    assert list(await store.timeline(CallId("c1"))) == [*first.events, *second.events]


async def test_practice_is_listed_apart_by_agent_and_never_among_the_calls(store: Store) -> None:
    await store.commit(arrival("c1"))
    for nth, (call, agent) in enumerate([("p1", "ana"), ("p2", "bo"), ("p3", "ana")]):
        await store.commit(practice(call, agent, MORNING + timedelta(minutes=nth)))
    assert [call.id for call in await store.recent_calls(9)] == ["c1"]
    assert [call.id for call in await store.practice_calls(9)] == ["p3", "p2", "p1"]
    assert [call.id for call in await store.practice_calls(9, AgentId("ana"))] == ["p3", "p1"]
    assert [call.id for call in await store.practice_calls(1)] == ["p3"]
    assert {call.id for call in await store.open_calls()} == {"c1", "p1", "p2", "p3"}


def test_no_store_is_given_a_request_of_a_practice_call() -> None:
    with pytest.raises(ValueError, match="practice"):
        with_(practice("p1", "ana"), requests=[request("R1")])


async def test_an_unknown_call_has_no_state_and_no_timeline(store: Store) -> None:
    assert await store.call(CallId("nobody")) is None
    assert list(await store.timeline(CallId("nobody"))) == []


async def test_of_two_changes_from_the_same_event_exactly_one_wins(store: Store) -> None:
    first = arrival("c1")
    await store.commit(first)
    rivals = [speaks("en", first), speaks("es", first)]
    outcomes = await asyncio.gather(*(store.commit(r) for r in rivals), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes if outcome] == [Conflict]
    winner = rivals[outcomes.index(None)]
    assert await store.call(CallId("c1")) == winner.call
    assert list(await store.timeline(CallId("c1"))) == [*first.events, *winner.events]


async def test_a_call_arrives_once(store: Store) -> None:
    await store.commit(arrival("c1"))
    with pytest.raises(Conflict):
        await store.commit(arrival("c1"))


async def test_a_change_that_skips_an_event_is_refused(store: Store) -> None:
    first = arrival("c1")
    skipped = speaks("en", first)
    with pytest.raises(Conflict):
        await store.commit(skipped)
    assert await store.call(CallId("c1")) is None


async def test_an_agent_is_reserved_for_one_call_at_a_time(store: Store) -> None:
    one, two = arrival("c1"), arrival("c2")
    await store.commit(with_(one, call=reserved(one.call, "ana")))
    with pytest.raises(Conflict):
        await store.commit(with_(two, call=reserved(two.call, "ana")))
    await store.commit(with_(two, call=reserved(two.call, "bo")))


async def test_an_agent_whose_reservation_ended_may_be_reserved_again(store: Store) -> None:
    one, two = arrival("c1"), arrival("c2")
    await store.commit(with_(one, call=reserved(one.call, "ana")))
    await store.commit(after("c1", one.events, [Ended(how="caller_hung_up", where="presented")]))
    await store.commit(with_(two, call=reserved(two.call, "ana")))


async def test_a_reservation_may_pass_from_one_agent_to_the_next(store: Store) -> None:
    one, two = arrival("c1"), arrival("c2")
    await store.commit(with_(one, call=reserved(one.call, "ana")))
    later = speaks("en", one)
    await store.commit(with_(later, call=reserved(later.call, "bo")))
    await store.commit(with_(two, call=reserved(two.call, "ana")))


async def test_personal_values_are_found_by_their_references_alone(store: Store) -> None:
    values = [Value(Ref("r1"), "receipt", "EAC9999103403"), Value(Ref("r2"), "name", "José Ñandú")]
    await store.commit(with_(arrival("c1"), values=values))
    found = await store.values([Ref("r1"), Ref("r2"), Ref("r3")])
    assert found == {"r1": "EAC9999103403", "r2": "José Ñandú"}
    assert await store.values([]) == {}


async def test_calls_with_an_emergency_are_known_until_it_is_acknowledged_also_when_they_are_over(
    store: Store,
) -> None:
    quiet, first = arrival("c1"), arrival("c2")
    declared = after("c2", list(first.events), [EmergencyDeclared(AgentId("carla"), "threat")])
    over = after("c2", [*first.events, *declared.events], [Ended("caller_hung_up", "talking")])
    for change in (quiet, first, declared):
        await store.commit(change)
    assert list(await store.calls_with_alert()) == [declared.call]
    await store.commit(over)
    assert list(await store.calls_with_alert()) == [over.call]
    before = [*first.events, *declared.events, *over.events]
    await store.commit(after("c2", before, [EmergencyAcknowledged(AgentId("selma"), Ref("note-1"))]))
    assert list(await store.calls_with_alert()) == []


async def test_calls_that_await_a_contact_are_known_until_one_has_acknowledged_also_when_they_are_over(
    store: Store,
) -> None:
    selma, first = AgentId("selma"), arrival("c2")
    asked = OfficeAsked("C1", "key", selma, "newark", "urgent", "immediate_action", None, Ref("reason-1"))
    message = MessageId("message-1")
    written = ContactWritten("C1", "newark-urgent", message, Ref("email-1"), Ref("text-1"))
    waits = after("c2", list(first.events), [asked, written])
    over = after("c2", [*first.events, *waits.events], [Ended("caller_hung_up", "talking")])
    for change in (arrival("c1"), first, waits):
        await store.commit(change)
    assert list(await store.calls_awaiting_contact()) == [waits.call]
    await store.commit(over)
    assert list(await store.calls_awaiting_contact()) == [over.call]
    before = [*first.events, *waits.events, *over.events]
    await store.commit(after("c2", before, [ContactAcknowledged("C1", "newark-urgent", selma)]))
    assert list(await store.calls_awaiting_contact()) == []


async def test_open_calls_come_oldest_first_and_ended_ones_not_at_all(store: Store) -> None:
    young = arrival("a-young", MORNING + timedelta(minutes=1))
    old, ended = arrival("z-old"), arrival("ended")
    for change in (young, old, ended):
        await store.commit(change)
    await store.commit(after("ended", ended.events, [Ended(how="caller_hung_up", where="ivr")]))
    assert list(await store.open_calls()) == [old.call, young.call]
    assert [call.id for call in await store.recent_calls(2)] == ["a-young", "z-old"]


async def test_a_password_is_replaced_by_the_next(store: Store) -> None:
    assert await store.credential("ana") is None
    await store.set_credential(Credential("ana", "hash-1"))
    await store.set_credential(Credential("ana", "hash-2"))
    assert await store.credential("ana") == Credential("ana", "hash-2")


async def test_a_session_lasts_until_its_end_or_until_it_is_closed(store: Store) -> None:
    await store.open_session("t1", "ana", MORNING + timedelta(hours=8), MORNING)
    assert await store.session("t1", MORNING) == AgentId("ana")
    assert await store.session("t1", MORNING + timedelta(hours=8)) is None
    await store.close_session("t1")
    await store.close_session("t1")
    assert await store.session("t1", MORNING) is None


async def test_sessions_that_have_expired_are_forgotten_when_the_next_is_opened(store: Store) -> None:
    noon, evening = MORNING + timedelta(hours=4), MORNING + timedelta(hours=12)
    await store.open_session("t1", "ana", noon, MORNING)
    await store.open_session("t2", "bo", evening, MORNING)
    await store.open_session("t3", "cy", evening, noon)
    assert [await store.session(token, MORNING) for token in ("t1", "t2", "t3")] == [None, "bo", "cy"]


async def test_a_group_is_kept_in_order_and_its_members_conflict_one_by_one(store: Store) -> None:
    first, other = arrival("c1"), arrival("c2")
    rival, after_it = speaks("en", first), speaks("es", first)
    next_of_other = with_(speaks("es", other), values=[Value(Ref("r1"), "text", "x")])
    outcomes = await store.commit_all([first, rival, after_it, arrival("c1"), other, next_of_other])
    assert [type(outcome) for outcome in outcomes if outcome] == [Conflict, Conflict]
    assert [bool(outcome) for outcome in outcomes] == [False, False, True, True, False, False]
    assert await store.call(CallId("c1")) == rival.call
    assert list(await store.timeline(CallId("c1"))) == [*first.events, *rival.events]
    assert await store.call(CallId("c2")) == next_of_other.call
    assert await store.values([Ref("r1")]) == {"r1": "x"}


async def test_an_empty_group_only_asks_whether_the_store_answers(store: Store) -> None:
    assert list(await store.commit_all([])) == []


@pytest.mark.parametrize("known", [0, 1])
async def test_a_gap_is_kept_when_an_event_stands_for_it_and_reads_as_what_it_led_to(
    store: Store, known: int
) -> None:
    first = arrival("c1")
    if known:
        await store.commit(first)
    state = msgspec.structs.replace(first.call, seq=7, language="es")
    lost = Recorded(call=CallId("c1"), seq=7, at=MORNING, event=HistoryLost(7 - known, state))
    await store.commit(Change(call=state, events=[lost]))
    assert await store.call(CallId("c1")) == state
    assert fold(await store.timeline(CallId("c1"))) == state
    with pytest.raises(Conflict):
        await store.commit(Change(call=state, events=[lost]))


async def test_the_latest_duty_of_each_agent_is_kept_and_every_state_stays_on_record(store: Store) -> None:
    ana, bo = absent(AgentId("ana"), MORNING), absent(AgentId("bo"), MORNING)
    later = MORNING + timedelta(minutes=5)
    ready = moved(begun(ana.agent, MORNING), AgentState("ready", later))
    await store.keep_duties([ana, bo, ready])
    missed = not_taken(ready, "timed_out")
    await store.keep_duties([missed])
    assert list(await store.duties()) == [missed, bo]
    assert [state.name for state in await store.states_of(ana.agent, MORNING)] == ["not_ready", "ready"]
    assert list(await store.states_of(ana.agent, later)) == [ready.state]


async def test_all_sessions_of_a_user_are_closed_but_one(store: Store) -> None:
    until = MORNING + timedelta(hours=12)
    for token, user in (("t1", "ana"), ("t2", "ana"), ("t3", "bo")):
        await store.open_session(token, user, until, MORNING)
    await store.close_sessions("ana", but="t2")
    assert [await store.session(token, MORNING) for token in ("t1", "t2", "t3")] == [None, "ana", "bo"]
    await store.close_sessions("ana")
    assert await store.session("t2", MORNING) is None


async def test_what_no_script_answered_is_found_by_when_it_was_without_practice(store: Store) -> None:
    none, noted = NoScriptFits(AgentId("ana"), None, ("card",)), QuestionNoted(AgentId("ana"), Ref("q1"))
    for first, at in (
        (arrival("c2"), MORNING),
        (arrival("c1"), MORNING + timedelta(hours=1)),
        (arrival("c3", MORNING - timedelta(days=9)), MORNING - timedelta(days=9)),
        (practice("c4", "ana"), MORNING),
    ):
        await store.commit(first)
        await store.commit(after(first.call.id, list(first.events), [none, noted], at))
    found = await store.unanswered(MORNING - timedelta(days=1))
    assert [(recorded.call, recorded.event) for recorded in found] == [
        ("c2", none),
        ("c2", noted),
        ("c1", none),
        ("c1", noted),
    ]


async def test_what_was_found_of_what_callers_were_told_is_found_by_when_without_practice(
    store: Store,
) -> None:
    found = Reviewed(AgentId("bo"), AgentId("ana"), Ref("t1"), "corrected", instead=Ref("t2"), why=Ref("t3"))
    seen, passed = (
        CorrectionSeen(AgentId("ana"), Ref("t1")),
        CorrectionPassedOn(AgentId("bo"), Ref("t1"), "", "R1"),
    )
    for first, at in (
        (arrival("c2"), MORNING),
        (arrival("c3", MORNING - timedelta(days=9)), MORNING - timedelta(days=9)),
        (practice("c4", "ana"), MORNING),
    ):
        await store.commit(first)
        await store.commit(after(first.call.id, list(first.events), [found, seen, passed], at))
    kept = await store.reviews(MORNING - timedelta(days=1))
    assert [(recorded.call, recorded.event) for recorded in kept] == [
        ("c2", found),
        ("c2", seen),
        ("c2", passed),
    ]


async def test_who_answered_a_number_before_is_known_the_last_one_first(store: Store) -> None:
    number = Value(Ref("phone-1"), "phone", "+12025550111")
    for call, agents, at in (
        ("c1", ["ana", "bo"], MORNING),
        ("c2", ["ana"], MORNING + timedelta(hours=1)),
        ("c3", ["cy"], MORNING - timedelta(days=9)),
    ):
        ref = Ref(f"phone-{call}")
        answered = [Answered(agent=AgentId(a), leg=LegId(f"leg-{a}"), tier="1") for a in agents]
        arrived = Arrived(leg=LegId(f"leg-{call}"), number="+18005550100", caller=ref, agency="a1")
        change = after(call, [], [arrived, *answered], at)
        await store.commit(msgspec.structs.replace(change, values=[msgspec.structs.replace(number, ref=ref)]))
    since = MORNING - timedelta(days=1)
    assert list(await store.who_served("+12025550111", since, 10)) == ["ana", "bo"]
    assert list(await store.who_served("+12025550111", since, 1)) == ["ana"]
    assert list(await store.who_served("+12025550199", since, 10)) == []


async def test_whoever_answered_a_number_last_is_known_in_whatever_order_its_calls_came(store: Store) -> None:
    told = {}
    for n, call in enumerate(("c1", "c2")):
        ref = Ref(f"phone-{call}")
        arrived = Arrived(leg=LegId(f"leg-{call}"), number="+18005550100", caller=ref, agency="a1")
        told[call] = after(call, [], [arrived], MORNING + timedelta(minutes=n))
        phone = Value(ref, "phone", "+12025550111")
        await store.commit(msgspec.structs.replace(told[call], values=[phone]))
    for minutes, call, agent in ((10, "c2", "bo"), (20, "c1", "ana"), (30, "c1", "cy")):
        answer = Answered(agent=AgentId(agent), leg=LegId(f"leg-{agent}"), tier="1")
        before = list(told[call].events)
        change = after(call, before, [answer], MORNING + timedelta(minutes=minutes))
        await store.commit(change)
        told[call] = msgspec.structs.replace(change, events=[*before, *change.events])
    assert list(await store.who_served("+12025550111", MORNING, 10)) == ["cy", "ana", "bo"]
    assert list(await store.who_served("+12025550111", MORNING, 1)) == ["cy"]


def with_values(call: str, *values: tuple[str, str, str]) -> Change:
    return with_(arrival(call), values=[Value(Ref(ref), kind, value) for ref, kind, value in values])


async def test_a_person_is_found_by_their_number_in_every_call_and_by_nothing_else(store: Store) -> None:
    await store.commit(with_values("c1", ("r1", "receipt", "EAC1"), ("p1", "phone", "+1202")))
    await store.commit(with_values("c2", ("r2", "receipt", "EAC1"), ("n1", "note", "EAC1")))
    await store.commit(with_values("c3", ("r3", "receipt", "EAC2")))
    assert await store.refs_of("EAC1") == {"r1": "c1", "r2": "c2"}
    assert await store.refs_of("+1202") == {"p1": "c1"}
    assert await store.refs_of("EAC") == {}


def access(id: str, call: str, minutes: int, by: str = "olga") -> Access:
    at = MORNING + timedelta(minutes=minutes)
    return Access(
        id=id, at=at, by=by, how="seen", call=CallId(call), fields=("status",), matter=Ref("receipt-1")
    )


async def test_who_looked_is_listed_by_call_oldest_first_and_kept_once(store: Store) -> None:
    for call in ("c1", "c2"):
        await store.commit(arrival(call))
    late, early, other = access("a", "c1", 2), access("b", "c1", 1), access("c", "c2", 0)
    await store.privacy.keep([late, early, other])
    await store.privacy.keep([access("a", "c1", 9, by="somebody else")])
    assert list(await store.privacy.accesses([CallId("c1")])) == [early, late]
    assert list(await store.privacy.accesses([CallId("c1"), CallId("c2")])) == [other, early, late]


async def test_a_request_about_somebody_who_never_rang_is_kept_too(store: Store) -> None:
    asked = Access(id="a", at=MORNING, by="root", how="accounting", call=None, whose="the person")
    await store.privacy.keep([asked])
    assert list(await store.privacy.accesses([])) == []
