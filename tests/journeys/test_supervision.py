"""Supervisors at a colleague's call: who hears whom, who is told, and that nothing is left of it."""

import msgspec
import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls import supervision_events as su
from tierline.calls.events import AgentLeft, Answered
from tierline.desk.refusal import Refused
from tierline.staff.supervision import SupervisionFile

MUSIC: object = "music"


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    """In conversation with Carla."""
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    return ana


@pytest.fixture
def selma(world: World) -> Agent:
    return world.ready("selma")


def with_settings(world: World, settings: SupervisionFile) -> None:
    agency = msgspec.structs.replace(world.center.agency, supervision=settings)
    world.center.in_force.newest = msgspec.structs.replace(world.center.in_force.newest, agency=agency)


def left_alone(world: World, *legs: str) -> bool:
    return world.switch.legs == set(legs) and not any(s for s in world.center.calls.values() if s.supervising)


def test_a_supervisor_listens_and_nobody_hears_them(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    selma.is_at(ana, "monitor")
    assert selma.hears_legs == {ana.leg, carla.leg}
    assert ana.hears == {carla.leg}
    assert carla.hears_legs == {ana.leg}
    [began] = ana.all(su.SupervisionBegan)
    assert (began.agent, began.mode) == ("selma", "monitor")


def test_a_whisper_reaches_the_agent_alone_and_joining_reaches_both_without_another_ring(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    selma.is_at(ana, "monitor")
    leg = selma.leg
    selma.supervises(ana, "whisper")
    assert carla.hears_legs == {ana.leg, leg}
    assert ana.hears == {carla.leg}
    selma.supervises(ana, "barge")
    assert ana.hears == {carla.leg, leg}
    selma.supervises(ana, "monitor")
    assert ana.hears == {carla.leg}
    assert selma.leg == leg
    assert [e.mode for e in ana.all(su.SupervisionChanged)] == ["whisper", "barge", "monitor"]


def test_who_leaves_is_ready_again_and_the_call_goes_on(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    selma.is_at(ana, "whisper")
    assert selma.state.reason == "supervising"
    selma.stops_supervising(ana)
    assert selma.is_in("ready")
    assert ana.hears == {carla.leg}
    assert left_alone(world, ana.leg, carla.leg)
    [ended] = ana.all(su.SupervisionEnded)
    assert ended.how == "left"


def test_meanwhile_no_call_is_presented_to_the_supervisor_and_they_cannot_be_ready(
    world: World, ana: Caller, selma: Agent
) -> None:
    selma.is_at(ana, "monitor")
    bo = world.dials(language="en")
    bo.presses("*")
    bo.presses("1")
    assert world.ringing == set()
    with pytest.raises(Refused, match="you are in a colleague's call"):
        selma.is_ready()
    selma.stops_supervising(ana)
    assert world.ringing == {"selma"}


def test_it_ends_with_the_call(world: World, ana: Caller, carla: Agent, selma: Agent) -> None:
    selma.is_at(ana, "barge")
    world.switch.caller_hangs_up(ana.leg)
    world.settle()
    assert left_alone(world)
    assert world.switch.rooms == {}
    assert selma.is_in("ready")
    assert carla.is_in("wrap_up")
    assert ana.all(su.SupervisionEnded)[0].how == "call_over"


def test_a_phone_that_nobody_answers_stops_ringing(world: World, ana: Caller, selma: Agent) -> None:
    selma.supervises(ana, "monitor")
    assert world.ringing == {"selma"}
    world.wait(seconds=25)
    assert world.ringing == set()
    assert ana.all(su.SupervisionEnded)[0].how == "unanswered"
    assert selma.is_in("ready")


def test_a_supervisors_browser_that_is_killed_leaves_the_call_as_it_was(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    selma.is_at(ana, "barge")
    selma.is_gone()
    assert ana.hears == {carla.leg}
    assert left_alone(world, ana.leg, carla.leg)
    assert selma.state.reason == "signed out"


def test_a_caller_on_hold_hears_music_and_no_whisper_and_after_it_neither(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    selma.is_at(ana, "whisper")
    carla.holds()
    assert ana.hears == MUSIC
    assert carla.hears_legs == {selma.leg}
    carla.resumes()
    assert ana.hears == {carla.leg}
    assert carla.hears_legs == {ana.leg, selma.leg}


def test_a_caller_who_is_taken_back_from_hold_is_off_hold_and_hears_no_whisper(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    selma.is_at(ana, "whisper")
    carla.holds()
    carla.transfers("2")
    carla.takes_back()
    assert not ana.call.held
    assert ana.hears == {carla.leg}


@pytest.mark.parametrize("consults_too", [True, False])
def test_colleagues_who_consult_are_heard_by_the_agencys_setting(
    world: World, ana: Caller, carla: Agent, selma: Agent, consults_too: bool
) -> None:
    with_settings(world, SupervisionFile(consults_too=consults_too))
    selma.is_at(ana, "monitor")
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    assert ana.hears == MUSIC
    assert selma.hears_legs == ({carla.leg, olga.leg} if consults_too else MUSIC)
    olga_leg = olga.leg
    carla.completes()
    assert ana.hears == {olga_leg}
    assert selma.hears_legs == {ana.leg, olga_leg}


@pytest.mark.parametrize(
    ("setting", "listening", "joined"), [("always", 1, 1), ("barge_only", 0, 1), ("never", 0, 0)]
)
def test_the_agent_is_told_on_screen_and_by_a_tone_by_the_agencys_setting(
    world: World, ana: Caller, carla: Agent, selma: Agent, setting: str, listening: int, joined: int
) -> None:
    told = msgspec.convert({"agent_is_told": setting, "tone": True}, SupervisionFile)
    with_settings(world, told)
    selma.is_at(ana, "monitor")
    seen = carla.sees().call
    assert seen
    assert len(seen.supervisors) == listening
    assert any("Selma" in line.who for line in seen.timeline) == bool(listening)
    assert world.switch.beeps(carla.leg) == listening
    selma.supervises(ana, "barge")
    seen = carla.sees().call
    assert seen
    assert len(seen.supervisors) == joined
    assert world.switch.beeps(carla.leg) == joined


def test_a_reason_is_asked_for_where_the_agency_wants_one(world: World, ana: Caller, selma: Agent) -> None:
    with pytest.raises(Refused, match="say in a few words why"):
        selma.supervises(ana, "monitor", reason=" ")
    assert selma.is_in("ready")


def test_nobody_listens_to_a_caller_without_an_agent_nor_without_a_phone(world: World) -> None:
    world.ready("carla")
    ana = world.dials(language="en")
    selma = world.ready("selma")
    with pytest.raises(Refused, match="nobody serves this caller"):
        selma.supervises(ana, "monitor")


def test_a_call_that_goes_back_to_the_queue_lets_the_listener_go(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    selma.is_at(ana, "monitor")
    carla.closes_the_browser()
    assert ana.call.phase == "waiting"
    assert ana.call.supervising == ()
    assert ana.all(su.SupervisionEnded)[0].how == "no_agent"


def test_a_supervisor_who_has_joined_stays_with_a_caller_whose_agent_is_lost(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    selma.is_at(ana, "barge")
    leg = selma.leg
    carla.closes_the_browser()
    assert ana.talks_to == {"selma"}
    assert ana.hears == {leg}


def test_taking_over_gives_the_caller_to_the_supervisor_and_the_agent_to_wrap_up_and_keeps_the_age(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    age = ana.call.waiting_since
    selma.is_at(ana, "monitor")
    leg, agents_leg = selma.leg, carla.leg
    selma.takes_over(ana)
    assert ana.hears == {leg}
    assert carla.is_in("wrap_up")
    assert selma.is_in("talking")
    assert agents_leg not in world.switch.legs
    assert (ana.call.tier, ana.call.waiting_since) == ("supervisor", age)
    ended = [e for e in ana.events if isinstance(e, su.SupervisionEnded | Answered | AgentLeft)]
    assert [type(e) for e in ended[-3:]] == [su.SupervisionEnded, Answered, AgentLeft]
    selma.ends()
    assert left_alone(world)


@pytest.mark.parametrize("stage", ["seeking", "ringing", "consulting", "held"])
def test_taking_over_ends_whatever_was_under_way(
    world: World, ana: Caller, carla: Agent, selma: Agent, stage: str
) -> None:
    selma.is_at(ana, "monitor")
    olga = world.ready("olga") if stage in ("ringing", "consulting") else None
    if stage == "held":
        carla.holds()
    else:
        carla.transfers("2")
    if olga and stage == "consulting":
        olga.answers()
    leg = selma.leg
    selma.takes_over(ana)
    assert ana.hears == {leg}
    assert world.ringing == set()
    assert (ana.call.transfer, ana.call.held) == (None, False)
    assert world.switch.legs == {ana.leg, leg}


@pytest.mark.parametrize("mode", ["monitor", "whisper", "barge"])
def test_a_killed_process_changes_nothing_for_those_who_are_at_the_call(
    world: World, ana: Caller, carla: Agent, selma: Agent, mode: su.Mode
) -> None:
    selma.is_at(ana, mode)
    leg, agents_leg = selma.leg, carla.leg
    world.kill_and_restart()
    assert world.switch.legs == {ana.leg, agents_leg, leg}
    assert world.switch.hears(leg) == frozenset({ana.leg, agents_leg})
    assert ana.hears == ({agents_leg, leg} if mode == "barge" else {agents_leg})
    world.switch.caller_hangs_up(ana.leg)
    world.settle()
    assert left_alone(world)


def test_a_supervisor_who_is_lost_while_no_process_runs_is_not_there_any_more(
    world: World, ana: Caller, carla: Agent, selma: Agent
) -> None:
    selma.is_at(ana, "whisper")
    agents_leg = carla.leg
    world.switch.agent_phone_lost("selma")
    world.kill_and_restart()
    assert ana.call.supervising == ()
    assert ana.hears == {agents_leg}


def test_a_ring_of_before_a_restart_ends(world: World, ana: Caller, selma: Agent) -> None:
    selma.supervises(ana, "monitor")
    world.kill_and_restart()
    assert world.ringing == set()
    assert ana.call.supervising == ()
