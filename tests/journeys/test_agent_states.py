"""Not ready with a reason of the agency's, wrap-up, and calls that were presented and not taken."""

import msgspec
import pytest

from tests.journeys.agency_settings import (
    Make,
    in_wrap_up,
    requiring_dispositions,
    waits,
    with_states,
    world_of,
)
from tests.journeys.world import World
from tests.sample import load_agency
from tierline.calls.disposition_events import Disposed
from tierline.calls.events import Unanswered
from tierline.desk.refusal import Refused

__all__ = ["world_of"]

# ---- not ready


def test_a_reason_is_one_of_the_agency_s_list_and_never_free_text(world: World) -> None:
    carla = world.ready("carla")
    with pytest.raises(Refused, match=r"in the list: Break \(break\), Meal \(meal\)"):
        carla.is_not_ready("my cat is ill")
    assert carla.is_in("ready")
    carla.is_not_ready("after-hard-call")
    assert carla.state.reason == "after-hard-call"


def test_who_asks_in_mid_call_is_not_ready_when_it_is_over(world: World) -> None:
    carla = world.ready("carla")
    ana = waits(world)
    carla.answers()
    carla.is_not_ready("meal")
    assert carla.is_in("talking")
    assert ana.talks_to == {"carla"}
    carla.ends()
    assert carla.is_in("wrap_up")
    behind = waits(world)
    world.wait(seconds=16)
    assert (carla.state.name, carla.state.reason) == ("not_ready", "meal")
    assert behind.call.phase == "waiting"


def test_who_takes_it_back_in_mid_call_is_ready_when_it_is_over(world: World) -> None:
    carla = world.ready("carla")
    waits(world)
    carla.answers()
    carla.is_not_ready("meal")
    carla.is_ready()
    carla.ends()
    world.wait(seconds=16)
    assert carla.is_in("ready")


def test_the_time_in_each_state_adds_up(world: World) -> None:
    carla = world.ready("carla")
    world.wait(minutes=2)
    carla.is_not_ready("meal")
    world.wait(minutes=30)
    carla.is_ready()
    world.wait(minutes=1)
    spent = {time.state: time.seconds for time in carla.sees().spent}
    assert spent["ready"] == 120
    assert spent["not_ready meal"] == 1800


# ---- wrap-up


@pytest.mark.clause("A6")
@pytest.mark.clause("B2.2")
def test_nobody_is_presented_to_an_agent_in_wrap_up_from_whatever_queue(world: World) -> None:
    carla, _ = in_wrap_up(world)
    in_spanish, in_english = waits(world, "es"), waits(world, "en")
    world.wait(seconds=14)
    assert not world.ringing
    assert {in_spanish.call.phase, in_english.call.phase} == {"waiting"}
    world.wait(seconds=2)
    assert world.ringing == {"carla"}
    assert carla.is_in("reserved")


def test_an_officer_in_wrap_up_after_a_consultation_is_presented_nothing(world: World) -> None:
    olga, carla = world.ready("olga"), world.ready("carla")
    waits(world)
    carla.answers()
    carla.transfers("2")
    olga.answers()
    carla.takes_back()
    assert olga.is_in("wrap_up")
    carla.transfers("2")
    assert "olga" not in world.ringing
    world.wait(seconds=31)
    assert "olga" in world.ringing


def test_wrap_up_is_ended_early_by_being_ready(world: World) -> None:
    carla, _ = in_wrap_up(world)
    behind = waits(world)
    carla.is_ready()
    carla.answers()
    assert behind.talks_to == {"carla"}


def test_wrap_up_is_made_longer_once_a_call(world: World) -> None:
    carla, _ = in_wrap_up(world)
    carla.needs_longer()
    with pytest.raises(Refused, match="longer already"):
        carla.needs_longer()
    world.wait(seconds=44)
    assert carla.is_in("wrap_up")
    world.wait(seconds=2)
    assert carla.is_in("ready")


def test_wrap_up_is_not_made_longer_where_the_agency_gives_no_more_time(world_of: Make) -> None:
    agency = load_agency()
    tiers = tuple(msgspec.structs.replace(t, wrap_up_extension_seconds=0) for t in agency.tiers.tiers)
    world = world_of(
        msgspec.structs.replace(agency, tiers=msgspec.structs.replace(agency.tiers, tiers=tiers))
    )
    carla, _ = in_wrap_up(world)
    with pytest.raises(Refused, match="cannot be made longer here"):
        carla.needs_longer()


# ---- dispositions


def test_a_disposition_is_on_record_and_the_last_one_holds(world: World) -> None:
    carla, ana = in_wrap_up(world)
    carla.disposes("answered")
    carla.disposes("request-made")
    assert [given.code for given in ana.all(Disposed)] == ["answered", "request-made"]
    assert [(given.agent, given.code) for given in ana.call.dispositions] == [("carla", "request-made")]


def test_a_disposition_of_another_tier_is_refused(world: World) -> None:
    carla, _ = in_wrap_up(world)
    with pytest.raises(Refused, match="in the list"):
        carla.disposes("agency-error")


def test_where_none_is_required_wrap_up_ends_without_a_word(world: World) -> None:
    carla, ana = in_wrap_up(world)
    carla.is_ready()
    assert ana.all(Disposed) == []


def test_where_one_is_required_wrap_up_does_not_end_early_without(world_of: Make) -> None:
    carla, _ = in_wrap_up(world_of(requiring_dispositions()))
    with pytest.raises(Refused, match="disposition first"):
        carla.is_ready()
    with pytest.raises(Refused, match="disposition first"):
        carla.is_not_ready("meal")
    carla.disposes("answered")
    carla.is_ready()
    assert carla.is_in("ready")


def test_where_one_is_required_and_wrap_up_runs_out_that_none_was_given_is_on_record(world_of: Make) -> None:
    world = world_of(requiring_dispositions())
    carla, ana = in_wrap_up(world)
    world.wait(seconds=16)
    assert carla.is_in("ready")
    assert [given.code for given in ana.all(Disposed)] == [None]


def test_a_disposition_of_one_call_is_none_for_the_next(world_of: Make) -> None:
    world = world_of(requiring_dispositions())
    carla, _ = in_wrap_up(world)
    carla.disposes("answered")
    carla.is_ready()
    waits(world)
    carla.answers()
    carla.ends()
    with pytest.raises(Refused, match="disposition first"):
        carla.is_ready()


# ---- calls that were not taken


@pytest.mark.parametrize("limit", [1, 3])
def test_after_so_many_missed_calls_in_a_row_the_agent_is_not_ready_and_told(
    world_of: Make, limit: int
) -> None:
    world = world_of(with_states(missed_calls=limit))
    ana = waits(world)
    carla = world.ready("carla")
    for nth in range(limit):
        assert world.ringing == {"carla"}
        assert carla.sees().missed.in_a_row == nth
        world.wait(seconds=20)
    assert (carla.state.name, carla.state.reason) == ("not_ready", "missed calls")
    missed = carla.sees().missed
    assert (missed.in_a_row, missed.limit, missed.last) == (limit, limit, "timed_out")
    assert [unanswered.outcome for unanswered in ana.all(Unanswered)] == ["timed_out"] * limit
    carla.is_ready()
    assert carla.sees().missed.in_a_row == 0
    assert world.ringing == {"carla"}


def test_an_answered_call_ends_the_row(world_of: Make) -> None:
    world = world_of(with_states(missed_calls=2))
    waits(world)
    carla = world.ready("carla")
    world.wait(seconds=20)
    carla.answers()
    carla.ends()
    waits(world)
    world.wait(seconds=16)
    world.wait(seconds=20)
    assert carla.is_in("reserved")
    assert carla.sees().missed.in_a_row == 1


def test_another_agent_is_rung_before_who_missed_the_call(world_of: Make) -> None:
    world = world_of(with_states(missed_calls=3))
    carla = world.ready("carla")
    world.wait(seconds=1)
    world.ready("colin")
    ana = waits(world, "en")
    world.wait(seconds=20)
    assert world.ringing == {"colin"}
    assert carla.is_in("ready")
    assert ana.call.phase == "presented"


def test_rejected_timed_out_failed_and_abandoned_are_four_different_things(world: World) -> None:
    carla = world.ready("carla")
    waits(world)
    carla.rejects()
    assert (carla.state.reason, carla.sees().missed.last) == ("rejected a call", "rejected")
    carla.is_ready()
    world.wait(seconds=20)
    assert (carla.state.reason, carla.sees().missed.last) == ("missed calls", "timed_out")
    world.switch.phones.discard("carla")
    carla.is_ready()
    assert (carla.state.reason, carla.sees().missed.last) == ("phone not reachable", "failed")
    carla = world.ready("carla")
    (ringing,) = [call for call in world.center.calls.values() if call.reservation]
    world.switch.caller_hangs_up(ringing.leg)
    world.settle()
    assert carla.is_in("ready")
    missed = carla.sees().missed
    assert missed.last == "abandoned"
    assert missed.counts == {"rejected": 1, "timed_out": 1, "failed": 1, "abandoned": 1}
