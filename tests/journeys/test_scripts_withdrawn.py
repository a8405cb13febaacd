"""A script is withdrawn, replaced or expires while it is being read to a caller."""

from typing import Any

import pytest

from tests.journeys.test_web_serving_a_call import on_duty
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tests.sample import AGENCY
from tierline.agency.files import FolderFiles
from tierline.desk.scripts_in_time import watch_scripts

FILES = dict(FolderFiles(AGENCY))
CARD = "scripts/card-not-received.yaml"
WORDS = "I am sorry that your card has not come."


def changed(old: str, new: str) -> dict[str, bytes]:
    text = FILES[CARD].decode()
    assert old in text
    return {**FILES, CARD: text.replace(old, new).encode()}


WITHDRAWN = changed("status: published", "status: withdrawn")
REPLACED = changed("version: 2", "version: 3")
EXPIRING = changed("author: author", "expires: 2026-11-23T15:10:00Z\nauthor: author")
"""Some minutes after the world begins."""


@pytest.fixture
def web(world: World) -> Web:
    world.publish(FILES)
    return Web(world)


def being_read(web: Web) -> Browser:
    carla = on_duty(web, "carla")
    web.world.dials(language="en").chooses_a_person()
    web.world.switch.agent_answers(web.world.switch.ringing["carla"])
    web.world.settle()
    seen = carla.post(carla.at_hand() + "/scripts", {"script": "card-not-received"}).json()
    assert WORDS in seen["presented"][0]["text"]
    return carla


def latest(browser: Browser) -> dict[str, Any]:
    read: dict[str, Any] = browser.sees()["call"]["presented"][-1]
    return read


def offered(browser: Browser) -> list[str]:
    return [script["id"] for script in browser.sees()["call"]["scripts"]]


@pytest.mark.clause("A9")
def test_a_withdrawn_script_is_gone_from_the_screen_on_which_it_is_being_read(web: Web) -> None:
    carla = being_read(web)
    web.world.publish(WITHDRAWN)
    assert (latest(carla)["standing"], latest(carla)["text"]) == ("withdrawn", "")
    assert "card-not-received" not in offered(carla)
    assert WORDS not in carla.get("/api/agent/view").text


@pytest.mark.clause("A9")
def test_a_withdrawn_script_is_found_by_nobody_and_presented_to_nobody(web: Web) -> None:
    carla = being_read(web)
    web.world.publish(WITHDRAWN)
    found = carla.get(carla.at_hand() + "/scripts?words=tarjeta").json()["scripts"]
    assert "card-not-received" not in [script["id"] for script in found]
    refused = carla.post(carla.at_hand() + "/scripts", {"script": "card-not-received"})
    assert (refused.status_code, len(carla.sees()["call"]["presented"])) == (404, 1)


@pytest.mark.clause("A9")
def test_a_script_whose_file_is_gone_is_withdrawn(web: Web) -> None:
    carla = being_read(web)
    web.world.publish({name: text for name, text in FILES.items() if name != CARD})
    assert (latest(carla)["standing"], latest(carla)["text"]) == ("withdrawn", "")


@pytest.mark.clause("A9")
def test_what_a_newer_version_replaces_is_not_read_on_either(web: Web) -> None:
    carla = being_read(web)
    web.world.publish(REPLACED)
    assert (latest(carla)["standing"], latest(carla)["text"]) == ("replaced", "")
    carla.post(carla.at_hand() + "/scripts", {"script": "card-not-received"})
    assert (latest(carla)["standing"], latest(carla)["version"]) == ("in_force", 3)
    assert WORDS in latest(carla)["text"]


@pytest.mark.clause("A9")
def test_a_script_that_expires_goes_at_that_moment_and_wakes_the_screens(web: Web) -> None:
    web.world.publish(EXPIRING)
    carla = being_read(web)
    watch_scripts(web.world.center)
    woken: list[None] = []
    web.world.center.on_change.append(lambda: woken.append(None))
    web.world.wait(minutes=4)
    assert latest(carla)["standing"] == "in_force"
    woken.clear()
    web.world.wait(minutes=20)
    assert (latest(carla)["standing"], latest(carla)["text"]) == ("withdrawn", "")
    assert woken


@pytest.mark.clause("A9")
def test_who_looks_into_what_was_said_reads_it_as_it_was(web: Web) -> None:
    carla = being_read(web)
    at_hand = carla.at_hand()
    web.world.publish(WITHDRAWN)
    (said,) = web.signed_in("selma").get(at_hand).json()["presented"]
    assert said["standing"] == "withdrawn"
    assert WORDS in said["text"]


@pytest.mark.clause("A9")
def test_the_screens_are_told_of_every_change_of_the_scripts(web: Web) -> None:
    carla = being_read(web)
    before = carla.sees()["call"]["scripts_as_of"]
    web.world.publish(WITHDRAWN)
    assert carla.sees()["call"]["scripts_as_of"] != before
