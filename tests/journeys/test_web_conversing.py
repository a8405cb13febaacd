"""Every control of a conversation, as the workspace and other programs use it: over HTTP."""

from collections.abc import Iterator

import pytest

from tests.journeys.test_web_serving_a_call import answers, on_duty, served_by_carla
from tests.journeys.web import Browser, Web
from tests.journeys.world import Caller, World

LINE = "+18005550142"
WHY = {"reason": "needs the systems", "trigger": "unresolved"}


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


@pytest.fixture
def talk(web: Web) -> tuple[Caller, Browser]:
    return served_by_carla(web)


def test_colleagues_are_listed_with_who_is_ready_and_for_what_the_caller_may_be_handed_to_them(
    web: Web, talk: tuple[Caller, Browser]
) -> None:
    _, carla = talk
    on_duty(web, "olga")
    listed = {one["user"]: one for one in carla.get(f"{carla.at_hand()}/colleagues").json()}
    assert next(iter(listed)) == "olga"
    assert listed["olga"]["why_not_ready"] is None
    assert listed["olga"]["triggers"] == ["unresolved", "urgent"]
    assert listed["colin"]["why_not_ready"] == "is not signed in"
    assert listed["colin"]["triggers"] == []
    assert "carla" not in listed


@pytest.mark.clause("A10")
def test_a_warm_transfer_to_a_person(web: Web, talk: tuple[Caller, Browser]) -> None:
    ana, carla = talk
    at = carla.at_hand()
    refused = carla.post(f"{at}/transfer", {**WHY, "person": "olga"})
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    assert "Olga Sample is not signed in" in refused.json()["error"]
    assert refused.json()["sentence"] == {
        "template": "{name} {why}: choose somebody else, or whoever is free first",
        "values": {"name": "Olga Sample", "why": {"template": "is not signed in", "values": {}}},
    }
    olga = on_duty(web, "olga")
    assert (
        carla.post(f"{at}/transfer", {**WHY, "person": "olga"}).json()["transfer"]["person"] == "Olga Sample"
    )
    answers(web, "olga")
    for whom in ("caller", "everyone", "colleague"):
        assert carla.post(f"{at}/speak-with", {"whom": whom}).json()["transfer"]["speaks_with"] == whom
    assert carla.post(f"{at}/transfer/complete").status_code == 200
    assert ana.talks_to == {"olga"}
    assert olga.sees()["call"]["handed"]["reason"] == "needs the systems"


@pytest.mark.clause("B2.3")
@pytest.mark.parametrize(
    ("door", "body", "phase"),
    [
        ("hand-on", {**WHY, "to": "2"}, "waiting"),
        ("callback", {**WHY, "to": "2"}, "promised"),
        ("give-back", {"reason": "the headset is broken"}, "waiting"),
    ],
)
def test_the_agent_leaves_at_once_by_three_doors(
    talk: tuple[Caller, Browser], door: str, body: dict[str, str], phase: str
) -> None:
    ana, carla = talk
    answer = carla.post(f"{carla.at_hand()}/{door}", body)
    assert (answer.status_code, answer.json()["role"]) == (200, None)
    assert carla.sees()["state"]["name"] == "wrap_up"
    assert ana.call.phase == phase


def test_consulting_and_leaving(web: Web, talk: tuple[Caller, Browser]) -> None:
    ana, carla = talk
    at = carla.at_hand()
    olga = on_duty(web, "olga")
    assert carla.post(f"{at}/consult", {"to": "2", "reason": "a question"}).status_code == 200
    answers(web, "olga")
    assert olga.post(f"{at}/leave").status_code == 200
    assert ana.talks_to == {"carla"}
    olga.post("/api/agent/state", {"ready": True})
    carla.post(f"{at}/consult", {"person": "olga", "reason": "one more"})
    answers(web, "olga")
    assert carla.delete(f"{at}/consult").json()["transfer"] is None
    olga.post("/api/agent/state", {"ready": True})
    carla.post(f"{at}/consult", {"person": "olga", "reason": "the last"})
    answers(web, "olga")
    assert carla.post(f"{at}/leave").status_code == 200
    assert ana.talks_to == {"olga"}


def test_an_interpreter_and_keys(web: Web, talk: tuple[Caller, Browser]) -> None:
    ana, carla = talk
    at = carla.at_hand()
    listed = carla.get(f"{at}/interpreters").json()
    assert {one["id"] for one in listed} == {"language-line", "quechua"}
    assert "number" not in listed[0]
    called = carla.post(f"{at}/interpreter", {"interpreter": "language-line"}).json()
    assert called["interpreter"]["state"] == "ringing"
    web.world.switch.agent_answers(web.world.switch.dialled[LINE])
    web.world.settle()
    assert carla.post(f"{at}/keys", {"keys": "12#"}).status_code == 200
    assert carla.post(f"{at}/keys", {"keys": "x"}).status_code == 409
    part = ana.call.interpreter
    assert part
    assert web.world.switch.keys_sent_to(part.leg) == "12#"
    assert "12#" not in str(ana.events)
    assert carla.delete(f"{at}/interpreter").json()["interpreter"] is None


def test_mute_is_the_switch_s_and_every_screen_of_the_agent_shows_it(
    web: Web, talk: tuple[Caller, Browser]
) -> None:
    ana, carla = talk
    assert carla.post(f"{carla.at_hand()}/mute", {"muted": True}).json()["muted"]
    assert ana.hears == frozenset()
    another = web.signed_in("carla")
    assert another.sees()["call"]["muted"]
    another.post(f"{another.at_hand()}/mute", {"muted": False})
    assert ana.talks_to == {"carla"}


def test_nobody_else_may_use_any_of_it(web: Web, talk: tuple[Caller, Browser]) -> None:
    _, carla = talk
    at, olga = carla.at_hand(), on_duty(web, "olga")
    for door, body in (
        ("hand-on", {**WHY, "to": "2"}),
        ("callback", {**WHY, "to": "2"}),
        ("give-back", {"reason": "x"}),
        ("consult", {"to": "2", "reason": "x"}),
        ("speak-with", {"whom": "caller"}),
        ("mute", {"muted": True}),
        ("keys", {"keys": "1"}),
        ("interpreter", {"interpreter": "language-line"}),
        ("leave", {}),
    ):
        assert olga.post(f"{at}/{door}", body).status_code == 404, door
    assert olga.get(f"{at}/colleagues").status_code == 404
    assert olga.get(f"{at}/interpreters").status_code == 404
