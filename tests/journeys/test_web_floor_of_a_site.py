"""The floor, as those who look after one site see it: Tier 1 of their own, in the page, in what it is told of
changes, and in what is refused."""

from collections.abc import Iterator

import httpx
import msgspec
import pytest

from tests.journeys.test_web_live_calls import messages
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tierline.calls.names import AgentId
from tierline.desk.views.floor_board import FloorBoard, FloorScreen
from tierline.staff.person import Person


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


def person(world: World, user: str) -> Person:
    return world.center.agency.staff[AgentId(user)]


def now_at(world: World, user: str, site: str) -> None:
    """They work at another site from now on."""
    agency, in_force = world.center.agency, world.center.in_force
    moved = msgspec.structs.replace(person(world, user), site=site)
    staff = {**agency.staff, moved.user: moved}
    in_force.newest = msgspec.structs.replace(
        in_force.newest, agency=msgspec.structs.replace(agency, staff=staff)
    )


def on_floor(browser: Browser) -> list[str]:
    return [agent["user"] for agent in browser.get("/api/supervisor/floor").json()["agents"]]


@pytest.mark.clause("A7")
def test_a_lead_and_workforce_see_tier_1_of_their_own_site(web: Web) -> None:
    for user, theirs in (("lena", ["carla"]), ("liam", ["colin"]), ("wanda", ["carla"])):
        assert on_floor(web.signed_in(user)) == theirs
    assert {"carla", "colin", "olga", "irma", "selma"} <= set(on_floor(web.signed_in("selma")))


def test_of_who_waits_they_see_how_many_in_which_line_and_for_how_long(web: Web, world: World) -> None:
    for language in ("en", "es", "en"):
        world.dials(language=language).chooses_a_person()
        world.wait(minutes=1)
    for user in ("lena", "wanda"):
        seen = web.signed_in(user).get("/api/supervisor/floor").json()
        assert seen["waiting"] == []
        assert seen["waiting_in_all"] == 3
        assert [(line["tier"], line["language"], line["waiting"]) for line in seen["lines"]] == [
            ("1", "en", 2),
            ("1", "es", 1),
        ]


def test_workforce_see_states_and_times_and_nothing_that_leads_to_a_call(web: Web, world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    lena, wanda = web.signed_in("lena"), web.signed_in("wanda")
    [by_lead] = lena.get("/api/supervisor/floor").json()["agents"]
    [by_workforce] = wanda.get("/api/supervisor/floor").json()["agents"]
    assert by_lead["state"]["call"] == ana.call_id
    assert (by_workforce["state"]["name"], by_workforce["state"]["call"]) == ("talking", None)
    assert by_workforce["call_since"] == by_lead["call_since"]
    lena.post("/api/supervisor/floor/carla/not-ready", {"reason": "meal", "why": "ana called twice"})
    [seen] = wanda.get("/api/supervisor/floor").json()["agents"]
    assert seen["state"]["afterwards"] == {
        "reason": "meal",
        "reason_names": seen["state"]["afterwards"]["reason_names"],
        "by": None,
        "why": None,
    }
    day = wanda.get("/api/supervisor/floor/carla/states").json()["states"]
    assert [state["name"] for state in day] == ["not_ready", "ready", "talking"]
    assert {state["call"] for state in day} == {None}


def test_a_lead_changes_the_state_of_their_own_and_of_nobody_else(web: Web, world: World) -> None:
    world.ready("carla")
    world.ready("colin")
    lena = web.signed_in("lena")
    answer = lena.post("/api/supervisor/floor/carla/not-ready", {"reason": "meal", "why": "lunch"})
    assert (answer.status_code, answer.json()["state"]["by"]) == (200, "Lena Sample")
    assert lena.post("/api/supervisor/floor/carla/sign-out", {"why": "went home"}).status_code == 200
    nobody = lena.post("/api/supervisor/floor/nobody/sign-out", {"why": "went home"})
    for stranger in ("colin", "olga", "selma", "lena"):
        refused = lena.post(f"/api/supervisor/floor/{stranger}/sign-out", {"why": "went home"})
        assert (refused.status_code, refused.json()) == (404, nobody.json())
        assert lena.get(f"/api/supervisor/floor/{stranger}/states").json() == nobody.json()
    assert world.center.floor.state(AgentId("colin")).name == "ready"


def test_workforce_and_quality_change_nobodys_state(web: Web, world: World) -> None:
    world.ready("carla")
    for user in ("wanda", "quinn"):
        refused = web.signed_in(user).post("/api/supervisor/floor/carla/sign-out", {"why": "went home"})
        assert refused.status_code == 403
    assert web.signed_in("quinn").get("/api/supervisor/floor").status_code == 403


def test_the_page_of_a_lead_is_told_of_changes_at_their_own_site_alone(web: Web, world: World) -> None:
    cookies = web.signed_in("lena").cookies

    async def scenario() -> list[dict[str, object]]:
        async with (
            web.served() as address,
            httpx.AsyncClient(base_url=address, cookies=cookies) as client,
            client.stream("GET", "/api/supervisor/floor/feed") as answer,
        ):
            feed = messages(answer)
            first = await anext(feed)
            for user in ("colin", "olga", "carla"):
                world.center.floor.put(AgentId(user), "not_ready", reason="meal")
            return [first, await anext(feed)]

    first, second = world.do(scenario())
    for told in (first, second):
        assert isinstance(told["agents"], list)
        assert [agent["user"] for agent in told["agents"]] == ["carla"]
    assert second["reset"] is False


def all_of(screen: FloorScreen) -> tuple[list[str], list[str]]:
    """(who was told of, who is gone)."""
    told, gone = list[str](), list[str]()
    while update := screen.update():
        told += [line.user for line in update.agents]
        gone += update.gone
    return told, gone


def test_who_moves_to_another_site_is_gone_from_an_open_page(world: World) -> None:
    board = FloorBoard(world.center)
    east, west = board.screen(person(world, "lena")), board.screen(person(world, "liam"))
    assert (all_of(east), all_of(west)) == ((["carla"], []), (["colin"], []))
    now_at(world, "carla", "west")
    assert all_of(east) == ([], ["carla"])
    told, gone = all_of(west)
    assert (set(told), gone) == ({"colin"}, [])  # she is of another vendor


def test_a_lead_who_moves_sees_the_site_they_are_at_now(world: World) -> None:
    screen = FloorBoard(world.center).screen(person(world, "lena"))
    all_of(screen)
    now_at(world, "lena", "main")
    assert all_of(screen) == ([], ["carla"])
