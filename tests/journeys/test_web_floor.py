"""The supervisors' page of the floor: told of changes alone, quick with a thousand agents."""

import time
from collections.abc import Iterator

import httpx
import msgspec
import pytest

from tests.journeys.test_web_live_calls import messages
from tests.journeys.web import Web
from tests.journeys.world import World
from tierline.calls.names import AgentId
from tierline.desk.views.floor_board import AGENTS_A_WAKE, FloorBoard, FloorScreen
from tierline.desk.views.floor_view import OnTheFloor
from tierline.staff.person import Person

AGENTS = 1000


def selma(world: World) -> Person:
    return world.center.agency.staff[AgentId("selma")]


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def all_that(screen: FloorScreen) -> list[OnTheFloor]:
    """Of one look at the floor, in as many wakes as it takes."""
    told: list[OnTheFloor] = []
    while update := screen.update():
        told += update.agents
    return told


def test_the_page_begins_with_everyone_and_is_then_told_who_changed(world: World) -> None:
    web = Web(world)
    cookies = web.signed_in("selma").cookies

    async def scenario() -> list[dict[str, object]]:
        async with (
            web.served() as address,
            httpx.AsyncClient(base_url=address, cookies=cookies) as client,
            client.stream("GET", "/api/supervisor/floor/feed") as answer,
        ):
            feed = messages(answer)
            first = await anext(feed)
            world.center.floor.put(AgentId("carla"), "not_ready", reason="meal")
            return [first, await anext(feed)]

    first, second = world.do(scenario())
    everyone = web.signed_in("selma").get("/api/supervisor/floor").json()["agents"]
    assert first["reset"]
    assert isinstance(first["agents"], list)
    assert [a["user"] for a in first["agents"]] == [a["user"] for a in everyone]
    assert second["reset"] is False
    assert isinstance(second["agents"], list)
    assert [(a["user"], a["state"]["reason"]) for a in second["agents"]] == [("carla", "meal")]


def test_nobody_is_told_again_of_agents_with_whom_nothing_has_happened(world: World) -> None:
    screen = FloorBoard(world.center).screen(selma(world))
    assert {line.user for line in all_that(screen)} >= {"carla", "olga", "selma"}
    world.wait(minutes=5)  # also nobody who has not been on duty yet
    assert screen.update() is None
    carla = world.ready("carla")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    [line] = all_that(screen)
    assert (line.user, line.state.name, line.call_since is not None) == ("carla", "talking", True)


def test_a_new_edition_of_the_agency_is_told_and_who_takes_no_calls_any_more_goes(world: World) -> None:
    screen = FloorBoard(world.center).screen(selma(world))
    before = all_that(screen)
    in_force = world.center.in_force
    agency = in_force.newest.agency
    staff = {user: person for user, person in agency.staff.items() if user != "carla"}
    fewer = msgspec.structs.replace(agency, staff=staff)
    in_force.publish(msgspec.structs.replace(in_force.newest, agency=fewer))
    update = screen.update()
    assert update
    assert update.gone == ("carla",)
    assert len(update.agents) == len(before) - 1


def test_with_a_thousand_agents_no_wake_does_more_than_its_share_and_all_are_told(world: World) -> None:
    in_force = world.center.in_force
    agency = in_force.newest.agency
    carla = agency.staff[AgentId("carla")]
    many = {
        AgentId(f"agent-{n}"): msgspec.structs.replace(carla, user=AgentId(f"agent-{n}"))
        for n in range(AGENTS - 1)
    } | {AgentId("selma"): selma(world)}
    larger = msgspec.structs.replace(agency, staff=many)
    in_force.publish(msgspec.structs.replace(in_force.newest, agency=larger))
    board = FloorBoard(world.center)
    screen, told, work = board.screen(selma(world)), set(), list[float]()
    while not work or screen.has_more:
        began = time.process_time()
        update = screen.update()
        work.append(time.process_time() - began)
        assert update
        assert len(update.agents) <= AGENTS_A_WAKE
        told |= {line.user for line in update.agents}
    assert told == many.keys()
    assert len(work) == AGENTS / AGENTS_A_WAKE
    usual = sorted(work)[len(work) // 2]
    assert usual < 0.005, f"{usual * 1000:.1f} ms"
    other = board.screen(selma(world))
    assert all(
        one is another for one, another in zip(all_that(other), board.lines(selma(world)), strict=True)
    )
