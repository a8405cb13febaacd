"""What anyone finds at the center's address."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.web import SIP, Web
from tests.journeys.world import World


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def test_a_center_that_can_take_calls_says_so(world: World) -> None:
    answer = Web(world).browser().get("/health/ready")
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "sip": SIP,
            "version": "0.1.0",
            "database": {"state": "here", "away_since": None, "spooled": 0, "dropped": 0},
            "admission": {"turning_away_since": None, "told": None, "refused": None},
        },
    )


def test_a_center_without_its_engine_is_not_ready(world: World) -> None:
    world.switch.connection_breaks()
    world.settle()
    assert Web(world).browser().get("/health/ready").status_code == 503


@pytest.mark.clause("B2.1")
def test_the_published_hours_are_there_for_everyone(world: World) -> None:
    center = Web(world).browser().get("/api/center").json()
    assert center["number"] == "+18005550100"
    assert center["trial"] is True
    tier = center["tiers"][0]
    assert tier["hours"] == [{"days": "Monday – Friday", "from": "8:00 AM", "to": "8:00 PM"}]
    assert tier["open"] is True


def test_there_are_no_trial_phones_outside_of_trials(world: World) -> None:
    assert Web(world, trial=False).browser().post("/api/trial/phone").status_code == 404


def test_there_are_only_so_many_trial_phones(world: World) -> None:
    visitor = Web(world).browser()
    answers = [visitor.post("/api/trial/phone").status_code for _ in range(21)]
    assert answers == [200] * 20 + [409]
    world.wait(minutes=11)
    assert visitor.post("/api/trial/phone").status_code == 200


def test_a_workspace_that_is_not_built_says_how_to_build_it(world: World) -> None:
    answer = Web(world).browser().get("/desk")
    assert "make setup" in answer.text


def test_every_address_of_the_workspace_opens_its_one_page(world: World, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<title>the workspace</title>")
    (tmp_path / "assets" / "app.js").write_text("1")
    visitor = Web(world, ui=tmp_path).browser()
    for path in ("/", "/sign-in", "/desk", "/calls/call-1"):
        answer = visitor.get(path)
        assert "the workspace" in answer.text
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["content-disposition"].startswith("inline")
    assert visitor.get("/assets/app.js").text == "1"
    assert visitor.get("/assets/gone.js").status_code == 404


def test_nothing_outside_the_workspace_s_folder_is_served(world: World, tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "index.html").write_text("the workspace")
    (tmp_path / "secret").write_text("a secret")
    visitor = Web(world, ui=tmp_path / "ui").browser()
    for path in ("/../secret", "/%2e%2e/secret", "/..%2fsecret", "//secret"):
        assert "a secret" not in visitor.get(path).text


def test_the_api_describes_itself(world: World) -> None:
    schema = Web(world).browser().get("/api/schema").json()
    assert "/api/calls/{call_id}/verification" in schema["paths"]
