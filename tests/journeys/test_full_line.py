"""A line takes so many; whoever comes when it is full is told so, and may be called back in turn."""

from collections.abc import Iterator

import msgspec
import pytest

from tests.journeys.world import Caller, World
from tests.sample import load_agency
from tierline.acd.capacity import Capacity
from tierline.acd.queues import QueuesFile
from tierline.calls.line_events import LineFull
from tierline.calls.names import AgentId
from tierline.desk.full_lines import look
from tierline.desk.views.floor_view import FullLineView, beside_agents

TWO = Capacity(waiting=2)


@pytest.fixture
def world() -> Iterator[World]:
    agency = load_agency()
    rules = tuple(
        msgspec.structs.replace(rule, capacity=TWO if rule.id == "tier-1" else None)
        for rule in agency.queues.queues
    )
    with World(agency=msgspec.structs.replace(agency, queues=QueuesFile(rules))) as world:
        world.agent("carla")
        yield world


def waits(world: World, language: str = "en") -> Caller:
    world.wait(seconds=1)
    caller = world.dials(language=language)
    caller.chooses_a_person()
    return caller


def full_lines(world: World) -> tuple[FullLineView, ...]:
    return beside_agents(world.center, world.center.agency.staff[AgentId("selma")]).full_lines


@pytest.mark.clause("B2.2")
def test_a_caller_whom_a_full_line_does_not_take_is_told_so_and_is_called_back_in_turn(world: World) -> None:
    ana, bo = waits(world), waits(world)
    cy = waits(world)
    assert [who.call.phase for who in (ana, bo, cy)] == ["waiting", "waiting", "ivr"]
    assert cy.hears == ["line-full"]
    cy.presses("1111")
    assert cy.call.phase == "promised"
    carla = world.ready("carla")
    carla.answers()
    assert ana.talks_to == {"carla"}


def test_why_the_line_did_not_take_a_caller_is_on_record_with_its_numbers(world: World) -> None:
    waits(world), waits(world)
    cy = waits(world)
    (full,) = cy.all(LineFull)
    assert (full.tier, full.queue, full.bound, full.most, full.waiting) == ("1", "tier-1", "waiting", 2, 2)


def test_the_line_takes_the_next_caller_as_soon_as_somebody_has_left_it(world: World) -> None:
    ana, _ = waits(world), waits(world)
    ana.hangs_up()
    cy = waits(world)
    assert cy.call.phase == "waiting"


def test_a_caller_who_left_the_full_line_by_a_key_comes_back_into_it_at_their_age(world: World) -> None:
    ana = waits(world)
    asked = ana.call.waiting_since
    ana.presses("1")
    waits(world), waits(world)
    for key in "021":  # a person, on the line, and no objection to the recording
        ana.presses(key)
    assert ana.call.phase == "waiting"
    assert ana.call.waiting_since == asked


def test_a_caller_whom_an_agent_gives_back_is_taken_by_the_full_line(world: World) -> None:
    carla = world.ready("carla")
    ana = waits(world)
    carla.answers()
    waits(world), waits(world)
    carla.gives_back()
    assert ana.call.phase == "waiting"
    assert not ana.all(LineFull)


def test_a_supervisor_is_never_refused_for_a_full_line(world: World) -> None:
    waits(world), waits(world)
    cy = waits(world)
    cy.presses("*1")
    assert (cy.call.phase, cy.call.tier) == ("waiting", "supervisor")


def test_supervisors_see_that_the_line_is_full_since_when_and_how_many_it_turned_away(world: World) -> None:
    ana, bo = waits(world), waits(world)
    look(world.center)
    since = world.clock.now()
    world.wait(minutes=2)
    waits(world), waits(world)
    (full,) = full_lines(world)
    assert (full.tier, full.language, full.since, full.turned_away) == ("1", "en", since, 2)
    ana.hangs_up()
    bo.hangs_up()
    look(world.center)
    assert full_lines(world) == ()


def test_a_wait_that_is_longer_than_the_line_allows_turns_callers_away_only_while_somebody_is_at_work(
    world: World,
) -> None:
    agency = world.center.agency
    rules = tuple(
        msgspec.structs.replace(rule, capacity=Capacity(wait_minutes=10)) for rule in agency.queues.queues
    )
    changed = msgspec.structs.replace(agency, version="later", queues=QueuesFile(rules))
    edition = msgspec.structs.replace(world.center.in_force.newest, agency=changed)
    world.center.in_force.publish(edition)
    world.center.in_force.begin_with(edition)
    for _ in range(5):
        assert waits(world).call.phase == "waiting"
    carla = world.ready("carla")
    carla.answers()
    last = waits(world)
    (full,) = last.all(LineFull)
    assert (full.bound, full.most, full.waiting, full.minutes) == ("wait_minutes", 10, 4, 40)
