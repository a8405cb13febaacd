"""What an officer does in a case system: on record first, and not confirmed until the system says so."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from tests.journeys.in_conversation import ana, carla
from tests.journeys.several_systems import ANA, ANA_BORN, Systems, olga, systems
from tests.journeys.world import Agent, Caller, World
from tests.sample import load_agency
from tierline.calls.service_events import ConfirmedBySystem, DoneInSystem, RefusedBySystem
from tierline.calls.verification_events import Verified
from tierline.desk import acting
from tierline.desk.acting import Doing
from tierline.desk.refusal import Refused
from tierline.desk.views.acts import ActsView, DoneView
from tierline.desk.views.timeline import timeline
from tierline.ports.agency import Agency
from tierline.ports.case_systems_file import CaseSystemsFile, Writing

__all__ = ["ana", "carla", "olga", "systems"]

REISSUED = Doing(key="act-1", system="case-management", action="notice-reissued", note="lost in the mail")
SCHEDULED = Doing(key="act-2", system="case-management", action="interview-scheduled")


def agency_that_writes() -> Agency:
    """Notices are issued again by the center, interviews scheduled by hand."""
    agency = load_agency()
    first, *others = agency.case_systems.systems
    writing = Writing(url="https://cases.agency.example/{receipt}/notices")
    actions = tuple(
        replace(action, writing=writing if action.id == "notice-reissued" else None)
        for action in first.actions
    )
    return replace(agency, case_systems=CaseSystemsFile((replace(first, actions=actions), *others)))


@pytest.fixture
def world() -> Iterator[World]:
    world = World(agency=agency_that_writes())
    yield world
    world.close()


def does(world: World, agent: Agent, caller: Caller, doing: Doing) -> None:
    async def act() -> None:
        async with world.center.turn(caller.call_id) as call:
            assert call
            await acting.act(world.center, call, agent.id, doing)

    world.do(act())


def acts_seen_by(agent: Agent) -> ActsView:
    seen = agent.sees().call
    assert seen
    assert seen.acts
    return seen.acts


def last_done(agent: Agent) -> DoneView:
    return acts_seen_by(agent).done[-1]


@pytest.mark.clause("B3.2")
def test_what_the_center_writes_is_confirmed_by_the_number_of_the_system(
    world: World, systems: Systems, ana: Caller, olga: Agent
) -> None:
    does(world, olga, ana, REISSUED)
    done = last_done(olga)
    assert (done.state, done.number, done.by_hand, done.note) == ("confirmed", "D-1", False, REISSUED.note)
    written = systems.by_id["case-management"].done["act-1"]
    assert (written.receipt, written.action, written.note) == (ANA, "notice-reissued", REISSUED.note)


@pytest.mark.clause("B3.2")
def test_what_is_done_by_hand_is_noted_and_not_confirmed(
    world: World, systems: Systems, ana: Caller, olga: Agent
) -> None:
    does(world, olga, ana, SCHEDULED)
    does(world, olga, ana, replace(REISSUED, by_hand=True))
    assert [(done.state, done.by_hand) for done in acts_seen_by(olga).done] == [("not_confirmed", True)] * 2
    assert systems.by_id["case-management"].done == {}


@pytest.mark.clause("B3.2")
def test_what_was_done_by_hand_is_confirmed_once_the_case_shows_it(
    world: World, systems: Systems, ana: Caller, olga: Agent
) -> None:
    does(world, olga, ana, SCHEDULED)
    assert (last_done(olga).shown, last_done(olga).state) == (True, "not_confirmed")
    status = systems.by_id["case-status"]
    status.away = True
    does(world, olga, ana, SCHEDULED)
    assert last_done(olga).state == "not_confirmed"
    status.away = False
    status.cases[ANA] = replace(status.cases[ANA], status="interview-scheduled")
    does(world, olga, ana, SCHEDULED)
    assert last_done(olga).state == "confirmed"
    assert (len(ana.all(DoneInSystem)), len(ana.all(ConfirmedBySystem))) == (1, 1)


def test_a_system_that_does_not_answer_leaves_it_not_confirmed_and_is_asked_again_with_the_same_key(
    world: World, systems: Systems, ana: Caller, olga: Agent
) -> None:
    systems.by_id["case-management"].away = True
    does(world, olga, ana, REISSUED)
    assert last_done(olga).state == "not_confirmed"
    systems.by_id["case-management"].away = False
    does(world, olga, ana, REISSUED)
    assert last_done(olga).state == "confirmed"
    assert (len(ana.all(DoneInSystem)), len(ana.all(ConfirmedBySystem))) == (1, 1)
    assert [*systems.by_id["case-management"].done] == ["act-1"]


def test_a_system_that_refuses_is_believed(world: World, systems: Systems, ana: Caller, olga: Agent) -> None:
    systems.by_id["case-management"].refuses = True
    does(world, olga, ana, REISSUED)
    assert last_done(olga).state == "refused"
    does(world, olga, ana, REISSUED)
    assert len(ana.all(RefusedBySystem)) == 1


def test_what_was_known_of_the_case_before_is_not_told_after_it_was_changed(
    world: World, systems: Systems, ana: Caller, olga: Agent
) -> None:
    olga.sees()
    people = systems.by_id["case-management"]
    does(world, olga, ana, REISSUED)
    people.cases[ANA] = replace(people.cases[ANA], zip="07103")
    does(world, olga, ana, replace(REISSUED, key="act-3"))
    seen = olga.sees().call
    assert seen
    assert seen.case
    assert {field.name: field.value for field in seen.case.fields}["zip"] == "07103"


def test_tier_1_does_nothing_in_the_systems_and_reads_nothing_of_it(
    world: World, systems: Systems, ana: Caller, carla: Agent
) -> None:
    carla.verifies(ANA, "Sample Applicant Ana", ANA_BORN)
    seen = carla.sees().call
    assert seen
    assert seen.acts is None
    with pytest.raises(Refused, match="not done in that system by you"):
        does(world, carla, ana, REISSUED)


def test_nothing_is_done_for_a_caller_who_is_not_verified(
    world: World, systems: Systems, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    carla.completes()
    with pytest.raises(Refused, match="verify the caller first"):
        does(world, olga, ana, REISSUED)


def test_the_timeline_says_that_something_was_done_and_not_what(
    world: World, systems: Systems, ana: Caller, olga: Agent
) -> None:
    does(world, olga, ana, REISSUED)
    does(world, olga, ana, SCHEDULED)
    said = [line.what for line in timeline(world.agency, world.timeline(ana.call_id), {})]
    assert "Wrote to a case system" in said
    assert "A case system confirmed what was done" in said
    assert "Noted what was done by hand in a case system" in said
    assert not any("notice" in text.lower() and "again" in text.lower() for text in said)


def test_what_was_done_for_a_protected_person_is_known_to_the_cleared_alone(
    world: World, systems: Systems, ana: Caller, olga: Agent
) -> None:
    does(world, olga, ana, REISSUED)
    for system in systems.by_id.values():
        system.cases[ANA] = replace(system.cases[ANA], flags=frozenset({"protected"}))
    world.wait(minutes=1)
    seen = olga.sees().call
    assert seen
    assert seen.acts is None
    assert isinstance(ana.all(Verified)[-1].matter, str)
