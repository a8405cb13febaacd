"""An agent makes sure who is speaking: questions of the agency, several attempts, others who speak for the
caller, and a unit of its own for protected people."""

from collections.abc import Iterator, Mapping
from contextlib import closing

import msgspec
import pytest

from tests.journeys.world import Agent, Caller, World
from tests.sample import load_agency
from tierline.calls.names import AgentId, Verification
from tierline.calls.verification_events import AttemptAllowed, Verified
from tierline.desk import handing_to_unit, verifying
from tierline.desk.refusal import Refused

ANA = "EAC2190012345"
HUGO_PROTECTED = "WAC2109011111"
HUGO = {
    "name": "Sample Applicant Hugo",
    "birth-date": "15 January 1988",
    "alien-number": "A-201-555-108",
    "zip": "90012",
}


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


def serves(world: World, agent: Agent, language: str = "en") -> Caller:
    caller = world.dials(language=language)
    caller.chooses_a_person()
    agent.answers()
    return caller


def verified(caller: Caller) -> Verification:
    return caller.call.verification


def allows_another(world: World, supervisor: str, caller: Caller) -> None:
    async def within_the_turn() -> None:
        async with world.center.turn(caller.call_id) as call:
            assert call
            await verifying.allow_another(world.center, call, AgentId(supervisor))

    world.do(within_the_turn())


def goes_to_the_unit(world: World, agent: Agent) -> None:
    agent._on_call(lambda call: handing_to_unit.hand_to_unit(world.center, call, agent.id))


@pytest.mark.parametrize(
    "answers",
    [
        {"name": "ana sample-applicant", "birth-date": "April 12 1985"},
        {"name": "Ana, Sample Applicant", "birth-date": "4/12/1985"},
        {"name": "Sample A. Ana", "birth-date": "12 Apr 1985"},
        {"name": "Sample Applicant Ana", "alien-number": "201 555 101"},
    ],
)
def test_answers_are_taken_as_people_give_them(
    world: World, carla: Agent, answers: Mapping[str, str]
) -> None:
    caller = serves(world, carla)
    carla.verifies_by(ANA, dict(answers))
    assert verified(caller) == "basic"


def test_in_a_call_in_spanish_the_day_comes_first(world: World, carla: Agent) -> None:
    caller = serves(world, carla, "es")
    carla.verifies_by(ANA, {"name": "Sample Ana", "birth-date": "4/12/1985"})
    assert verified(caller) == "none"
    carla.verifies_by(ANA, {"name": "Sample Ana", "birth-date": "12/4/1985"})
    assert verified(caller) == "basic"


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"name": "Sample Applicant Ana", "birth-date": "in April"}, "this date cannot be read"),
        ({"name": "Sample Applicant Ana", "birth-date": "4/12/85"}, "with the whole year"),
        ({"name": "Sample Applicant Ana"}, "ask more of the questions"),
        ({}, "ask more of the questions"),
    ],
)
def test_what_cannot_be_compared_is_no_attempt(
    world: World, carla: Agent, answers: Mapping[str, str], says: str
) -> None:
    caller = serves(world, carla)
    with pytest.raises(Refused, match=says):
        carla.verifies_by(ANA, dict(answers))
    assert caller.all(Verified) == []


def test_outcome_and_method_are_on_record_and_no_answer_is(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    carla.verifies_by(ANA, {"name": "Ana Wrong", "birth-date": "12 April 1985", "alien-number": "201555101"})
    carla.verifies_by(ANA, {"name": "Sample Ana", "birth-date": "12 April 1985"})
    failed, matched = caller.all(Verified)
    asked = ("name", "birth-date", "alien-number")
    assert failed == Verified("none", "questions", None, carla.id, tried_at="1", asked=asked)
    assert (matched.verification, matched.asked) == ("basic", ("name", "birth-date"))
    kept = str(world.do(world.store.timeline(caller.call_id)))
    assert not [answer for answer in ("Wrong", "Ana", "1985", "201555101") if answer in kept]


def test_after_the_last_attempt_nobody_of_the_tier_tries_again(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    for _ in range(3):
        carla.verifies(ANA, "Somebody Else", world.cases.cases[ANA].date_of_birth)
    with pytest.raises(Refused, match="no attempt is left here in this call"):
        carla.verifies(ANA, "Sample Applicant Ana", world.cases.cases[ANA].date_of_birth)
    colin = world.ready("colin")
    carla.gives_back("the caller asked for somebody else")
    colin.answers()
    with pytest.raises(Refused, match="no attempt is left here"):
        colin.verifies(ANA, "Sample Applicant Ana", world.cases.cases[ANA].date_of_birth)
    assert caller.call.failed_attempts == ("1", "1", "1")


def test_the_count_outlives_the_process(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    for _ in range(3):
        carla.verifies(ANA, "Somebody Else", world.cases.cases[ANA].date_of_birth)
    world.kill_and_restart()
    with pytest.raises(Refused, match="no attempt is left here"):
        carla.verifies(ANA, "Sample Applicant Ana", world.cases.cases[ANA].date_of_birth)
    assert verified(caller) == "none"


def test_a_supervisor_allows_one_more_on_record(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    with pytest.raises(Refused, match="there are attempts left"):
        allows_another(world, "selma", caller)
    for _ in range(3):
        carla.verifies(ANA, "Somebody Else", world.cases.cases[ANA].date_of_birth)
    allows_another(world, "selma", caller)
    assert caller.all(AttemptAllowed) == [AttemptAllowed(AgentId("selma"), "1")]
    carla.verifies(ANA, "Sample Applicant Ana", world.cases.cases[ANA].date_of_birth)
    assert verified(caller) == "basic"


def test_a_representative_is_recognised_by_their_own_name_besides(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    of_ana = {"name": "Sample Applicant Ana", "birth-date": "April 12 1985"}
    with pytest.raises(Refused, match="ask more of the questions"):
        carla.verifies_by(ANA, of_ana, speaker="representative")
    carla.verifies_by(ANA, {**of_ana, "representative": "Anybody Else"}, speaker="representative")
    assert verified(caller) == "none"
    carla.verifies_by(ANA, {**of_ana, "representative": "Sample Counsel Rafael"}, speaker="representative")
    assert verified(caller) == "basic"
    seen = carla.sees().call
    assert seen
    assert seen.recognised
    assert seen.recognised.speaker == "representative"
    assert "a representative speaks" in seen.timeline[-1].what


def test_a_case_without_a_representative_opens_to_none(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    answers = {"name": "Sample Applicant Jun", "birth-date": "21 August 1996", "representative": "Anybody"}
    carla.verifies_by("LIN2201033333", answers, speaker="representative")
    assert verified(caller) == "none"


def test_nothing_is_asked_of_an_interpreter_or_a_relay_operator(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    answers = {"name": "Sample Applicant Ana", "birth-date": "April 12 1985"}
    carla.verifies_by(ANA, answers, interpreter=True, relay=True)
    assert verified(caller) == "basic"
    assert caller.all(Verified)[0].through == ("interpreter", "relay")
    seen = carla.sees().call
    assert seen
    assert seen.timeline[-1].what.endswith("by way of an interpreter and a relay operator")


def test_the_number_that_a_caller_rings_from_proves_nothing(world: World, carla: Agent) -> None:
    first = serves(world, carla)
    carla.verifies(ANA, "Sample Applicant Ana", world.cases.cases[ANA].date_of_birth)
    carla.ends()
    carla.is_ready()
    again = serves(world, carla)
    assert (verified(first), verified(again)) == ("basic", "none")


def with_the_unit(world: World, carla: Agent) -> tuple[Caller, Agent]:
    irma = world.ready("irma")
    caller = serves(world, carla)
    carla.verifies_by(HUGO_PROTECTED, HUGO)
    assert verified(caller) == "none"
    goes_to_the_unit(world, carla)
    assert world.ringing == {"irma"}
    irma.answers()
    return caller, irma


def test_a_protected_person_is_specially_verified_by_the_unit(world: World, carla: Agent) -> None:
    world.ready("olga")  # an officer longer idle, who is not cleared
    caller, irma = with_the_unit(world, carla)
    irma.verifies_by(HUGO_PROTECTED, {**HUGO, "zip": "", "alien-number": ""})
    assert verified(caller) == "none"  # so much is enough for an ordinary case
    irma.verifies_by(HUGO_PROTECTED, HUGO)
    assert verified(caller) == "special"
    seen = irma.sees().call
    assert seen
    assert seen.case
    assert "applicant" in {field.name for field in seen.case.fields}


def test_the_unit_has_attempts_of_its_own(world: World, carla: Agent) -> None:
    irma = world.ready("irma")
    caller = serves(world, carla)
    for _ in range(3):
        carla.verifies_by(HUGO_PROTECTED, HUGO)
    goes_to_the_unit(world, carla)
    irma.answers()
    irma.verifies_by(HUGO_PROTECTED, HUGO)
    assert verified(caller) == "special"


@pytest.mark.parametrize("away", [False, True])
def test_whoever_is_not_cleared_sees_a_specially_verified_caller_as_one_who_is_not(away: bool) -> None:
    """A colleague of the unit's has verified them; to others the case still looks unknown."""
    agency = load_agency()
    selma = msgspec.structs.replace(agency.staff[AgentId("selma")], grants=frozenset())
    staff = {**agency.staff, selma.user: selma}
    with closing(World(agency=msgspec.structs.replace(agency, staff=staff))) as world:
        caller, irma = with_the_unit(world, world.ready("carla"))
        irma.verifies_by(HUGO_PROTECTED, HUGO)
        assert verified(caller) == "special"
        looks_unverified_to(world, world.ready("selma"), irma, caller, away=away)


def looks_unverified_to(world: World, selma: Agent, irma: Agent, caller: Caller, *, away: bool) -> None:
    irma.hands_on("supervisor", "officer_judgement")
    selma.answers()
    world.cases.away = away
    seen = selma.sees().call
    assert seen
    assert (seen.verification, seen.recognised, seen.case) == ("none", None, None)
    told = [line.what for line in seen.timeline if line.what.startswith("Identity")]
    assert all(line.startswith("Identity not confirmed") for line in told)
    world.cases.away = False
    selma.verifies_by(HUGO_PROTECTED, HUGO)
    again = selma.sees().call
    assert again
    assert all("confirmed (" not in line.what for line in again.timeline)
    assert verified(caller) == "none"


def test_the_unit_is_not_sought_where_nobody_of_it_is_there(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    with pytest.raises(Refused, match="nobody of the unit is there now"):
        goes_to_the_unit(world, carla)
    assert caller.talks_to == {carla.id}


def test_an_officer_hands_on_to_the_unit_too_and_keeps_the_age(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    since = caller.call.waiting_since
    olga = world.ready("olga")
    carla.hands_on("2")
    olga.answers()
    irma = world.ready("irma")
    goes_to_the_unit(world, olga)
    irma.answers()
    assert (caller.talks_to, caller.call.waiting_since) == ({irma.id}, since)


def test_in_the_ivr_a_caller_who_has_failed_three_times_is_told_the_same_to_whatever_they_key(
    world: World,
) -> None:
    ana = world.dials(language="en")
    for born in ("01011980", "01021980", "01031980", "04121985"):
        ana.presses("1" + "3222190012345" + born)
        assert ana.hears == ["cannot-tell"]
        ana.listens()
        ana.presses("#")
    assert [v.tried_at for v in ana.all(Verified)] == ["ivr"] * 3
    assert ana.call.verification == "none"
