"""Nothing of practice reaches a real caller, an office, a telephone, a supervisor or a figure; and nothing
real reaches who practises."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.journeys.agency_settings import Make, world_of
from tests.journeys.practising import CARLA, CASE, Trainee, events, kept, trainee
from tests.journeys.world import World
from tests.sample import load_agency
from tierline.calls.names import AgentId, CallId
from tierline.calls.practice import Pretended
from tierline.desk import estimating, supervising
from tierline.desk.refusal import Refused
from tierline.desk.views.call_list import call_list
from tierline.desk.views.floor_board import FloorBoard
from tierline.desk.views.flow_view import flow_view, today
from tierline.desk.views.live_board import LiveBoard
from tierline.ports.agency import Agency
from tierline.ports.case_system import AT_EASE, Asked, CaseRecord, CaseSystemAway
from tierline.practice.case import find
from tierline.practice.debrief import Compared, debrief

__all__ = ["world_of"]


def test_no_real_caller_is_presented_to_who_practises(world: World) -> None:
    carla = trainee(world)
    carla.is_ready()
    carla.goes_into_practice()
    ana = world.dials(language="en")
    ana.chooses_a_person()
    assert world.ringing == set()
    carla.begins()
    carla.answers()
    carla.ends()
    world.wait(minutes=3)
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")
    assert world.ringing == set()
    carla.leaves_practice()
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice is over")
    carla.is_ready()
    assert world.ringing == {"carla"}


def test_who_practises_cannot_be_ready_by_mistake(world: World) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    with pytest.raises(Refused, match="you are in practice"):
        carla.is_ready()


def test_no_practice_call_is_presented_to_anybody_else(world: World) -> None:
    colin = world.ready("colin")
    carla = trainee(world)
    carla.goes_into_practice()
    call = carla.begins()
    carla.rejects()
    again = carla.is_in_practice_again()
    carla.closes_the_browser()
    assert kept(world, call).ending == kept(world, again).ending == "practice_over"
    assert colin.is_in("ready")
    assert world.ringing == set()


def test_a_practice_call_is_in_no_line_list_board_or_figure(world: World) -> None:
    board = LiveBoard(world.center)
    with board.screen() as screen:
        screen.update()
        call = trainee(world).is_in_a_practice_call()
        update = screen.update()
        assert update is None or update.calls == ()
    assert not world.center.router.has(call)
    floor = FloorBoard(world.center).whole(world.center.agency.staff[AgentId("selma")])
    assert floor.waiting_in_all == 0
    assert world.do(call_list(world.center, 10)) == []
    assert world.do(world.store.practice_calls(10)) != []
    told = world.do(flow_view(world.center, today(world.center), "en"))
    assert told.calls == 0


def test_who_practises_is_not_on_duty(world: World) -> None:
    carla = trainee(world)
    ana = world.dials(language="en")
    carla.is_in_a_practice_call()
    call = world.center.calls[ana.call_id]
    assert estimating.at_work(world.center, "1", "en") == []
    assert estimating.estimate(world.center, call, "1", 1) is None
    selma = world.center.agency.staff[AgentId("selma")]
    assert FloorBoard(world.center).line_of(AgentId("carla"), selma).practising


def test_a_request_is_routed_and_sent_to_no_office(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    serial = world.do(world.store.next_request_serial())
    carla.submits("non-receipt-card", sent_on="2026-10-01", address_checked="yes")
    [noted] = [event for event in events(world, call) if isinstance(event, Pretended)]
    assert (noted.act, noted.of) == ("request", "non-receipt-card")
    assert noted.to
    assert world.do(world.store.requests_at(noted.to)) == []
    assert world.do(world.store.next_request_serial()) == serial + 1
    assert kept(world, call).requests == ()


def test_a_form_that_is_sent_again_is_noted_once(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    for _ in range(2):
        carla.submits("non-receipt-card", sent_on="2026-10-01", address_checked="yes")
    assert len([event for event in events(world, call) if isinstance(event, Pretended)]) == 1
    carla.submits("non-receipt-card", key="form-2", sent_on="2026-10-02", address_checked="yes")
    assert len([event for event in events(world, call) if isinstance(event, Pretended)]) == 2


def test_a_referral_to_an_office_overseas_is_noted_and_seen_in_the_debrief(world_of: Make) -> None:
    world = world_of(with_a_file_overseas())
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    carla.verifies("LIN2190900101", "Sample Trainee Paula", date(1988, 3, 14))
    for _ in range(2):
        carla.submits("non-receipt-card", sent_on="2026-10-01", address_checked="yes")
    noted = [event for event in events(world, call) if isinstance(event, Pretended)]
    assert noted == [Pretended(CARLA, "referral", "non-receipt-card", "new-delhi", "form-1")]
    assert kept(world, call).referrals == ()
    practice = kept(world, call).practice
    assert practice
    compared = debrief(practice.expected, world.do(world.store.timeline(call)))
    assert Compared("request", "non-receipt-card", expected=True, done=True) in compared


def with_a_file_overseas() -> Agency:
    agency = load_agency()
    case = find(agency.practice, CASE)
    assert case
    assert case.facts
    facts = replace(case.facts, file_office="new-delhi", processing_office="new-delhi")
    return replace(agency, practice=(replace(case, facts=facts),))


def test_a_request_that_lacks_something_is_refused_as_for_a_real_caller(world: World) -> None:
    carla = trainee(world)
    carla.is_in_a_practice_call()
    with pytest.raises(Refused, match="still needed"):
        carla.submits("non-receipt-card", sent_on="2026-10-01")


OUTWARD: dict[str, Callable[[Trainee], None]] = {
    "transfer": lambda carla: carla.transfers("2"),
    "transfer to a supervisor": lambda carla: carla.transfers("supervisor", "caller_asked"),
    "transfer at once": lambda carla: carla.hands_on("2"),
    "consult": lambda carla: carla.consults("2"),
    "callback": lambda carla: carla.books_a_callback("2", phone="+12025550123"),
    "give_back": lambda carla: carla.gives_back(),
    "interpreter": lambda carla: carla.calls_in("language-line"),
    "emergency": lambda carla: carla.declares("threat"),
}


@pytest.mark.parametrize("act", OUTWARD)
def test_what_would_reach_somebody_is_noted_and_nobody_is_rung_or_told(world: World, act: str) -> None:
    for colleague in ("olga", "selma"):
        world.ready(colleague)
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    legs = set(world.switch.legs)
    OUTWARD[act](carla)
    [noted] = [event for event in events(world, call) if isinstance(event, Pretended)]
    assert noted.agent == CARLA
    assert noted.act == act.partition(" ")[0]
    world.wait(minutes=1)
    assert world.switch.legs == legs
    assert (world.switch.ringing, world.switch.dialled) == ({}, {})
    assert list(world.center.alerts.calls) == []
    assert world.do(world.store.calls_with_alert()) == []
    assert world.do(world.store.queued_messages()) == []
    assert carla.is_in("talking")
    assert carla.hears == {"caller"} or carla.is_told is None


REFUSED: dict[str, tuple[Callable[[Trainee], None], str]] = {
    "transfer": (lambda carla: carla.transfers("2", person="olga"), "is not signed in"),
    "transfer at once": (lambda carla: carla.hands_on("2"), "closed now"),
    "consult": (lambda carla: carla.consults("2", person="olga"), "is not signed in"),
    "callback": (lambda carla: carla.books_a_callback("2"), "cannot be called"),
    "interpreter": (lambda carla: carla.calls_in("quechua"), "does not answer at this hour"),
}


@pytest.mark.parametrize("act", REFUSED)
def test_what_would_be_refused_for_a_real_caller_is_refused_in_practice(world: World, act: str) -> None:
    world.clock.passes_unseen(timedelta(hours=14))  # everybody has gone home
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    does, why = REFUSED[act]
    with pytest.raises(Refused, match=why):
        does(carla)
    assert not any(isinstance(event, Pretended) for event in events(world, call))


def test_no_case_system_is_asked(world: World) -> None:
    numbers: list[object] = []

    async def find(receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        numbers.append(receipts)
        raise CaseSystemAway("nobody is to ask")

    world.cases.find = find  # type: ignore[method-assign]
    carla = trainee(world)
    carla.is_in_a_practice_call()
    carla.verifies("LIN2190900101", "Sample Trainee Paula", date(1988, 3, 14))
    seen = carla.sees().call
    assert seen
    assert seen.verification == "basic"
    assert seen.case
    carla.presents("case-status")
    carla.verifies("EAC2190012345", "Sample Applicant Ana", date(1985, 4, 12))
    assert carla.call.verification == "none"  # a sample case of the real system is unknown here
    assert numbers == []


def test_no_supervisor_listens_to_practice(world: World) -> None:
    call = trainee(world).is_in_a_practice_call()
    selma = world.agent("selma")

    async def supervises() -> None:
        async with world.center.turn(CallId(call)) as at_hand:
            assert at_hand
            await supervising.supervise(world.center, at_hand, AgentId(selma.id), "monitor", "training")

    with pytest.raises(Refused, match="practice call"):
        world.do(supervises())


def test_time_in_practice_is_counted_as_practice(world: World) -> None:
    carla = trainee(world)
    carla.is_in_a_practice_call()
    world.wait(minutes=4)
    carla.ends()
    world.wait(minutes=2)
    carla.leaves_practice()
    spent = {one.state: one.seconds for one in carla.sees().spent}
    assert spent["not_ready practice"] >= 360
    assert "talking" not in spent
