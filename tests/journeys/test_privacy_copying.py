"""Whoever copies or prints from a screen with a person's record is on record for it, by class."""

from collections.abc import Iterator

import pytest

from tests.journeys.test_privacy_accounting import MINE, asked_of, told_the_status
from tests.journeys.web import Web
from tests.journeys.world import World


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def test_what_an_agent_copies_is_in_the_accounting_by_its_class(world: World) -> None:
    _, carla = told_the_status(world)
    copied = {"how": "copied", "classes": ["receipt", "words"]}
    assert carla.post(f"{carla.at_hand()}/copies", copied).status_code == 204
    world.wait(seconds=1)
    carla.post(f"{carla.at_hand()}/copies", {"how": "printed", "classes": ["words"]})
    found = [told for told in asked_of(world, "receipt", MINE) if told.nature in ("copied", "printed")]
    assert [(told.nature, told.by, told.facts) for told in found] == [
        ("copied", "carla", ("receipt", "words")),
        ("printed", "carla", ("words",)),
    ]


def test_each_copy_is_on_record_though_a_look_is_once(world: World) -> None:
    _, carla = told_the_status(world)
    for _ in range(3):
        carla.post(f"{carla.at_hand()}/copies", {"how": "copied", "classes": ["words"]})
    assert [told.nature for told in asked_of(world, "receipt", MINE)].count("copied") == 3


def test_a_value_in_the_place_of_a_class_is_not_taken(world: World) -> None:
    _, carla = told_the_status(world)
    refused = carla.post(f"{carla.at_hand()}/copies", {"how": "copied", "classes": [MINE]})
    assert refused.status_code == 400
    assert MINE not in refused.text


def test_of_a_call_of_somebody_else_nothing_can_be_said(world: World) -> None:
    _, carla = told_the_status(world)
    colin = Web(world).signed_in("colin")
    of = f"{carla.at_hand()}/copies"
    assert colin.post(of, {"how": "copied", "classes": ["words"]}).status_code == 404


def test_what_a_clerk_copies_from_a_request_names_the_request(world: World) -> None:
    ana, carla = told_the_status(world)
    facts = {"sent_on": "2026-10-01", "address_checked": "yes"}
    form = {"kind": "non-receipt-card", "receipt": MINE, "facts": facts}
    carla.post(f"{carla.at_hand()}/requests", form, Idempotency_Key="one")
    [number] = ana.call.requests
    request = world.do(world.store.request(number))
    assert request
    clerks = [person for person in world.agency.staff.values() if person.role == "clerk"]
    theirs = next(clerk for clerk in clerks if clerk.office == request.office)
    other = next(clerk for clerk in clerks if clerk.office != request.office)
    copies, copied = f"/api/office/requests/{number}/copies", {"how": "copied", "classes": ["receipt"]}
    assert Web(world).signed_in(theirs.user).post(copies, copied).status_code == 204
    assert Web(world).signed_in(other.user).post(copies, copied).status_code == 404
    found = [told for told in asked_of(world, "receipt", MINE) if told.nature == "copied"]
    assert [(told.by, told.of) for told in found] == [(theirs.user, number)]
