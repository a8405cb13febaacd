"""Practice across a killed process, a dead engine, a closed browser and a database that is away."""

import pytest

from tests.journeys.practising import events, kept, trainee
from tests.journeys.world import World
from tierline.calls.events import Ended, PickedUpAgain
from tierline.calls.names import LegId
from tierline.calls.practice import CallerSpoke
from tierline.ports.switch import LegEnded, SwitchAway


def test_a_practice_call_goes_on_when_the_process_is_killed(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    world.wait(seconds=1)
    world.kill_and_restart()
    assert carla.is_in("talking")
    assert carla.practises
    assert PickedUpAgain() in events(world, call)
    world.wait(seconds=26)
    assert CallerSpoke(2) in events(world, call)
    assert carla.hears == {"caller"}
    carla.ends()
    world.wait(minutes=2)
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")
    assert world.switch.legs == set()


def test_a_caller_who_was_not_greeted_yet_when_the_process_was_killed_speaks_all_the_same(
    world: World,
) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    carla.begins()
    carla.answers()
    world.kill_and_restart()
    carla.greets()
    assert (carla.is_told or "").startswith("Hello.")


def test_a_practice_call_that_rang_when_the_process_was_killed_is_over(world: World) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    call = carla.begins()
    world.kill_and_restart()
    assert kept(world, call).ending == "practice_over"
    assert world.switch.legs == set()
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")
    carla.begins()
    assert world.ringing == {"carla"}


def test_who_practises_between_calls_still_does_after_a_restart(world: World) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    world.kill_and_restart()
    assert carla.practises
    ana = world.dials(language="en")
    ana.chooses_a_person()
    assert world.ringing == set()


def test_an_agent_who_hung_up_while_nobody_looked_notes_the_call_down(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    leg = carla.leg
    world.switch.agent_hangs_up(leg)
    world.kill_and_restart()
    assert kept(world, call).ending == "practice_over"
    assert world.switch.legs == set()
    world.wait(minutes=2)
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")


def test_a_dead_engine_ends_the_practice_call_and_nothing_rings_afterwards(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    world.switch.engine_dies()
    world.switch.engine_returns()
    world.settle()
    assert Ended("engine_lost", "talking") in events(world, call)
    world.wait(minutes=5)
    assert world.switch.legs == set()
    assert carla.practises


def test_an_engine_that_is_away_begins_no_call(world: World) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    world.switch.connection_breaks()
    world.settle()
    with pytest.raises(SwitchAway):
        carla.begins()
    world.switch.engine_returns()
    world.settle()
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")
    assert world.center.calls == {}


def test_a_caller_whom_the_engine_cannot_make_leaves_the_agent_in_practice(world: World) -> None:
    async def cannot(leg: LegId, voice: LegId) -> None:
        world.switch._happens(LegEnded(leg, "unreachable"))

    carla = trainee(world)
    carla.goes_into_practice()
    world.switch.imitate = cannot  # type: ignore[method-assign]
    call = carla.begins()
    assert kept(world, call).ending == "practice_over"
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")


def test_a_caller_who_never_comes_and_an_engine_that_dies_meanwhile_leave_the_agent_in_practice(
    world: World,
) -> None:
    async def never(leg: LegId, voice: LegId) -> None:
        return None

    carla = trainee(world)
    carla.goes_into_practice()
    world.switch.imitate = never  # type: ignore[method-assign]
    first = carla.begins()
    assert carla.is_in("reserved")
    world.wait(seconds=11)
    assert kept(world, first).ending == "practice_over"
    second = carla.begins()
    world.switch.engine_dies()
    world.switch.engine_returns()
    world.settle()
    assert kept(world, second).ending == "engine_lost"
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")


def test_what_was_wanted_afterwards_comes_where_the_caller_never_came(world: World) -> None:
    async def never(leg: LegId, voice: LegId) -> None:
        return None

    carla = trainee(world)
    carla.goes_into_practice()
    world.switch.imitate = never  # type: ignore[method-assign]
    carla.begins()
    carla.is_not_ready("break")
    assert carla.is_in("reserved")
    world.wait(seconds=11)
    assert (carla.state.name, carla.state.reason) == ("not_ready", "break")
    assert not carla.practises


def test_a_closed_browser_ends_practice_as_it_ends_duty(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    carla.closes_the_browser()
    carla.is_gone()
    assert kept(world, call).phase == "ended"
    assert carla.state.signed_out
    assert not carla.practises
    assert world.switch.legs == set()


def test_a_database_that_is_away_presents_no_practice_call(world: World) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    world.store.away = True
    carla.begins()
    assert world.ringing == set()
    assert world.switch.legs == set()
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")
    world.store.away = False


def test_a_trainee_who_is_signed_out_by_a_supervisor_is_in_practice_no_more(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    carla.is_signed_out_by("selma", "requeue")
    assert kept(world, call).phase == "ended"
    assert carla.state.signed_out
    assert world.switch.legs == set()


def test_a_trainee_goes_on_at_another_screen(world: World) -> None:
    carla = trainee(world)
    carla.sits_down("first")
    call = carla.is_in_a_practice_call()
    carla.sits_down("second", take_over=True)
    carla.answers()
    assert carla.call.id == call
    world.wait(minutes=1)
    assert kept(world, call).practice
    carla.has_the_caller_go_on()
    assert carla.hears == {"caller"}
