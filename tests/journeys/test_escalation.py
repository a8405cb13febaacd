"""Upwards: to Tier 2, to a supervisor, and to an office."""

from datetime import date

import msgspec
import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls.events import Heard, Queued, SupervisorAsked, SupervisorKeyWithdrawn, Transferred
from tierline.calls.service_events import Referred, RequestCreated, ScriptPresented
from tierline.desk.refusal import NotFound, Refused


@pytest.fixture
def carla(world: World) -> Agent:
    return world.agent("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    """In conversation with Carla at Tier 1."""
    caller = world.dials(language="en")
    caller.presses("1" + "3222190012345" + "01011990")
    caller.listens()
    caller.chooses_a_person()
    carla.is_ready()
    carla.answers()
    return caller


@pytest.mark.clause("A10")
@pytest.mark.clause("B3.1")
def test_a_warm_transfer_takes_the_caller_to_an_officer_with_all_that_came_before(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.verifies("EAC2190012345", "Sample Applicant Ana", date(1985, 4, 12))
    carla.transfers("2", reason="needs the case systems")
    assert ana.talks_to == {"carla"}  # nobody holds for a colleague who is not there yet
    olga = world.ready("olga")
    olga.answers()
    assert ana.hears == "music"
    carla.completes()
    assert ana.talks_to == {"olga"}
    assert carla.is_in("wrap_up")
    assert [(moved.by, moved.to) for moved in ana.all(Transferred)] == [("carla", "olga")]
    call = ana.call
    assert (call.verification, call.served_by) == ("basic", ("1", "2"))
    assert call.path[:2] == ("case-status", "person")
    assert call.entered("receipt")


def test_the_agent_may_take_the_caller_back(world: World, ana: Caller, carla: Agent) -> None:
    carla.transfers("2")
    olga = world.ready("olga")
    olga.answers()
    carla.takes_back()
    assert ana.talks_to == {"carla"}
    assert olga.is_in("wrap_up")


@pytest.mark.clause("A3")
@pytest.mark.clause("B3.1")
def test_a_call_only_goes_upwards(world: World, ana: Caller, carla: Agent) -> None:
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    carla.completes()
    with pytest.raises(Refused, match="goes up"):
        olga.transfers("1")


@pytest.mark.clause("A3")
@pytest.mark.clause("B3.3")
@pytest.mark.clause("B4.1")
@pytest.mark.clause("B4.2")
def test_an_officer_may_escalate_to_a_supervisor_by_their_own_judgement(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga, selma = world.ready("olga"), world.ready("selma")
    carla.transfers("2")
    olga.answers()
    carla.completes()
    olga.transfers("supervisor", "officer_judgement", "an unusual matter")
    selma.answers()
    olga.completes()
    assert ana.talks_to == {"selma"}
    assert ana.call.served_by == ("1", "2", "supervisor")


@pytest.mark.clause("B4.2")
@pytest.mark.parametrize("trigger", ["caller_asked", "upset", "urgent"])
def test_each_trigger_of_the_policy_brings_a_supervisor(
    world: World, ana: Caller, carla: Agent, trigger: str
) -> None:
    selma = world.ready("selma")
    carla.transfers("supervisor", trigger, "believes the proposed answer is wrong")  # type: ignore[arg-type]
    selma.answers()
    carla.completes()
    assert ana.talks_to == {"selma"}


def test_a_consulted_colleague_keeps_the_caller_when_the_agent_is_lost(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    carla.closes_the_browser()
    assert ana.talks_to == {"olga"}


def test_the_caller_of_an_agent_lost_while_a_colleague_is_rung_is_presented_to_the_next_at_once(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    carla.transfers("2")
    assert world.ringing == {"olga"}
    colin = world.ready("colin")
    carla.closes_the_browser()
    assert world.ringing == {"colin"}
    assert olga.is_in("ready")
    colin.answers()
    assert ana.talks_to == {"colin"}


def test_the_agent_keeps_the_caller_when_the_consulted_colleague_is_lost(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    olga.closes_the_browser()
    assert ana.talks_to == {"carla"}


@pytest.mark.clause("A11")
@pytest.mark.parametrize("moment", ["language menu", "main menu", "receipt", "waiting", "ringing", "talking"])
def test_a_supervisor_may_be_asked_for_at_any_moment(world: World, moment: str) -> None:
    selma, carla = world.agent("selma"), world.agent("carla")
    caller = world.dials()
    caller.listens()
    if moment != "language menu":
        caller.presses("1")
    if moment == "receipt":
        caller.presses("1322")
    if moment in ("waiting", "ringing", "talking"):
        caller.chooses_a_person()
    since = caller.call.waiting_since
    if moment in ("ringing", "talking"):
        carla.is_ready()
    if moment == "talking":
        carla.answers()
    world.wait(seconds=3)
    caller.presses("*")
    assert caller.hears == ["confirm-supervisor"]
    caller.presses("1")
    assert [asked.by for asked in caller.all(SupervisorAsked)] == [None]
    selma.is_ready()
    assert world.ringing == {"selma"}
    if since:
        assert caller.call.waiting_since == since
    selma.answers()
    if moment == "talking":
        carla.completes()
    assert caller.talks_to == {"selma"}
    assert caller.call.supervisor == "answered"


@pytest.mark.clause("A11")
@pytest.mark.parametrize("then", ["another key", "nothing"])
def test_a_slip_of_the_finger_asks_for_nobody(world: World, then: str) -> None:
    caller = world.dials(language="en")
    caller.presses("*")
    if then == "nothing":
        world.wait(seconds=7)
    else:
        caller.presses("5")
    assert caller.hears == ["main-menu", "keys-everywhere"]
    assert caller.all(SupervisorKeyWithdrawn)
    assert not caller.all(SupervisorAsked)


@pytest.mark.clause("A11")
def test_a_caller_who_asked_for_a_supervisor_is_not_given_back_to_tier_1(world: World, ana: Caller) -> None:
    ana.presses("*1")
    world.agent("carla").closes_the_browser()
    assert [queued.tier for queued in ana.all(Queued)] == ["1", "supervisor"]


@pytest.mark.clause("A9")
def test_a_presented_script_is_on_record_with_its_version_and_text(
    ana: Caller, carla: Agent, world: World
) -> None:
    carla.verifies("EAC2190012345", "Sample Applicant Ana", date(1985, 4, 12))
    carla.presents("case-status")
    presented = ana.all(ScriptPresented)[0]
    assert (presented.agent, presented.script, presented.language) == ("carla", "case-status", "en")
    assert presented.version >= 1
    text = world.do(world.store.values([presented.text]))[presented.text]
    assert "transferred" in text


@pytest.mark.clause("A9")
def test_a_script_that_tells_about_the_case_needs_a_verified_caller(ana: Caller, carla: Agent) -> None:
    with pytest.raises(Refused, match="verify the caller"):
        carla.presents("case-status")
    assert not ana.all(ScriptPresented)


@pytest.mark.clause("A9")
def test_only_published_scripts_can_be_presented(ana: Caller, carla: Agent) -> None:
    with pytest.raises(NotFound):
        carla.presents("something-of-my-own")
    assert not ana.all(ScriptPresented)


@pytest.mark.clause("A12")
@pytest.mark.clause("A13")
@pytest.mark.clause("B2.3")
def test_a_paper_file_at_a_field_office_makes_a_request_there_and_the_number_is_said(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.verifies("EAC2190012345", "Sample Applicant Ana", date(1985, 4, 12))
    carla.submits("non-receipt-notice", **facts_for(world, "non-receipt-notice"))
    created = ana.all(RequestCreated)
    assert len(created) == 1
    assert created[0].because
    assert "confirmation-number" in ana.all(Heard)[-1].prompts
    at_the_office = world.do(world.store.requests_at(created[0].office))
    assert [request.number for request in at_the_office] == [created[0].number]


def test_why_a_request_went_to_its_office_is_shown_to_nobody_who_may_not_see_the_case(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    carla.verifies("EAC2190012345", "Sample Applicant Ana", date(1985, 4, 12))
    carla.transfers("2")
    olga.answers()
    carla.completes()
    olga.submits("non-receipt-notice", **facts_for(world, "non-receipt-notice"))
    assert olga.sees().call.requests[0].because  # type: ignore[union-attr]
    case = world.cases.cases["EAC2190012345"]
    world.cases.cases["EAC2190012345"] = msgspec.structs.replace(case, flags=frozenset({"protected"}))
    seen = olga.sees().call
    assert seen
    assert seen.case is None
    assert seen.requests[0].because == ()


@pytest.mark.clause("A12")
def test_the_same_submission_sent_again_makes_no_second_request(
    world: World, ana: Caller, carla: Agent
) -> None:
    facts = facts_for(world, "non-receipt-notice")
    carla.submits("non-receipt-notice", key="form-7", **facts)
    carla.submits("non-receipt-notice", key="form-7", **facts)
    assert len(ana.all(RequestCreated)) == 1


@pytest.mark.clause("A12")
def test_a_request_without_what_its_kind_needs_is_refused_with_what_is_missing(
    ana: Caller, carla: Agent
) -> None:
    with pytest.raises(Refused, match="still needed"):
        carla.submits("non-receipt-notice")
    assert not ana.all(RequestCreated)


@pytest.mark.clause("A14")
def test_a_file_at_an_overseas_office_makes_a_referral_and_no_request(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.verifies("LIN2105098765", "Sample Applicant Grace", date(1993, 3, 8))
    carla.submits("non-receipt-notice", **facts_for(world, "non-receipt-notice"))
    assert not ana.all(RequestCreated)
    assert [referred.office for referred in ana.all(Referred)] == ["new-delhi"]


def facts_for(world: World, kind: str) -> dict[str, str]:
    """Something for every fact that the kind needs."""
    kinds = world.center.agency.kinds
    found = kinds.kind(kind)
    assert found, kind
    by_form = {"zip": "07102", "date": "2026-10-01", "receipt": "EAC2190012345"}
    return {
        fact.id: fact.choices[0] if fact.choices else by_form.get(fact.form, "as the caller said")
        for fact in kinds.needed_by(found)
    }
