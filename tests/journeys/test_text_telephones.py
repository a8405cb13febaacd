"""Callers who type, and callers for whom an operator does."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.journeys.world import World
from tierline.calls.events import Ended, KeyPressed, Queued, RelayCaller, SupervisorKeyWithdrawn, TtyDetected

SUNDAY_NIGHT = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def test_a_text_telephone_is_typed_to_and_put_through_to_a_person(world: World) -> None:
    ana = world.dials(language="en")
    ana.types()
    assert ana.hears == ["tty-notice"]
    assert ana.call.relay
    ana.listens()
    assert ana.all(Queued) == [Queued("1", "types on a text telephone")]


def test_it_is_on_record_once_before_the_treatment(world: World) -> None:
    ana = world.dials()
    ana.types()
    ana.types()
    assert (ana.all(TtyDetected), ana.all(RelayCaller)) == ([TtyDetected()], [RelayCaller("tty")])


def test_a_text_telephone_is_told_when_nobody_is_there(night: World) -> None:
    ana = night.dials()
    ana.types()
    assert ana.hears == ["tty-closed"]
    ana.listens()
    assert ana.all(Ended) == [Ended("ivr_ended", "tty-closed")]


def test_a_text_telephone_in_the_queue_keeps_its_place(world: World) -> None:
    ana = world.dials(language="en")
    ana.chooses_a_person()
    ana.types()
    assert ana.call.phase == "waiting"
    assert ana.all(TtyDetected) == [TtyDetected()]
    assert len(ana.all(Queued)) == 1


def test_who_types_instead_of_confirming_the_supervisor_key_did_not_hear_the_question(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("*")
    ana.types()
    assert ana.all(SupervisorKeyWithdrawn) == [SupervisorKeyWithdrawn()]
    assert ana.hears == ["tty-notice"]


def test_keys_do_what_they_did_for_callers_who_send_no_tones(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1")
    assert ana.all(KeyPressed)[-1] == KeyPressed("1", "case-status")
    assert not ana.all(TtyDetected)
    assert not ana.call.relay


@pytest.fixture
def night() -> Iterator[World]:
    world = World(SUNDAY_NIGHT)
    yield world
    world.close()
