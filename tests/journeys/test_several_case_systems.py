"""Several case systems as one on an officer's screen: each fact with its source, and one that fails in the
middle of a call."""

import pytest
from msgspec.structs import replace

from tests.journeys.in_conversation import ana, carla
from tests.journeys.several_systems import ANA, ANA_BORN, Systems, olga, systems
from tests.journeys.test_escalation import facts_for
from tests.journeys.world import Agent, Caller, World
from tierline.calls.service_events import RequestCreated
from tierline.desk.refusal import Refused
from tierline.desk.views.agent_view import AgentViews
from tierline.desk.views.case_facts import CaseView

__all__ = ["ana", "carla", "olga", "systems"]


def case_seen_by(agent: Agent) -> CaseView:
    seen = agent.sees().call
    assert seen
    assert seen.case
    return seen.case


def values(case: CaseView) -> dict[str, str]:
    return {field.name: field.value for field in case.fields}


@pytest.mark.clause("B3.2")
def test_an_officer_sees_several_systems_in_one_view_each_fact_with_its_source(
    world: World, olga: Agent
) -> None:
    sources = {field.name: field.source for field in case_seen_by(olga).fields}
    assert sources["applicant"].names["en"] == "Case management (sample)"
    assert sources["status"].names["es"] == "Estado de casos (muestra)"
    assert sources["file_office"].names["en"] == "File tracking (sample)"
    assert sources["file_office"].as_of is not None
    assert case_seen_by(olga).away == ()


def test_tier_1_does_not_ask_the_system_that_is_for_officers(
    world: World, systems: Systems, ana: Caller, carla: Agent
) -> None:
    systems.by_id["file-tracking"].away = True
    carla.verifies(ANA, "Sample Applicant Ana", ANA_BORN)
    assert case_seen_by(carla).away == ()
    assert "status" in values(case_seen_by(carla))


def test_a_system_that_falls_silent_in_mid_call_is_shown_with_its_age_and_then_named(
    world: World, systems: Systems, olga: Agent
) -> None:
    told = case_seen_by(olga)
    as_of = next(field.source.as_of for field in told.fields if field.name == "file_office")
    systems.by_id["file-tracking"].away = True
    world.wait(minutes=2)
    stale = next(field for field in case_seen_by(olga).fields if field.name == "file_office")
    assert (stale.value, stale.source.stale, stale.source.as_of) == (
        values(told)["file_office"],
        True,
        as_of,
    )
    world.wait(minutes=15)
    assert "file_office" not in values(case_seen_by(olga))
    assert [away.names["en"] for away in case_seen_by(olga).away] == ["File tracking (sample)"]
    assert values(case_seen_by(olga))["status"] == values(told)["status"]


def test_what_was_not_there_in_full_is_looked_up_again_and_what_was_is_not(
    world: World, systems: Systems, olga: Agent
) -> None:
    views, person = AgentViews(world.center), world.agency.staff[olga.id]
    systems.by_id["file-tracking"].away = True
    world.wait(minutes=20)
    first = world.do(views.of(person)).call
    systems.by_id["file-tracking"].away = False
    world.wait(minutes=1)
    second = world.do(views.of(person)).call
    assert first
    assert first.case
    assert second
    assert second.case
    assert not first.case.is_whole
    assert second.case.is_whole
    assert world.do(views.of(person)).call is second


@pytest.mark.clause("A12")
def test_a_case_that_moves_office_during_the_call_is_routed_to_where_it_is_now(
    world: World, systems: Systems, ana: Caller, olga: Agent
) -> None:
    before = values(case_seen_by(olga))["file_office"]
    systems.file_moves("chicago")
    olga.submits("non-receipt-notice", **facts_for(world, "non-receipt-notice"))
    (created,) = ana.all(RequestCreated)
    assert created.office == "chicago"
    assert before != values(case_seen_by(olga))["file_office"]


def test_while_nobody_knows_where_the_file_is_nothing_is_routed_by_a_guess(
    world: World, systems: Systems, ana: Caller, olga: Agent
) -> None:
    systems.by_id["file-tracking"].away = True
    with pytest.raises(Refused, match="does not answer"):
        olga.submits("non-receipt-notice", **facts_for(world, "non-receipt-notice"))
    assert ana.all(RequestCreated) == []


def test_a_protected_mark_that_comes_during_the_call_closes_the_case_at_the_next_look(
    world: World, systems: Systems, olga: Agent
) -> None:
    people = systems.by_id["case-management"]
    people.cases[ANA] = replace(people.cases[ANA], flags=frozenset({"protected"}))
    world.wait(minutes=1)
    seen = olga.sees().call
    assert seen
    assert seen.case is None


def test_nobody_is_verified_on_the_word_of_before_when_the_system_is_away(
    world: World, systems: Systems, ana: Caller, carla: Agent
) -> None:
    carla.verifies(ANA, "Somebody Else", ANA_BORN)
    systems.by_id["case-management"].away = True
    with pytest.raises(Refused, match="does not answer"):
        carla.verifies(ANA, "Sample Applicant Ana", ANA_BORN)


def test_the_ivr_tells_no_status_of_before_as_if_it_were_of_now(world: World, systems: Systems) -> None:
    ana = world.dials(language="en")
    ana.presses("13222190012345" + "04121985")
    assert "case-status" in ana.hears_now
    systems.by_id["case-status"].away = True
    world.wait(minutes=1)
    other = world.dials(language="en")
    other.presses("13222190012345" + "04121985")
    assert other.hears == ["system-away"]
