"""Whose legs are recorded as a conversation goes on: those in it with a caller who was told."""

from collections.abc import Iterator

import msgspec
import pytest

from tests.journeys.agency_settings import Make, world_of
from tests.journeys.in_conversation import ana, carla
from tests.journeys.world import Agent, Caller, World
from tests.sample import load_agency
from tierline.calls import recording_events as re
from tierline.calls.names import LegId
from tierline.desk.refusal import Refused
from tierline.ports.agency import Agency
from tierline.staff.recording import RecordingFile

__all__ = ["ana", "carla", "world_of"]


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    assert world.switch.recordings.legs <= world.switch.legs
    world.close()


def recorded(world: World) -> set[LegId]:
    return world.switch.recordings.legs


def status(agent: Agent) -> str | None:
    view = agent.sees().call
    assert view
    assert view.recording
    return view.recording.status


def test_caller_and_agent_are_recorded_each_on_their_own(world: World, ana: Caller, carla: Agent) -> None:
    assert recorded(world) == {ana.leg, carla.leg}
    assert [e.of for e in ana.all(re.RecordingStarted)] == ["caller", "carla"]
    assert status(carla) == "on"
    world.wait(seconds=60)
    carla.ends()
    assert recorded(world) == set()
    assert [e.seconds for e in ana.all(re.RecordingStopped)] == [60.0, 60.0]


def test_nobody_is_recorded_before_they_speak_with_a_person(world: World) -> None:
    ana = world.dials(language="en")
    ana.chooses_a_person()
    assert ana.call.phase == "waiting"
    assert recorded(world) == set()


def test_who_declines_is_served_and_not_recorded(world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="es")
    ana.presses("03")
    assert ana.hears == ["not-recorded"]
    ana.listens()
    world.wait(seconds=5)
    carla.answers()
    assert ana.talks_to == {"carla"}
    assert recorded(world) == set()
    assert status(carla) == "declined"
    assert ana.all(re.RecordingChosen) == [re.RecordingChosen(False, "key")]


def test_who_hears_the_notice_out_and_says_nothing_was_told(world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="es")
    ana.presses("0")
    assert ana.hears == ["recording-notice"]
    world.wait(seconds=4)
    carla.answers()
    assert ana.all(re.RecordingChosen) == [re.RecordingChosen(True, "heard")]
    assert recorded(world) == {ana.leg, carla.leg}


def test_who_came_past_the_notice_is_not_recorded(world: World) -> None:
    """By the supervisor's key."""
    selma = world.ready("selma")
    ana = world.dials(language="en")
    ana.presses("*1")
    world.wait(seconds=5)
    selma.answers()
    assert ana.talks_to == {"selma"}
    assert recorded(world) == set()
    assert status(selma) == "not_told"
    selma.notes_that_the_caller(agrees=True)
    assert recorded(world) == {ana.leg, selma.leg}


def test_wrong_keys_at_the_notice_lead_to_a_person_unrecorded(world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="es")
    ana.presses("0")
    ana.presses("555")
    world.wait(seconds=1)
    carla.answers()
    assert status(carla) == "not_told"
    assert recorded(world) == set()


def test_a_caller_on_hold_is_not_recorded_and_is_again_afterwards_and_their_agent_throughout(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.holds()
    assert recorded(world) == {carla.leg}
    assert status(carla) == "silent"
    carla.resumes()
    assert recorded(world) == {ana.leg, carla.leg}


def test_a_pause_is_silence_for_all(world: World, ana: Caller, carla: Agent) -> None:
    carla.pauses_the_recording()
    carla.pauses_the_recording()
    assert recorded(world) == set()
    assert status(carla) == "paused"
    carla.resumes_the_recording()
    assert recorded(world) == {ana.leg, carla.leg}
    assert [type(e) for e in ana.events if isinstance(e, re.RecordingPaused | re.RecordingResumed)] == [
        re.RecordingPaused,
        re.RecordingResumed,
    ]


def test_a_caller_may_withdraw_by_voice_and_agree_again(world: World, ana: Caller, carla: Agent) -> None:
    carla.notes_that_the_caller(agrees=False)
    assert recorded(world) == set()
    assert status(carla) == "declined"
    carla.notes_that_the_caller(agrees=True)
    assert recorded(world) == {ana.leg, carla.leg}


def test_who_has_muted_themselves_is_not_recorded(world: World, ana: Caller, carla: Agent) -> None:
    carla.mutes()
    assert recorded(world) == {ana.leg}
    carla.mutes(False)
    assert recorded(world) == {ana.leg, carla.leg}


def test_a_consult_is_not_recorded_and_whoever_takes_the_caller_is(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    assert recorded(world) == set()
    carla.completes()
    assert recorded(world) == {ana.leg, olga.leg}


def test_consults_are_recorded_where_the_agency_says_so(world_of: Make) -> None:
    world = world_of(recording(consults=True))
    carla, olga = world.ready("carla"), world.ready("olga")
    ana = world.dials(language="es")
    ana.chooses_a_person()
    carla.answers()
    carla.transfers("2")
    olga.answers()
    assert recorded(world) == {carla.leg, olga.leg}


def test_an_agency_that_does_not_record_records_nothing(world_of: Make) -> None:
    world = world_of(recording(conversations=False))
    carla = world.ready("carla")
    ana = world.dials(language="es")
    ana.chooses_a_person()
    carla.answers()
    assert recorded(world) == set()
    view = carla.sees().call
    assert view
    assert view.recording is None
    with pytest.raises(Refused, match="does not record"):
        carla.pauses_the_recording()


def test_everyone_in_a_conference_is_recorded(world: World, ana: Caller, carla: Agent) -> None:
    olga = world.ready("olga")
    carla.consults("2")
    olga.answers()
    carla.speaks_with("everyone")
    assert recorded(world) == {ana.leg, carla.leg, olga.leg}


def test_colleagues_are_not_recorded_while_the_caller_of_their_conference_holds(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    carla.consults("2")
    olga.answers()
    carla.speaks_with("everyone")
    carla.holds()
    assert recorded(world) == set()
    carla.resumes()
    assert recorded(world) == {ana.leg, carla.leg, olga.leg}


def test_a_supervisor_is_recorded_only_where_the_caller_hears_them(
    world: World, ana: Caller, carla: Agent
) -> None:
    selma = world.ready("selma")
    selma.is_at(ana, "monitor")
    assert recorded(world) == {ana.leg, carla.leg}
    selma.supervises(ana, "whisper")
    assert recorded(world) == {ana.leg, carla.leg}
    selma.supervises(ana, "barge")
    assert recorded(world) == {ana.leg, carla.leg, selma.leg}


def test_a_disk_without_room_harms_no_call_and_is_tried_again(world: World) -> None:
    world.switch.recordings.full = True
    carla = world.ready("carla")
    ana = world.dials(language="es")
    ana.chooses_a_person()
    carla.answers()
    assert ana.talks_to == {"carla"}
    assert status(carla) == "failing"
    assert len(ana.all(re.RecordingBroke)) == 2
    world.switch.recordings.full = False
    world.wait(seconds=11)
    assert recorded(world) == {ana.leg, carla.leg}
    assert status(carla) == "on"


def test_a_recording_that_breaks_is_on_record_and_tried_again(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.wait(seconds=30)
    part = next(part for part in ana.call.recording.under_way if part.of == "caller")
    world.switch.recording_breaks(part.name)
    world.settle()
    assert ana.all(re.RecordingBroke) == [re.RecordingBroke(part.name, 30.0)]
    assert status(carla) == "failing"
    assert ana.talks_to == {"carla"}
    world.switch.recordings.full = False
    world.wait(seconds=11)
    assert recorded(world) == {ana.leg, carla.leg}


def recording(**changed: object) -> Agency:
    rules: RecordingFile = msgspec.structs.replace(load_agency().recording, **changed)
    return msgspec.structs.replace(load_agency(), recording=rules)
