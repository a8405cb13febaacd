"""Live screens on a real port: every message is the whole view, and a screen that is gone is noticed."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import msgspec
import pytest

from tests.journeys.web import Web, until
from tests.journeys.world import World
from tierline.calls.names import AgentId
from tierline.web import live


@pytest.fixture
def web() -> Iterator[Web]:
    world = World()
    yield Web(world)
    world.close()


async def messages(answer: httpx.Response) -> AsyncIterator[dict[str, Any]]:
    async for line in answer.aiter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


def test_a_screen_gets_the_whole_view_at_once_and_again_on_every_change(web: Web) -> None:
    cookies = web.signed_in("carla").cookies

    async def scenario() -> list[str]:
        async with web.served() as address, httpx.AsyncClient(base_url=address, cookies=cookies) as client:
            async with client.stream("GET", "/api/agent/feed") as answer:
                assert answer.headers["content-type"].startswith("text/event-stream")
                feed = messages(answer)
                first = await anext(feed)
                headers = {"X-Tierline": "1"}
                await client.post("/api/agent/state", json={"ready": True}, headers=headers)
                second = await anext(feed)
            return [first["state"]["name"], second["state"]["name"]]

    assert web.world.do(scenario()) == ["not_ready", "ready"]


@pytest.mark.parametrize(
    "feed", ["/api/agent/feed", "/api/supervisor/floor/feed", "/api/supervisor/live/feed"]
)
def test_a_stream_ends_when_who_opened_it_has_lost_their_role(
    web: Web, feed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "_SECONDS_BETWEEN_SIGNS_OF_LIFE", 0.1)
    cookies = web.signed_in("selma").cookies

    async def scenario() -> None:
        async with (
            web.served() as address,
            httpx.AsyncClient(base_url=address, cookies=cookies) as client,
            client.stream("GET", feed) as answer,
        ):
            lines = answer.aiter_lines()
            while not (await anext(lines)).startswith(": still here"):
                pass
            reduce_to_csr(web, AgentId("selma"))
            async with asyncio.timeout(10):
                while await anext(lines, None) is not None:
                    pass

    web.world.do(scenario())


def reduce_to_csr(web: Web, user: AgentId) -> None:
    in_force = web.world.center.in_force
    agency = in_force.newest.agency
    reduced = msgspec.structs.replace(agency.staff[user], role="csr")
    in_force.publish(
        msgspec.structs.replace(
            in_force.newest, agency=msgspec.structs.replace(agency, staff={**agency.staff, user: reduced})
        )
    )


def test_an_agent_whose_last_screen_stays_closed_is_off_duty(web: Web) -> None:
    carla = web.signed_in("carla")
    carla.post("/api/agent/phone", {"kind": "browser"})
    carla.post("/api/agent/state", {"ready": True})
    presence = web.app.state["site"].presence

    async def opens_two_screens_and_closes_them() -> None:
        async with (
            web.served() as address,
            httpx.AsyncClient(base_url=address, cookies=carla.cookies) as client,
        ):
            async with client.stream("GET", "/api/agent/feed") as first:
                await anext(messages(first))
                async with client.stream("GET", "/api/agent/feed") as second:
                    await anext(messages(second))
                assert presence.is_here(AgentId("carla"))
            await until(lambda: not presence.is_here(AgentId("carla")))

    web.world.do(opens_two_screens_and_closes_them())
    web.world.wait(seconds=4)
    assert carla.sees()["state"]["name"] == "ready"
    web.world.wait(seconds=2)
    state = carla.sees()["state"]
    assert (state["name"], state["reason"]) == ("not_ready", "signed out")


def test_an_agent_without_a_screen_is_never_taken_for_gone(web: Web) -> None:
    carla = web.signed_in("carla")
    carla.post("/api/agent/phone", {"kind": "desk"})
    carla.post("/api/agent/state", {"ready": True})
    web.world.wait(minutes=30)
    assert carla.sees()["state"]["name"] == "ready"


def test_a_caller_from_the_start_page_reads_along(web: Web) -> None:
    visitor = web.browser()
    phone = visitor.post("/api/trial/phone").json()
    world = web.world
    leg = world.switch.caller_dials("+18005550100", None, phone["login"]["user"])
    world.settle()
    world.switch.presses(leg, "1")
    world.settle()
    world.switch.presses(leg, "1")
    world.settle()
    world.switch.presses(leg, "3222")
    world.settle()

    async def reads() -> dict[str, Any]:
        async with (
            web.served() as address,
            httpx.AsyncClient(base_url=address) as client,
            client.stream("GET", f"/api/trial/phone/{phone['token']}/transcript") as answer,
        ):
            return await anext(messages(answer))

    transcript = world.do(reads())
    assert transcript["state"] == "ivr"
    assert {line["language"] for line in transcript["lines"]} == {"en", "es"}
    assert [(line["text"], line["key"]) for line in transcript["lines"] if line["who"] == "you"] == [
        ("you pressed 1", "1"),
        ("you pressed 1", "1"),
    ]
    world.switch.caller_hangs_up(leg)
    world.settle()
    world.wait(minutes=11)
    assert visitor.get(f"/api/trial/phone/{phone['token']}/transcript").status_code == 404
    assert phone["login"]["user"] not in world.switch.phones
