"""An agency with a single tier of live assistance, as a city's information line has."""

import pytest

from tests.journeys.world import Caller, World
from tests.sample import AGENCY
from tierline.agency.files import FolderFiles
from tierline.desk.refusal import Refused
from tierline.desk.views.call_view import call_view

FILES = dict(FolderFiles(AGENCY))


def with_one_tier() -> dict[str, bytes]:
    """The sample, without what belongs to Tier 2 and the supervisors."""
    tiers, staff = FILES["tiers.yaml"].decode(), FILES["staff.yaml"].decode().splitlines(keepends=True)
    remaining = [line for line in staff if "role: officer" not in line and "role: supervisor" not in line]
    assert len(remaining) < len(staff)
    return {
        **FILES,
        "tiers.yaml": tiers[: tiers.index('  - id: "2"')].encode(),
        "staff.yaml": "".join(remaining).encode(),
    }


@pytest.fixture
def one_tier(world: World) -> World:
    assert world.publish(with_one_tier()) == world.center.agency.version
    return world


def waits(world: World) -> Caller:
    ana = world.dials(language="en")
    ana.chooses_a_person()
    return ana


def test_a_caller_is_served_and_cannot_be_passed_to_a_tier_that_there_is_not(one_tier: World) -> None:
    carla = one_tier.ready("carla")
    ana = waits(one_tier)
    carla.answers()
    assert ana.talks_to == {"carla"}
    with pytest.raises(Refused, match="no such tier"):
        carla.transfers("2")
    person = one_tier.center.agency.staff[carla.id]
    view = one_tier.do(call_view(one_tier.center, ana.call_id, person))
    assert view.may_transfer_to == ()
    carla.ends()
    assert carla.is_in("wrap_up")


def test_the_key_for_a_supervisor_promises_nobody_where_there_are_none(one_tier: World) -> None:
    ana = one_tier.dials(language="en")
    ana.presses("*")
    assert "confirm-supervisor" not in str(ana.hears)
    ana.presses("1")
    assert (ana.call.supervisor, ana.call.phase) == ("not_asked", "ivr")


def test_a_tier_that_a_publication_takes_away_is_closed_and_its_calls_go_on(world: World) -> None:
    olga, carla = world.ready("olga"), world.ready("carla")
    ana = waits(world)
    carla.answers()
    carla.transfers("2")
    olga.answers()
    carla.completes()
    world.publish(with_one_tier())
    assert ana.talks_to == {"olga"}
    olga.ends()
    assert not ana.connected
