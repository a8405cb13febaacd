"""The agent leaves while the caller whom we rang is greeted: the caller is not rung again for it."""

import pytest

from tests.journeys.callbacks import outcomes, picks_up
from tests.journeys.world import Agent, Caller, World


@pytest.fixture
def carla(world: World, promised: Caller) -> Agent:
    carla = world.ready("carla")
    carla.answers()
    return carla


@pytest.mark.parametrize("leaves", ["closes the browser", "is gone", "hangs up"])
def test_the_caller_stays_on_the_line_and_gets_the_next_agent_at_the_original_age(
    world: World, promised: Caller, carla: Agent, leaves: str
) -> None:
    since = promised.call.waiting_since
    at_home = picks_up(world)
    match leaves:
        case "closes the browser":
            carla.closes_the_browser()
        case "is gone":
            carla.is_gone()
        case "hangs up":
            assert promised.call.reservation
            world.switch.agent_hangs_up(promised.call.reservation.leg)
            world.settle()
    assert carla.is_in("not_ready")
    assert at_home.hears == ["callback-greeting", "recording-callback"]
    at_home.presses("1")
    assert at_home.hears == ["agent-lost"]
    assert (promised.call.phase, promised.call.promise, promised.call.waiting_since) == (
        "waiting",
        None,
        since,
    )
    carla = world.ready("carla")
    carla.answers()
    assert at_home.talks_to == {"carla"}
    assert outcomes(promised) == []


def test_nobody_is_put_through_to_a_machine_that_chose_nothing(
    world: World, promised: Caller, carla: Agent
) -> None:
    at_home = picks_up(world)
    carla.closes_the_browser()
    world.ready("carla")
    assert world.ringing == set()
    for _ in range(2):
        at_home.listens()
        world.wait(seconds=7)
    assert outcomes(promised) == ["no_answer"]
    assert not world.switch.legs
    world.wait(minutes=5)
    assert world.ringing == {"carla"}


@pytest.mark.parametrize("says", ["not now", "nothing, and hangs up"])
def test_a_caller_who_does_not_want_to_be_connected_keeps_the_place_all_the_same(
    world: World, promised: Caller, carla: Agent, says: str
) -> None:
    at_home = picks_up(world)
    carla.closes_the_browser()
    if says == "not now":
        at_home.presses("2")
    else:
        at_home.hangs_up()
    assert outcomes(promised) == ["declined" if says == "not now" else "no_answer"]
    assert promised.call.phase == "promised"
    assert not world.switch.legs


def test_with_the_database_away_the_caller_is_told_and_gets_the_next_agent_afterwards(
    world: World, promised: Caller, carla: Agent
) -> None:
    at_home = picks_up(world)
    carla.closes_the_browser()
    world.store.away = True
    at_home.presses("1")
    assert at_home.hears == ["records-away"]
    world.store.away = False
    world.wait(seconds=10)
    world.ready("carla").answers()
    assert at_home.talks_to == {"carla"}
