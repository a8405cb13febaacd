"""The flow with a day's calls on it, as a supervisor is told it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.journeys.test_publishing import FILES, changed
from tests.journeys.web import Web
from tests.journeys.world import World

TODAY = "2026-11-23"


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def told(world: World, **asked: str) -> dict[str, Any]:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    answer = Web(world).signed_in("selma").get(f"/api/supervisor/flow?{query}")
    assert answer.status_code == 200, answer.text
    view: dict[str, Any] = answer.json()
    return view


def step(view: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for group in view["groups"] for one in group["steps"] if one["step"] == name)


def taken(view: dict[str, Any], source: str) -> dict[str, int]:
    edges = [edge for group in view["groups"] for edge in group["edges"] if edge["source"] == source]
    return {edge["target"]: edge["calls"] for edge in edges if edge["calls"]}


def three_calls(world: World) -> None:
    """One hears the hours, one hangs up in the menu, one asks for a person."""
    hours = world.dials(language="en")
    hours.presses("2")
    hours.hangs_up()
    world.dials(language="es").hangs_up()
    world.dials(language="en").presses("0")


def test_calls_are_counted_on_the_ways_they_took(world: World) -> None:
    three_calls(world)
    view = told(world, day=TODAY)
    assert (view["day"], view["calls"], view["nowhere"], view["other_versions"]) == (TODAY, 3, 0, 0)
    assert taken(view, "language") == {"anything-urgent": 3}
    assert taken(view, "main") == {"hours": 1}
    assert taken(view, "hours") == {"tell-hours-open": 1}
    assert step(view, "main")["reached"] == 3
    assert step(view, "main")["left"] == {"hung_up": 1}
    assert step(view, "tell-hours-open")["left"] == {"hung_up": 1}
    assert [jump for jump in view["jumps"] if jump["target"] == "person"] == [
        {"source": "main", "target": "person", "by": "person", "calls": 1}
    ]


def test_a_sub_flow_that_a_caller_comes_out_of_is_a_way_of_the_step_that_did_it(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("4")
    ana.presses("94103")
    ana.presses("1")
    for _ in range(2):
        world.wait(seconds=10)  # silence, after the office has been told
    view = told(world, day=TODAY)
    assert taken(view, "main") == {"office": 1}
    assert taken(view, "office") == {"anything-else": 1}
    assert taken(view, "office/told") == {}


def test_without_a_day_it_is_yesterday_in_the_agencys_time(world: World) -> None:
    three_calls(world)
    assert (told(world)["day"], told(world)["latest"], told(world)["calls"]) == ("2026-11-22", TODAY, 0)
    world.wait(minutes=24 * 60)
    assert (told(world)["day"], told(world)["calls"]) == (TODAY, 3)


def test_the_day_ends_at_the_agencys_midnight() -> None:
    world = World(datetime(2026, 11, 24, 4, 59, tzinfo=UTC))  # 23:59 in New York
    world.dials()
    world.wait(minutes=2)
    world.dials()
    assert [told(world, day=day)["calls"] for day in (TODAY, "2026-11-24")] == [1, 1]
    world.close()


def test_calls_of_a_flow_that_is_no_more_are_told_as_such(world: World) -> None:
    world.publish(FILES)
    world.dials(language="en").presses("2")
    world.publish(changed("flow.yaml", "tell-hours-open", "say-hours-open"))
    view = told(world, day=TODAY)
    assert view["other_versions"] == 1
    assert [(one["step"], one["reached"]) for one in view["gone"]] == [("tell-hours-open", 1)]
    assert step(view, "hours")["reached"] == 1


def test_a_step_shows_what_callers_hear_with_names_for_values(world: World) -> None:
    view = told(world, language="es")
    assert step(view, "main")["text"].startswith("Para preguntar")
    assert "{hours}" in step(told(world), "tell-hours-open")["text"]
    assert step(view, "welcome")["kind"] == "say"


def test_a_day_to_come_is_refused_in_words(world: World) -> None:
    answer = Web(world).signed_in("selma").get("/api/supervisor/flow?day=2026-11-24")
    assert (answer.status_code, answer.json()["error"]) == (400, "day: choose today or a day before")
    answer = Web(world).signed_in("selma").get("/api/supervisor/flow?day=yesterday")
    assert answer.status_code == 400


def test_it_is_not_for_agents(world: World) -> None:
    assert Web(world).signed_in("carla").get("/api/supervisor/flow").status_code == 403
