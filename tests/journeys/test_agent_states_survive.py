"""What an agent was is what they are after a killed process, or once the database is back."""

from datetime import timedelta

from tests.journeys.agency_settings import Make, in_wrap_up, waits, with_states, world_of
from tests.journeys.world import World
from tierline.calls.events import Answered

__all__ = ["world_of"]


def test_wrap_up_goes_on_until_its_end_after_a_killed_process(world: World) -> None:
    carla, _ = in_wrap_up(world)
    until = carla.state.until
    behind = waits(world)
    world.wait(seconds=10)
    world.kill_and_restart()
    assert (carla.state.name, carla.state.until) == ("wrap_up", until)
    assert not world.ringing
    world.wait(seconds=6)
    assert world.ringing == {"carla"}
    assert behind.call.phase == "presented"


def test_a_wrap_up_whose_time_passed_while_no_process_ran_is_over(world: World) -> None:
    carla, _ = in_wrap_up(world)
    world.kill_and_restart(after=timedelta(minutes=5))
    world.wait(seconds=0)
    assert carla.is_in("ready")


def test_who_was_not_ready_is_not_ready_for_the_same_reason_after_a_killed_process(world: World) -> None:
    carla = world.ready("carla")
    carla.is_not_ready("training")
    since = carla.state.since
    ana = waits(world)
    world.wait(minutes=3)
    world.kill_and_restart()
    assert (carla.state.name, carla.state.reason, carla.state.since) == ("not_ready", "training", since)
    assert not world.ringing
    assert ana.call.phase == "waiting"


def test_who_was_ready_is_still_and_who_signed_out_is_still_out(world: World) -> None:
    carla, colin = world.ready("carla"), world.ready("colin")
    colin.is_gone()
    world.kill_and_restart()
    assert carla.is_in("ready")
    assert colin.state.signed_out
    ana = waits(world, "en")
    carla.answers()
    assert ana.talks_to == {"carla"}


def test_an_agent_in_a_call_is_in_it_after_a_killed_process_and_wraps_up_after_it(world: World) -> None:
    carla = world.ready("carla")
    ana = waits(world)
    carla.answers()
    carla.is_not_ready("meal")
    world.kill_and_restart()
    assert carla.is_in("talking")
    assert ana.talks_to == {"carla"}
    carla.ends()
    assert carla.is_in("wrap_up")
    world.wait(seconds=16)
    assert (carla.state.name, carla.state.reason) == ("not_ready", "meal")


def test_an_agent_whose_caller_hung_up_while_no_process_ran_notes_the_call_down(world: World) -> None:
    carla = world.ready("carla")
    ana = waits(world)
    carla.answers()
    world.switch.app_restarts()
    world.switch.caller_hangs_up(ana.leg)
    world.kill_and_restart()
    assert carla.is_in("wrap_up")
    assert len(ana.all(Answered)) == 1


def test_missed_calls_in_a_row_are_counted_across_a_killed_process(world_of: Make) -> None:
    world = world_of(with_states(missed_calls=2))
    waits(world)
    carla = world.ready("carla")
    world.wait(seconds=20)
    world.kill_and_restart()
    world.wait(seconds=20)
    assert carla.state.reason == "missed calls"


def test_an_agent_says_not_ready_also_while_the_database_is_away_and_it_is_on_record_later(
    world: World,
) -> None:
    carla = world.ready("carla")
    world.store.away = True
    carla.is_not_ready("meal")
    assert carla.state.reason == "meal"
    world.store.away = False
    world.wait(seconds=5)
    world.kill_and_restart()
    assert (carla.state.name, carla.state.reason) == ("not_ready", "meal")


def test_who_is_gone_in_mid_call_is_signed_out_and_the_caller_waits_again(world: World) -> None:
    carla = world.ready("carla")
    ana = waits(world)
    since = ana.call.waiting_since
    carla.answers()
    carla.is_gone()
    assert carla.state.signed_out
    assert (ana.call.phase, ana.call.waiting_since) == ("waiting", since)


def test_a_screen_that_does_not_come_back_after_a_killed_process_is_a_sign_out(world: World) -> None:
    carla = world.agent("carla")
    carla.sits_down("a page")
    carla.is_ready()
    by_desk_phone = world.ready("colin")
    world.kill_and_restart()
    assert carla.is_in("ready")
    world.wait(seconds=31)
    assert carla.state.signed_out
    assert by_desk_phone.is_in("ready")
