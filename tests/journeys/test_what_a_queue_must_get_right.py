"""The cases of Asterisk's own public test suite for its queues (`tests/apps/queues`), in our terms."""

from tests.journeys.test_publishing import NEW_MENU
from tests.journeys.world import Caller, World


def waits(world: World, language: str = "en") -> Caller:
    caller = world.dials(language=language)
    caller.chooses_a_person()
    return caller


def test_priority_and_position_a_head_start_passes_those_who_came_a_little_before(world: World) -> None:
    ana = waits(world, "en")
    world.wait(seconds=60)
    eva = waits(world, "es")  # the sample gives Spanish callers two minutes
    carla = world.ready("carla")
    carla.answers()
    assert eva.talks_to == {"carla"}
    assert ana.call.phase == "waiting"
    world.wait(seconds=180)
    ida = waits(world, "es")
    carla.ends()
    carla.is_ready()
    carla.answers()
    assert ana.talks_to == {"carla"}
    assert ida.call.phase == "waiting"


def test_wrap_up_is_honoured_by_every_queue_that_the_agent_serves(world: World) -> None:
    carla = world.ready("carla")
    ana = waits(world, "en")
    carla.answers()
    waits(world, "en")
    waits(world, "es")
    ana.hangs_up()
    assert carla.is_in("wrap_up")
    assert world.ringing == set()
    world.wait(seconds=15)
    assert world.ringing == {"carla"}


def test_nobody_is_rung_in_use_or_on_a_break_and_the_break_counts_for_every_queue(world: World) -> None:
    carla, colin = world.ready("carla"), world.ready("colin")
    waits(world, "es")
    carla.answers()
    colin.goes_to_lunch()
    waits(world, "es")
    waits(world, "en")
    assert world.ringing == set()
    colin.is_ready()
    assert world.ringing == {"colin"}


def test_after_an_attended_transfer_the_first_agent_takes_the_next_and_the_caller_stays_with_the_second(
    world: World,
) -> None:
    carla, olga = world.ready("carla"), world.ready("olga")
    ana = waits(world)
    carla.answers()
    bo = waits(world)
    carla.transfers("2")
    olga.answers()
    carla.completes()
    assert ana.talks_to == {"olga"}
    carla.is_ready()
    carla.answers()
    assert bo.talks_to == {"carla"}


def test_after_a_blind_transfer_the_caller_waits_at_the_original_age_ahead_of_those_who_came_later(
    world: World,
) -> None:
    carla, colin = world.ready("carla"), world.ready("colin")
    ana = waits(world)
    world.wait(seconds=1)
    bo = waits(world)
    carla.answers()
    colin.answers()
    asked = bo.call.waiting_since
    colin.hands_on("2")
    world.wait(seconds=1)
    carla.hands_on("2")
    olga = world.ready("olga")
    olga.answers()
    assert ana.talks_to == {"olga"}
    assert (bo.call.phase, bo.call.waiting_since) == ("waiting", asked)


def test_a_reload_with_callers_waiting_changes_nobodys_place(world: World) -> None:
    callers = []
    for _ in range(5):
        callers.append(waits(world))
        world.wait(seconds=1)
    ages = [caller.call.waiting_since for caller in callers]
    world.publish(NEW_MENU)
    world.kill_and_restart()
    assert [caller.call.waiting_since for caller in callers] == ages
    carla = world.ready("carla")
    for caller in callers:
        carla.answers()
        assert caller.talks_to == {"carla"}
        carla.ends()
        carla.is_ready()
