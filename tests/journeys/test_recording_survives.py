"""Recordings go on through a process of ours that dies, and are kept as far as they went when the engine
does."""

from datetime import timedelta

import pytest

from tests.journeys.in_conversation import ana, carla
from tests.journeys.world import NUMBER, Agent, Caller, World
from tierline.calls import recording_events as re
from tierline.calls.names import AgentId, LegId
from tierline.desk.recording.keeping import look
from tierline.ports.recordings import Settled

__all__ = ["ana", "carla"]


def test_a_restart_changes_nothing_of_what_is_recorded(world: World, ana: Caller, carla: Agent) -> None:
    before = world.switch.recordings.under_way
    world.kill_and_restart(timedelta(seconds=20))
    assert world.switch.recordings.under_way == before
    assert len(ana.all(re.RecordingStarted)) == 2
    carla.ends()
    assert world.switch.recordings.under_way == ()
    assert {e.seconds for e in ana.all(re.RecordingStopped)} == {20.0}


def test_what_ended_while_nobody_looked_is_brought_up_to_date(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.switch.recordings.stop(world.switch.recordings.under_way[0])
    world.kill_and_restart()
    assert len(world.switch.recordings.legs) == 2
    assert len(ana.call.recording.parts) == 3


def test_a_killed_engine_leaves_what_there_was_and_the_call_says_so(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.wait(seconds=45)
    world.switch.engine_dies()
    world.settle()
    world.switch.engine_returns()
    world.settle()
    assert ana.call.phase == "ended"
    assert [(e.seconds, e.cut_short) for e in ana.all(re.RecordingStopped)] == [(45.0, True), (45.0, True)]
    assert len(ana.call.recording.kept) == 2


def test_a_recording_that_no_call_knows_is_ended(world: World, ana: Caller, carla: Agent) -> None:
    world.switch.recordings.start(ana.leg, "call-unknown-1")
    world.kill_and_restart()
    assert "call-unknown-1" not in world.switch.recordings.under_way
    assert world.switch.recordings.legs == {ana.leg, carla.leg}


def test_a_call_that_ended_with_its_records_away_is_settled_later(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.store.away = True
    world.wait(seconds=10)
    carla.ends()
    assert world.switch.recordings.under_way == ()
    world.store.away = False
    world.wait(seconds=5)
    world.do(look(world.center))
    assert not ana.call.recording.under_way
    assert {e.seconds for e in ana.all(re.RecordingStopped)} == {10.0}


def test_who_answers_a_promised_callback_is_told_anew(world: World, carla: Agent) -> None:
    carla.goes_to_lunch()
    ana = world.dials(language="es")
    ana.presses("0")
    ana.presses("1")
    ana.presses("1")
    ana.presses("1")
    while ana.call.phase == "ivr":
        world.wait(seconds=1)
    assert ana.call.promise
    world.wait(seconds=10)
    carla.is_ready()
    carla.answers()
    assert ana.call.recording.agreed is None
    leg = world.switch.dialled["+12025550111"]
    world.switch.agent_answers(leg)
    world.settle()
    world.switch.presses(leg, "1")  # before the notice was over: agrees to nothing
    world.settle()
    assert ana.call.phase == "talking"
    assert world.switch.recordings.legs == set()
    assert carla.id == AgentId("carla")


def test_a_recording_is_on_record_before_the_switch_is_asked_and_people_speak_before_both(
    world: World, carla: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that is killed between leaves no recording whose name is taken and that no call knows."""
    ana = world.dials(language="es")
    ana.chooses_a_person()
    really_record = world.switch.record
    seen: list[tuple[bool, object]] = []

    async def record(leg: LegId, recording: str) -> None:
        call = await world.store.call(ana.call_id)
        seen.append((call is not None and call.recording.part(recording) is not None, ana.hears))
        await really_record(leg, recording)

    monkeypatch.setattr(world.switch, "record", record)
    carla.answers()
    assert seen == [(True, {carla.leg}), (True, {carla.leg})]


def test_a_recording_that_cannot_be_taken_up_keeps_nobody_from_being_answered(
    world: World, ana: Caller, carla: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def settle(name: str) -> Settled | None:
        raise OSError("the disk does not answer")

    world.switch.recordings.stop(world.switch.recordings.under_way[0])
    ben = world.switch.caller_dials(NUMBER, None)
    monkeypatch.setattr(world.switch.recordings, "settle", settle)
    world.kill_and_restart()
    assert isinstance(world.switch.hears(ben), tuple)
    assert ana.talks_to == {"carla"}


def test_an_engine_that_is_slow_to_end_a_recording_keeps_nobody_waiting(
    world: World, ana: Caller, carla: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stop_recording(name: str) -> None:
        await world.clock.sleep(2)

    world.switch.recordings.stop(world.switch.recordings.under_way[0])
    ben = world.switch.caller_dials(NUMBER, None)
    monkeypatch.setattr(world.switch, "stop_recording", stop_recording)
    world.kill_and_restart()
    assert isinstance(world.switch.hears(ben), tuple)
    world.wait(seconds=2)
    assert world.switch.recordings.legs == {ana.leg, carla.leg}
