"""Protected people are verified by a unit of its own; to everybody else it looks as if nobody had been."""

import re
from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest

from tests.journeys.world import Agent, Caller, World
from tests.sample import load_agency
from tierline.calls.names import AgentId, Verification
from tierline.calls.service_events import NoScriptFits, RequestCreated, RequestFollowedUp, ScriptPresented
from tierline.desk import handing_to_unit
from tierline.desk.refusal import Refused
from tierline.desk.requests import telling
from tierline.ports.agency import Agency

HUGO_PROTECTED = "WAC2109011111"
HUGO = {
    "name": "Sample Applicant Hugo",
    "birth-date": "15 January 1988",
    "alien-number": "A-201-555-108",
    "zip": "90012",
}


@pytest.fixture
def world() -> Iterator[World]:
    with closing(World()) as world:
        yield world


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


def serves(world: World, agent: Agent) -> Caller:
    caller = world.dials(language="en")
    caller.chooses_a_person()
    agent.answers()
    return caller


def verified(caller: Caller) -> Verification:
    return caller.call.verification


def goes_to_the_unit(world: World, agent: Agent) -> None:
    agent._on_call(lambda call: handing_to_unit.hand_to_unit(world.center, call, agent.id))


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


UNKNOWN = "WAC2109099999"
CARD = {"sent_on": "2026-10-01", "address_checked": "yes"}


def with_a_supervisor_who_is_not_cleared() -> Agency:
    agency = load_agency()
    selma = msgspec.structs.replace(agency.staff[AgentId("selma")], grants=frozenset())
    return msgspec.structs.replace(agency, staff={**agency.staff, selma.user: selma})


class Handed:
    """A caller whom the unit has tried to verify, and handed on to a supervisor who is not cleared."""

    def __init__(self, world: World, receipt: str, *, done: bool = False, told: bool = False) -> None:
        self.world = world
        self.caller, irma = with_the_unit(world, world.ready("carla"))
        irma.verifies_by(receipt, HUGO)
        if done:
            irma.presents("case-status")
            irma.presents("normal-processing-time")
            irma.presents("normal-processing-time", "longer")
            irma.ends_guide("normal-processing-time", "longer", "request:outside-normal-processing")
            irma.adds_own_words("I see that it is nearly done.")
            irma.submits("non-receipt-card", **CARD)
            irma.submits("non-receipt-card", key="form-2", **CARD)
        if told:
            number = self.caller.call.requests[-1]
            irma._on_call(lambda call: telling.tell(world.center, call, irma.id, number, "It came back."))
        self.selma = world.ready("selma")
        irma.hands_on("supervisor", "officer_judgement")
        self.selma.answers()

    def seen(self) -> str:
        seen = msgspec.json.encode(self.selma.sees().call).decode()
        return re.sub(r"(call|receipt)-[0-9a-f]{16}", r"\1", seen)

    def look_ups(self) -> int:
        """That one look at the call takes."""
        count = 0

        async def counted() -> None:
            nonlocal count
            count += 1

        self.world.cases.delay = counted
        self.seen()
        return count


@pytest.mark.parametrize("away", [False, True])
@pytest.mark.parametrize("done", [False, True])
def test_a_call_that_the_unit_has_verified_is_to_others_one_that_it_has_not(away: bool, done: bool) -> None:
    """Whatever it has read or made of the case."""
    agency = with_a_supervisor_who_is_not_cleared()
    with closing(World(agency=agency)) as world, closing(World(agency=agency)) as other:
        protected, unknown = Handed(world, HUGO_PROTECTED, done=done), Handed(other, UNKNOWN)
        assert (verified(protected.caller), verified(unknown.caller)) == ("special", "none")
        assert bool(protected.caller.all(ScriptPresented)) == done
        assert bool(protected.caller.all(RequestCreated)) == done
        assert bool(protected.caller.all(RequestFollowedUp)) == done
        world.cases.away = other.cases.away = away
        assert protected.seen() == unknown.seen()
        assert protected.look_ups() == unknown.look_ups()


def test_what_they_ask_is_counted_and_not_written_down_for_the_authors(world: World, carla: Agent) -> None:
    caller, irma = with_the_unit(world, carla)
    irma.verifies_by(HUGO_PROTECTED, HUGO)
    assert verified(caller) == "special"
    irma.finds_no_script("may I come back after what happened?")
    assert [found.asked for found in caller.all(NoScriptFits)] == [None]
    with pytest.raises(Refused, match="specially verified"):
        irma.writes_what_was_asked("may I come back?")


def test_nor_is_a_request_of_theirs_one_more_of_what_the_unit_has_asked_for() -> None:
    with closing(World(agency=with_a_supervisor_who_is_not_cleared())) as world:
        handed = Handed(world, HUGO_PROTECTED, done=True)
        handed.selma.submits("non-receipt-card", key="form-3", zip="07102", **CARD)
        assert len(handed.caller.all(RequestCreated)) == 2
        assert len(handed.caller.all(RequestFollowedUp)) == 1


def test_nor_does_a_request_of_theirs_go_by_that_case_or_name_it() -> None:
    agency = with_a_supervisor_who_is_not_cleared()
    made = []
    for receipt in (HUGO_PROTECTED, UNKNOWN):
        with closing(World(agency=agency)) as world:
            handed = Handed(world, receipt)
            facts = {"sent_on": "2026-10-01", "address_checked": "yes", "zip": "07102"}
            handed.selma.submits("non-receipt-card", **facts)
            (created,) = handed.caller.all(RequestCreated)
            request = world.do(world.store.request(created.number))
            assert request
            made.append((request.office, request.receipt, request.because))
    assert made[0] == made[1]


def test_after_they_have_tried_themselves_the_earlier_check_still_looks_failed() -> None:
    with closing(World(agency=with_a_supervisor_who_is_not_cleared())) as world:
        handed = Handed(world, HUGO_PROTECTED)
        handed.selma.verifies_by(HUGO_PROTECTED, HUGO)
        assert verified(handed.caller) == "none"
        assert "confirmed (" not in handed.seen()


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
