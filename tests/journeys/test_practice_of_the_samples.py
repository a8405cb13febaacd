"""Every case of the sample agencies can be practised, and handled as it expects."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.journeys.practising import Trainee, kept
from tests.journeys.world import World
from tests.sample import AGENCY, CITY
from tierline.agency import load
from tierline.agency.files import FolderFiles
from tierline.practice.case import Facts, PracticeCase
from tierline.practice.debrief import debrief

CASES = [(folder, case) for folder in (AGENCY, CITY) for case in load(folder).practice]
OF_TIER = {AGENCY: {"1": "carla", "2": "olga"}, CITY: {"1": "amy"}}
A_DATE, A_ZIP = "2026-10-01", "07102"


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def filled(world: World, kind: str) -> dict[str, str]:
    """Something for each fact that the kind of request needs."""
    kinds = world.center.agency.kinds
    found = kinds.kind(kind)
    assert found
    values = {"date": A_DATE, "zip": A_ZIP}
    return {
        fact.id: fact.choices[0] if fact.choices else values.get(fact.form, "as the caller says")
        for fact in kinds.needed_by(found)
    }


def verifies(agent: Trainee, facts: Facts) -> None:
    born: date = facts.date_of_birth
    agent.verifies(facts.receipt, facts.applicant, born)


@pytest.mark.parametrize(("folder", "case"), CASES, ids=lambda of: getattr(of, "id", None))
def test_a_case_is_practised_from_its_first_line_to_a_clean_debrief(
    world: World, folder: Path, case: PracticeCase
) -> None:
    world.publish(dict(FolderFiles(folder)))
    agent = Trainee(world, OF_TIER[folder][case.tier])
    call = agent.is_in_a_practice_call(case.id)
    for line in case.caller[1:]:
        agent.has_the_caller_go_on()
        assert agent.is_told == line.says.rpartition("/")[2]
    if case.expected.verification:
        assert case.facts
        verifies(agent, case.facts)
    for script in case.expected.scripts:
        agent.presents(script)
    for kind in case.expected.requests:
        agent.submits(kind, key=kind, **filled(world, kind))
    if case.expected.transfer:
        agent.transfers(case.expected.transfer)
    agent.ends()
    if case.expected.disposition:
        agent.disposes(case.expected.disposition)
    practice = kept(world, call).practice
    assert practice
    compared = debrief(practice.expected, world.do(world.store.timeline(call)))
    assert compared
    assert [point for point in compared if not point.as_expected] == []
