"""Two processes that both believe to be the center: only the one that took over last rings anybody."""

from tests.journeys.world import World


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
