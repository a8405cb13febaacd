"""One action for a threat, a self-harm or an emergency, whatever else goes on."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from msgspec.structs import replace

from tests.journeys.agency_settings import Make, world_of
from tests.journeys.world import Agent, Caller, World
from tests.sample import load_agency
from tierline.calls import emergency_events as em
from tierline.calls.events import Resumed
from tierline.calls.fold import fold
from tierline.desk.refusal import Refused
from tierline.desk.views.emergencies import alerts

__all__ = ["world_of"]


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    return ana


def test_the_agencys_procedure_is_on_the_agents_screen_at_once(ana: Caller, carla: Agent) -> None:
    assert "threat" in [kind.id for kind in carla.sees().emergency_kinds]
    carla.declares("self-harm")
    seen = carla.sees().emergency
    assert seen
    assert seen.steps[0]["es"].startswith("Quédese en la línea")
    assert [number.number for number in seen.numbers] == ["988", "911"]
    assert ana.call.keep_recording


@pytest.mark.clause("A11")
def test_a_supervisor_comes_ahead_of_all_who_have_waited_longer_and_joins(
    world: World, ana: Caller, carla: Agent
) -> None:
    bo = world.dials(language="en")
    bo.presses("*")
    bo.presses("1")
    world.wait(minutes=30)
    carla.declares("threat")
    selma = world.ready("selma")
    assert world.ringing == {"selma"}
    assert carla.sees().emergency.help == "ringing"  # type: ignore[union-attr]
    selma.answers()
    assert ana.hears == {carla.leg, selma.leg}
    assert carla.sees().emergency.help == "joined"  # type: ignore[union-attr]
    assert ana.all(em.EmergencyJoined)[0].agent == "selma"
    assert bo.call.phase == "waiting"
    selma.stops_supervising(ana)
    assert world.ringing == {"selma"}  # the next one, at last
    selma.answers()
    assert bo.talks_to == {"selma"}


@pytest.mark.parametrize("mode", ["joins", "listens"])
def test_the_agent_hears_by_a_tone_that_the_supervisor_has_come(
    world_of: Make, mode: Literal["joins", "listens"]
) -> None:
    agency = load_agency()
    emergencies = replace(agency.emergencies, supervisor=mode)
    world = world_of(replace(agency, emergencies=emergencies))
    carla = world.ready("carla")
    world.dials(language="en").chooses_a_person()
    carla.answers()
    carla.declares("threat")
    world.ready("selma").answers()
    assert world.switch.beeps(carla.leg) == 1


def test_the_caller_is_left_to_nobody_else_while_a_supervisor_may_come(
    world: World, ana: Caller, carla: Agent
) -> None:
    selma = world.ready("selma")
    bo = world.dials(language="en")
    bo.presses("*")
    bo.presses("1")
    selma.answers()
    carla.declares("threat")
    assert carla.sees().emergency.help == "sought"  # type: ignore[union-attr]
    for leaves in (carla.ends, carla.gives_back, lambda: carla.hands_on("2"), lambda: carla.transfers("2")):
        with pytest.raises(Refused, match="stay with the caller"):
            leaves()
    assert ana.talks_to == {"carla"}
    selma.acknowledges(ana, "Police informed")
    carla.ends()
    assert ana.call.phase == "ended"


def test_where_no_supervisor_is_in_the_house_the_agent_ends_the_call_and_the_alert_stays(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.declares("threat")
    carla.ends()
    assert [alert.call for alert in alerts(world.center)] == [ana.call_id]


def is_at_lunch(world: World) -> None:
    world.ready("selma").goes_to_lunch()


def practises(world: World) -> None:
    selma, floor = world.ready("selma"), world.center.floor

    async def is_in_a_practice_call() -> None:  # the sample has no cases for supervisors
        floor.change(replace(floor.duty(selma.id), practising=True))
        floor.put(selma.id, "talking")

    world.do(is_in_a_practice_call())


@pytest.mark.parametrize("selma", [is_at_lunch, practises])
def test_nobody_stays_for_a_supervisor_who_is_in_the_house_and_will_not_come(
    world: World, ana: Caller, carla: Agent, selma: Callable[[World], None]
) -> None:
    selma(world)
    carla.declares("threat")
    assert carla.sees().emergency.help == "nobody"  # type: ignore[union-attr]
    carla.ends()
    assert ana.call.phase == "ended"


def test_a_supervisor_who_speaks_another_language_comes_too(world: World, ana: Caller, carla: Agent) -> None:
    world.ready("selma")
    carla.declares("threat")
    assert world.ringing == {"selma"}


def test_when_no_supervisor_is_there_the_agent_is_told_so_and_what_to_do(ana: Caller, carla: Agent) -> None:
    carla.declares("medical")
    seen = carla.sees().emergency
    assert seen
    assert seen.help == "nobody"
    assert "Do not wait" in seen.without_supervisor["en"]


def test_a_supervisor_who_misses_it_is_followed_by_the_next_or_seen_to_be_away(
    world: World, ana: Caller, carla: Agent
) -> None:
    selma = world.ready("selma")
    carla.declares("threat")
    selma.rejects()
    assert carla.sees().emergency.help == "nobody"  # type: ignore[union-attr]
    selma.is_ready()
    assert world.ringing == {"selma"}


def test_the_alert_stays_until_it_is_acknowledged_with_a_note_also_when_the_call_is_over(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.declares("threat")
    world.switch.caller_hangs_up(ana.leg)
    world.settle()
    [alert] = alerts(world.center)
    assert (alert.by, alert.may_join, alert.help) == ("Carla Sample", False, "over")
    selma = world.agent("selma")
    with pytest.raises(Refused, match="what was done"):
        selma.acknowledges(ana, "")
    selma.acknowledges(ana, "Police informed")
    assert alerts(world.center) == ()
    assert ana.all(em.EmergencyAcknowledged)[0].agent == "selma"
    with pytest.raises(Refused, match="no emergency"):
        selma.acknowledges(ana, "again")


@pytest.mark.parametrize("over", [False, True])
def test_an_emergency_survives_a_killed_process(world: World, ana: Caller, carla: Agent, over: bool) -> None:
    carla.declares("threat")
    if over:
        world.switch.caller_hangs_up(ana.leg)
        world.settle()
    world.kill_and_restart()
    assert [alert.call for alert in alerts(world.center)] == [ana.call_id]
    selma = world.ready("selma")
    assert world.ringing == (set() if over else {"selma"})
    if not over:
        selma.answers()
        assert selma.leg in ana.hears  # type: ignore[operator]


def test_a_caller_on_hold_comes_back_to_the_agent(ana: Caller, carla: Agent) -> None:
    carla.holds()
    carla.declares("self-harm")
    assert ana.hears == {carla.leg}


def test_a_transfer_under_way_is_given_up_for_it(world: World, ana: Caller, carla: Agent) -> None:
    olga = world.ready("olga")
    carla.transfers("2")
    olga.answers()
    carla.declares("self-harm")
    assert ana.hears == {carla.leg}
    assert ana.call.transfer is None


def test_it_is_not_refused_with_the_database_away(world: World, ana: Caller, carla: Agent) -> None:
    world.store.away = True
    carla.declares("threat")
    assert [alert.call for alert in alerts(world.center)] == [ana.call_id]
    world.store.away = False
    world.wait(seconds=3)
    assert ana.all(em.EmergencyDeclared)


def test_it_is_whole_on_record_also_when_the_database_is_away_to_give_up_a_transfer(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    carla.transfers("2")
    carla.holds()
    world.store.away = True
    carla.declares("threat")
    assert ana.hears == {carla.leg}
    assert olga.is_in("ready")
    in_mind = world.center.calls[ana.call_id]
    world.store.away = False
    world.wait(seconds=3)
    assert world.center.records.health.dropped == 0
    assert fold(world.do(world.store.timeline(ana.call_id))) == ana.call
    assert ana.all(em.EmergencyDeclared)
    assert ana.all(Resumed)
    assert ana.call.seq >= in_mind.seq


def test_a_supervisor_who_joins_by_the_page_is_the_one_and_no_other_is_sought(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.declares("threat")
    selma = world.agent("selma")
    selma.is_at(ana, "barge", reason="")
    assert ana.call.emergency
    assert ana.call.emergency.joined == "selma"
    selma.stops_supervising(ana)
    selma.is_ready()
    assert world.ringing == set()


def test_ages_are_kept(world: World, ana: Caller, carla: Agent) -> None:
    age = ana.call.waiting_since
    world.wait(minutes=1)
    carla.declares("threat")
    selma = world.ready("selma")
    selma.answers()
    selma.takes_over(ana)
    assert ana.call.waiting_since == age
    assert world.clock.now() - (age or world.clock.now()) >= timedelta(minutes=1)
    assert ana.talks_to == {"selma"}
