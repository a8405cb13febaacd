"""An agent makes sure who is speaking: questions of the agency, several attempts, and others who speak for
the caller."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls.names import AgentId, Verification
from tierline.calls.verification_events import AttemptAllowed, Verified
from tierline.desk import verifying
from tierline.desk.refusal import Refused

ANA_BORN = date(1985, 4, 12)
ANA = "EAC2190012345"


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
        carla.verifies(ANA, "Somebody Else", ANA_BORN)
    with pytest.raises(Refused, match="no attempt is left here in this call"):
        carla.verifies(ANA, "Sample Applicant Ana", ANA_BORN)
    colin = world.ready("colin")
    carla.gives_back("the caller asked for somebody else")
    colin.answers()
    with pytest.raises(Refused, match="no attempt is left here"):
        colin.verifies(ANA, "Sample Applicant Ana", ANA_BORN)
    assert caller.call.failed_attempts == ("1", "1", "1")


def test_the_count_outlives_the_process(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    for _ in range(3):
        carla.verifies(ANA, "Somebody Else", ANA_BORN)
    world.kill_and_restart()
    with pytest.raises(Refused, match="no attempt is left here"):
        carla.verifies(ANA, "Sample Applicant Ana", ANA_BORN)
    assert verified(caller) == "none"


def test_a_supervisor_allows_one_more_on_record(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    with pytest.raises(Refused, match="there are attempts left"):
        allows_another(world, "selma", caller)
    for _ in range(3):
        carla.verifies(ANA, "Somebody Else", ANA_BORN)
    allows_another(world, "selma", caller)
    assert caller.all(AttemptAllowed) == [AttemptAllowed(AgentId("selma"), "1")]
    carla.verifies(ANA, "Sample Applicant Ana", ANA_BORN)
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
    carla.verifies(ANA, "Sample Applicant Ana", ANA_BORN)
    carla.ends()
    carla.is_ready()
    again = serves(world, carla)
    assert (verified(first), verified(again)) == ("basic", "none")


def test_a_relay_caller_is_verified_like_anybody_and_it_is_known_that_one_relays(world: World) -> None:
    ana = world.dials()
    ana.presses(" 3 1")
    ana.presses("1" + "3222190012345" + "04121985")
    assert ana.hears == ["case-status", "after-answer"]
    assert [(v.verification, v.through) for v in ana.all(Verified)] == [("basic", ("relay",))]
    carla = world.ready("carla")
    ana.chooses_a_person()
    carla.answers()
    seen = carla.sees().call
    assert seen
    assert seen.verifying
    assert seen.verifying.through == ("relay",)  # ticked already on the form
    carla.verifies_by(ANA, {"name": "Sample Ana", "birth-date": "April 12 1985"})
    assert verified(ana) == "basic"
    assert ana.call.recognised
    assert ana.call.recognised.through == ("relay",)


def test_an_interpreter_of_the_list_is_known_to_be_there(world: World, carla: Agent) -> None:
    caller = serves(world, carla)
    carla.calls_in("language-line")
    (line,) = world.switch.dialled.values()
    world.switch.agent_answers(line)
    world.settle()
    carla.verifies_by(ANA, {"name": "Sample Ana", "birth-date": "April 12 1985"})
    assert caller.call.recognised
    assert caller.call.recognised.through == ("interpreter",)


def test_what_the_network_says_of_the_number_is_shown_and_verifies_nobody(world: World, carla: Agent) -> None:
    caller = world.dials(language="en", attestation="passed")
    caller.chooses_a_person()
    carla.answers()
    seen = carla.sees().call
    assert seen
    assert (seen.attestation, seen.verification) == ("passed", "none")
    assert seen.timeline[0].what.endswith("; the network attests the caller's number")
    carla.verifies_by(ANA, {"name": "Anybody Else", "birth-date": "April 12 1985"})
    assert verified(caller) == "none"


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
