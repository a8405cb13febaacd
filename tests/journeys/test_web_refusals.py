"""What is refused is answered by a sentence in English, and by what says the same in another language."""

import pytest

from tests.journeys.web import Web
from tests.journeys.world import World


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


def test_a_text_that_is_too_long_is_refused_with_how_long_it_may_be(web: Web) -> None:
    answer = web.signed_in("carla").post("/api/agent/state", {"ready": False, "reason": "x" * 65})
    assert (answer.status_code, answer.json()) == (
        400,
        {
            "error": "reason: write at most 64 characters",
            "code": "invalid",
            "sentence": {
                "template": "{field}: write at most {most} characters",
                "values": {"field": "reason", "most": "64"},
            },
        },
    )


def test_of_two_mistakes_both_are_said(web: Web) -> None:
    said = web.signed_in("selma").get(f"/api/supervisor/flow?day=soon&language={'x' * 21}").json()
    assert said["error"] == "day: a date is written YYYY-MM-DD; language: write at most 20 characters"
    assert said["sentence"]["values"]["one"]["values"] == {"field": "day"}


def test_a_reason_that_is_none_is_refused_with_the_agencys_names_in_each_language(web: Web) -> None:
    said = web.signed_in("carla").post("/api/agent/state", {"ready": False, "reason": "nap"}).json()
    assert said["error"].startswith("choose one of the reasons in the list: Break (break), Meal (meal), ")
    assert said["sentence"]["values"]["listed"][0] == {
        "template": "{name} ({id})",
        "values": {"name": {"en": "Break", "es": "Descanso"}, "id": "break"},
    }


def test_an_address_that_is_none_is_refused_in_the_same_way(web: Web) -> None:
    nothing = {"template": "there is nothing here", "values": {}}
    assert web.signed_in("selma").get("/api/supervisor/nothing").json()["sentence"] == nothing
    assert web.signed_in("carla").post("/api/agent/view").json()["sentence"] == nothing
