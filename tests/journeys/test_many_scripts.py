"""An agency with five hundred scripts: a screen lists what fits, and the others are found."""

from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest

from tests.journeys.test_web_serving_a_call import on_duty
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tests.sample import load_agency
from tierline.desk.views.scripts import OFFERED_AT_MOST
from tierline.scripts.script import Script

AGENCY = load_agency()
PLAIN, *_ = (script for script in AGENCY.scripts if script.id == "notice-not-received")
GENERAL, *_ = (script for script in AGENCY.scripts if script.id == "form-questions")


def numbered(n: int) -> Script:
    titles = {"en": f"Matter {n}", "es": f"Asunto {n}"}
    return msgspec.structs.replace(PLAIN, id=f"matter-{n:03}", titles=titles, topics=("person",))


MANY = (*(numbered(n) for n in range(500)), msgspec.structs.replace(GENERAL, topics=("general",)))


@pytest.fixture
def carla() -> Iterator[Browser]:
    with closing(World(agency=msgspec.structs.replace(AGENCY, scripts=MANY))) as world:
        web = Web(world)
        carla = on_duty(web, "carla")
        world.dials(language="en").chooses_a_person()
        world.switch.agent_answers(world.switch.ringing["carla"])
        world.settle()
        yield carla


@pytest.mark.clause("A9")
def test_as_many_are_listed_as_one_can_look_over_and_what_may_be_said_in_general(carla: Browser) -> None:
    listed = carla.sees()["call"]["scripts"]
    assert len(listed) == OFFERED_AT_MOST + 1
    assert [script["id"] for script in listed if script["general"]] == ["form-questions"]


@pytest.mark.clause("A9")
def test_one_that_is_not_listed_is_found_and_presented(carla: Browser) -> None:
    at_hand = carla.at_hand()
    (found,) = carla.get(f"{at_hand}/scripts?words=asunto 487").json()["scripts"]
    assert found["id"] == "matter-487"
    assert carla.post(f"{at_hand}/scripts", {"script": found["id"]}).status_code == 200
