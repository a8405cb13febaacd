"""The clerks of an office work its Service Requests: one at a time each, on one record, with words that the
history keeps."""

from collections.abc import Iterator

import msgspec
import pytest

from tests.journeys.test_privacy_accounting import MINE, told_the_status
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tierline.staff.person import Person

ANSWER = {"stage": "final", "words": "It is on its way."}
FACTS = {"sent_on": "2026-10-01", "address_checked": "yes"}


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def number(world: World) -> str:
    """Of a request that a CSR made for a verified caller."""
    ana, carla = told_the_status(world)
    form = {"kind": "non-receipt-card", "receipt": MINE, "facts": FACTS}
    carla.post(f"{carla.at_hand()}/requests", form, Idempotency_Key="one")
    [number] = ana.call.requests
    return number


@pytest.fixture
def clerk(world: World, number: str) -> Browser:
    return Web(world).signed_in(at_its_office(world, number).user)


def at_its_office(world: World, number: str) -> Person:
    request = world.do(world.store.request(number))
    assert request
    return next(person for person in world.agency.staff.values() if person.office == request.office)


def of(number: str, what: str) -> str:
    return f"/api/office/requests/{number}/{what}"


def test_a_request_is_taken_replied_to_and_answered_and_its_history_has_every_word(
    clerk: Browser, number: str
) -> None:
    taken = clerk.post(of(number, "take")).json()
    assert taken["taken_by"] == {"user": "clerk-nbc", "name": "Bert Sample"}
    clerk.post(of(number, "replies"), {"stage": "initial", "words": "We are tracing the card."})
    clerk.post(of(number, "replies"), {"stage": "follow_up", "words": "It came back to us."})
    done = clerk.post(of(number, "replies"), {"stage": "final", "words": "It is on its way again."}).json()
    assert done["status"] == "answered"
    told = [(line["what"]["template"], line["words"]) for line in done["history"]]
    assert told == [
        ("Made the request; it came to {office}", ""),
        ("Took it to work on it", ""),
        ("Sent a first reply", "We are tracing the card."),
        ("Sent a further reply", "It came back to us."),
        ("Answered it", "It is on its way again."),
    ]


def test_nothing_that_a_clerk_writes_is_in_an_event(world: World, clerk: Browser, number: str) -> None:
    clerk.post(of(number, "take"))
    clerk.post(of(number, "replies"), {"stage": "final", "words": "Mrs. Quiñones has it."})
    history = world.do(world.store.request_history(number))
    assert "Quiñones" not in msgspec.json.encode(history).decode()


def test_a_retried_take_is_taken_once(world: World, clerk: Browser, number: str) -> None:
    clerk.post(of(number, "take"))
    assert clerk.post(of(number, "take")).status_code == 200
    assert len(world.do(world.store.request_history(number))) == 2


def test_the_caller_is_asked_back_by_who_works_on_it(clerk: Browser, number: str) -> None:
    early = clerk.post(of(number, "questions"), {"words": "Which address?"})
    assert early.status_code == 409
    assert "take the request first" in early.json()["error"]
    clerk.post(of(number, "take"))
    asked = clerk.post(of(number, "questions"), {"words": "Which address?"}).json()
    assert asked["status"] == "asked_back"
    assert asked["history"][-1]["words"] == "Which address?"


def test_a_reply_without_a_word_is_refused_and_nothing_is_changed(clerk: Browser, number: str) -> None:
    clerk.post(of(number, "take"))
    refused = clerk.post(of(number, "replies"), {"stage": "final", "words": "  "})
    assert refused.status_code == 409
    assert "write a few words" in refused.json()["error"]
    assert clerk.get(f"/api/office/requests/{number}").json()["status"] == "open"


@pytest.mark.clause("A13")
def test_a_request_at_the_wrong_office_is_sent_on_with_name_and_reason_and_keeps_number_age_and_history(
    world: World, clerk: Browser, number: str
) -> None:
    before = clerk.get(f"/api/office/requests/{number}").json()
    moved = clerk.post(of(number, "office"), {"office": "newark", "why": "The file came to Newark."})
    assert moved.status_code == 204
    assert clerk.get(f"/api/office/requests/{number}").status_code == 404
    there = Web(world).signed_in("clerk-newark").get(f"/api/office/requests/{number}").json()
    assert (there["created_at"], there["due"]) == (before["created_at"], before["due"])
    assert [line["words"] for line in there["history"]] == ["", "The file came to Newark."]
    assert there["history"][-1]["who"] == "Bert Sample"


@pytest.mark.parametrize(
    ("office", "says"),
    [
        ("nowhere", "there is no such office"),
        ("new-delhi", "an overseas office takes no requests"),
        ("nbc", "at this office already"),
    ],
)
def test_a_request_is_not_sent_to_where_it_cannot_be(
    clerk: Browser, number: str, office: str, says: str
) -> None:
    refused = clerk.post(of(number, "office"), {"office": office, "why": "It belongs there."})
    assert refused.status_code == 409
    assert says in refused.json()["error"]


def test_a_request_of_another_office_is_as_good_as_none(world: World, clerk: Browser, number: str) -> None:
    other = Web(world).signed_in("clerk-newark")
    assert other.post(of(number, "take")).status_code == 404
    assert other.post(of(number, "replies"), {"stage": "final", "words": "Yes."}).status_code == 404


def test_an_answer_that_is_sent_twice_at_once_is_given_once(clerk: Browser, number: str) -> None:
    clerk.post(of(number, "take"))
    answers = clerk.post_at_once(of(number, "replies"), [ANSWER, ANSWER])
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    shown = clerk.get(f"/api/office/requests/{number}").json()
    assert [line["words"] for line in shown["history"]] == ["", "", ANSWER["words"]]
