"""Signing in, and what is closed to whom."""

from collections.abc import Iterator

import pytest

from tests.journeys.web import Web
from tests.journeys.world import World
from tests.quick_passwords import PASSWORD
from tierline.web.passwords import ensure_sign_ins


@pytest.fixture
def web() -> Iterator[Web]:
    world = World()
    yield Web(world)
    world.close()


def test_a_member_of_staff_signs_in_and_is_told_who_they_are(web: Web) -> None:
    carla = web.signed_in("carla")
    me = carla.get("/api/session").json()
    assert (me["name"], me["role"], me["tier"], me["number"]) == ("Carla Sample", "csr", "1", "4012")


def test_a_clerk_is_told_their_office(web: Web) -> None:
    me = web.signed_in("clerk-newark").get("/api/session").json()
    assert me["office"] == "newark"
    assert "Newark" in me["office_name"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(web: Web) -> None:
    web.signed_in("carla")
    answer = web.browser().post("/api/session", {"user": "carla", "password": PASSWORD})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def test_a_wrong_password_and_an_unknown_user_get_the_same_answer(web: Web) -> None:
    web.signed_in("carla")
    wrong = web.browser().post("/api/session", {"user": "carla", "password": "wrong"})
    unknown = web.browser().post("/api/session", {"user": "nobody", "password": "wrong"})
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()


def test_after_some_failed_tries_even_the_right_password_has_to_wait(web: Web) -> None:
    web.signed_in("carla")
    for _ in range(5):
        web.browser().post("/api/session", {"user": "carla", "password": "wrong"})
    answer = web.browser().post("/api/session", {"user": "carla", "password": PASSWORD})
    assert answer.status_code == 429
    assert "wait" in answer.json()["error"]
    assert answer.json()["sentence"]["values"]["seconds"] > 0
    web.world.wait(seconds=3)
    assert web.browser().post("/api/session", {"user": "carla", "password": PASSWORD}).status_code == 200


def test_tries_at_the_same_time_are_counted_like_tries_one_after_the_other(web: Web) -> None:
    web.signed_in("carla")
    guesses = [f"guess-{nth}" for nth in range(12)]
    answers = web.browser().post_at_once(
        "/api/session", [{"user": "carla", "password": guess} for guess in guesses]
    )
    assert sorted(answer.status_code for answer in answers) == [401] * 5 + [429] * 7


def test_a_database_that_is_away_does_not_make_anyone_wait(web: Web) -> None:
    carla = {"user": "carla", "password": PASSWORD}
    web.signed_in("carla")
    web.world.store.away = True
    assert [web.browser().post("/api/session", carla).status_code for _ in range(9)] == [503] * 9
    web.world.store.away = False
    assert web.browser().post("/api/session", carla).status_code == 200


def test_a_session_ends_after_twelve_hours(web: Web) -> None:
    carla = web.signed_in("carla")
    web.world.wait(minutes=12 * 60 - 1)
    assert carla.get("/api/session").status_code == 200
    web.world.wait(minutes=2)
    assert carla.get("/api/session").json()["code"] == "not_signed_in"


def test_signing_out_closes_the_session_for_good(web: Web) -> None:
    carla = web.signed_in("carla")
    kept = carla.cookies["tierline"]
    assert carla.delete("/api/session").status_code == 204
    thief = web.browser()
    thief._client.cookies.set("tierline", kept)
    assert thief.get("/api/session").status_code == 401


def test_a_request_from_another_site_is_refused(web: Web) -> None:
    carla = web.signed_in("carla")
    answer = carla.post("/api/agent/state", {"ready": True}, X_Tierline="")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


@pytest.mark.parametrize(
    ("user", "path"),
    [("clerk-newark", "/api/agent/view"), ("carla", "/api/calls"), ("selma", "/api/office/requests")],
)
def test_a_route_is_closed_to_other_roles(web: Web, user: str, path: str) -> None:
    assert web.signed_in(user).get(path).status_code == 403
    assert web.browser().get(path).status_code == 401


def test_every_answer_carries_the_security_headers(web: Web) -> None:
    for path in ("/api/center", "/api/session", "/api/nothing"):
        headers = web.browser().get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "ws://127.0.0.1:8088" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"


def test_what_cannot_be_read_is_refused_with_the_field_s_name(web: Web) -> None:
    answer = web.browser().post("/api/session", {"user": "carla"})
    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid"
    assert "password" in answer.json()["error"]


def test_only_staff_without_a_password_get_one(web: Web) -> None:
    people = [web.world.center.agency.staff[user] for user in web.world.center.agency.staff][:2]
    first = web.world.do(ensure_sign_ins(web.world.store, people))
    again = web.world.do(ensure_sign_ins(web.world.store, people))
    assert set(first) == {person.user for person in people}
    assert again == {}
    user, password = next(iter(first.items()))
    assert web.browser().post("/api/session", {"user": user, "password": password}).status_code == 200
