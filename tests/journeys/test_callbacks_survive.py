"""A promise outlives the process that made it, and the engine; without a database none is made."""

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from tests.journeys.callbacks import (
    hears_it_out,
    is_busy,
    is_promised,
    outcomes,
    picks_up,
    promised_calls,
)
from tests.journeys.world import Caller, World
from tierline.calls import callback_events as cb
from tierline.calls.names import LegId
from tierline.ports.store import StoreAway

AT_NIGHT = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
"""23:00 in New York, on a Monday."""


def test_a_killed_process_keeps_every_promise_and_the_attempt_under_way_counts(world: World) -> None:
    callers = []
    for _ in range(3):
        callers.append(world.dials(language="en"))
        is_promised(world, callers[-1])
        callers[-1].listens()
        world.wait(seconds=1)
    carla = world.ready("carla")
    carla.answers()
    picks_up(world)
    world.kill_and_restart()
    assert len(promised_calls(world)) == 3
    assert outcomes(callers[0]) == ["failed"]
    # Carla was ready and still is: the next promise rings there already; of the one before nothing is left.
    assert world.switch.legs == set(world.switch.ringing.values())
    carla.answers()
    picks_up(world).presses("1")
    assert [caller.call.phase for caller in callers] == ["promised", "talking", "promised"]


def test_a_new_process_does_not_warn_of_the_legs_that_it_gives_up_itself(
    world: World, promised: Caller
) -> None:
    world.ready("carla").answers()
    picks_up(world)
    with capture_logs() as logged:
        world.kill_and_restart()
    assert not world.switch.legs
    assert [entry["event"] for entry in logged if entry["log_level"] == "warning"] == []


def test_a_new_process_warns_of_an_agents_leg_that_no_call_has(world: World) -> None:
    carla, stray = world.agent("carla"), LegId("agent-of-no-call")
    world.do(world.switch.ring(stray, carla.id, shown=""))
    with capture_logs() as logged:
        world.kill_and_restart()
    warned = [entry for entry in logged if entry["log_level"] == "warning"]
    assert [(entry["event"], entry["leg"]) for entry in warned] == [
        ("an agent's leg belongs to no call", stray)
    ]
    assert not world.switch.legs


def test_a_killed_process_says_the_good_bye_again(world: World) -> None:
    ana = world.dials(language="en")
    is_promised(world, ana)
    world.kill_and_restart()
    assert ana.hears == ["callback-promised", "good-bye"]
    hears_it_out(world, ana)


def test_the_distance_between_attempts_is_kept_across_a_killed_process(
    world: World, promised: Caller
) -> None:
    world.ready("carla").answers()
    is_busy(world)
    world.kill_and_restart()
    world.wait(minutes=6)
    world.ready("carla")
    assert world.ringing == {"carla"}


def test_the_engines_death_ends_no_promise(world: World, promised: Caller) -> None:
    bo = world.dials(language="en")
    is_promised(world, bo)
    carla = world.ready("carla")
    carla.answers()
    assert promised.call.phase == "calling_back"
    world.switch.engine_dies()
    world.settle()
    world.switch.engine_returns()
    world.settle()
    assert {call.id for call in promised_calls(world)} == {promised.call_id, bo.call_id}
    assert outcomes(promised) == ["failed"]
    assert outcomes(bo) == []
    assert bo.call.promise
    assert bo.call.promise.rang_off


def test_without_a_database_nothing_is_promised(world: World) -> None:
    ana = world.dials(language="en")
    world.store.away = True
    with pytest.raises(StoreAway):
        is_promised(world, ana)
    world.store.away = False
    assert (ana.call.phase, ana.connected) == ("ivr", True)


def test_a_database_that_goes_away_while_the_agent_is_rung_keeps_nobody_from_being_called(
    world: World, promised: Caller
) -> None:
    carla = world.ready("carla")
    world.store.away = True
    carla.answers()
    picks_up(world).presses("1")
    world.store.away = False
    world.wait(seconds=3)
    assert [dialled.attempt for dialled in promised.all(cb.CallbackDialled)] == [1]
    assert promised.call.phase == "talking"
