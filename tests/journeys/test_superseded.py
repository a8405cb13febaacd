"""Two processes that both believe to be the center: only the one that took over last rings anybody."""

from tests.journeys.callbacks import HOME
from tests.journeys.world import Caller, World


def test_a_superseded_process_rings_nobody_and_the_one_after_it_presents_the_caller(world: World) -> None:
    ana = world.dials(language="en")
    ana.chooses_a_person()
    asked = ana.call.waiting_since
    world.do(world.store.take_over())
    world.ready("carla")
    assert world.ringing == set()
    assert ana.call.reservation is None
    world.kill_and_restart()
    assert world.ringing == {"carla"}
    assert ana.call.waiting_since == asked


def test_a_superseded_process_dials_no_callback_that_it_had_reserved(world: World, promised: Caller) -> None:
    carla = world.ready("carla")
    assert world.ringing == {"carla"}
    world.do(world.store.take_over())
    carla.answers()
    assert world.switch.dialled == {}
    assert world.switch.legs == set()
    assert promised.call.promise
    assert promised.call.promise.attempts == 0
    world.kill_and_restart()
    carla.answers()
    assert set(world.switch.dialled) == {HOME}
