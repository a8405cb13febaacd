"""The supervisors' live page: told of changes alone, quick with a thousand calls, open to nobody else."""

import json
import time
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.journeys.web import Web
from tests.journeys.world import World
from tierline.calls.names import CallId, LegId
from tierline.calls.state import Call
from tierline.desk.views.live_board import LINES_A_WAKE, LiveBoard

CALLS = 1000


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


async def messages(answer: httpx.Response) -> AsyncIterator[dict[str, Any]]:
    async for line in answer.aiter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


def test_the_page_begins_with_all_calls_and_is_then_told_what_changed(web: Web, world: World) -> None:
    ana, bo = world.dials(language="en"), world.dials(language="es")
    bo.chooses_a_person()
    cookies = web.signed_in("selma").cookies

    async def scenario() -> list[dict[str, Any]]:
        async with (
            web.served() as address,
            httpx.AsyncClient(base_url=address, cookies=cookies) as client,
            client.stream("GET", "/api/supervisor/live/feed") as answer,
        ):
            feed = messages(answer)
            first = await anext(feed)
            world.switch.caller_hangs_up(ana.leg)
            return [first, await anext(feed)]

    first, second = world.do(scenario())
    assert first["reset"]
    lines = {line["id"]: line for line in first["calls"]}
    assert lines.keys() == {ana.call_id, bo.call_id}
    assert lines[bo.call_id]["waits"] == "no Tier 1 agent who speaks Spanish is ready"
    assert (second["reset"], second["calls"], second["gone"]) == (False, [], [ana.call_id])


def test_a_line_changes_when_only_others_have_changed_what_it_waits_for(world: World) -> None:
    bo = world.dials(language="en")
    bo.chooses_a_person()
    board = LiveBoard(world.center)
    with board.screen() as screen:
        before = screen.update()
        assert before
        assert before.calls[0].waits == "no Tier 1 agent who speaks English is ready"
        carla = world.ready("carla")
        after = screen.update()
        assert after
        assert (after.calls[0].phase, after.calls[0].waits) == ("presented", None)
        carla.answers()
        talking = screen.update()
        assert talking
        assert [agent.name for agent in talking.calls[0].agents] == ["Carla Sample"]
        assert screen.update() is None


def test_with_a_thousand_calls_no_wake_does_more_than_its_share_and_all_is_told(world: World) -> None:
    center = world.center
    for nth in range(CALLS):
        since = center.clock.now() + timedelta(milliseconds=nth)
        waiting = Call(
            id=CallId(f"call-{nth}"),
            seq=1,
            leg=LegId(f"leg-{nth}"),
            number="+18005550100",
            caller=None,
            agency=center.agency.version,
            arrived_at=since,
            phase="waiting",
            language="en",
            tier="1",
            waiting_since=since,
        )
        center.calls[waiting.id] = waiting
        center.line_up(waiting)
    world.wait(seconds=2)
    board = LiveBoard(center)
    told: set[str] = set()
    work: list[float] = []
    with board.screen() as screen:
        while not work or screen.has_more:
            began = time.process_time()
            update = screen.update()
            work.append(time.process_time() - began)
            assert update
            assert len(update.calls) <= LINES_A_WAKE
            told |= {line.id for line in update.calls}
        assert len(told) == CALLS
        assert len(work) <= CALLS / LINES_A_WAKE + 1
        assert all(line.waits for line in board.lines.values())
        gone = center.calls.pop(CallId("call-7"))
        for tell in center.on_call:
            tell(gone)
        change = screen.update()
        assert change
        assert change.gone == ("call-7",)
    usual = sorted(work)[len(work) // 2]
    assert usual < 0.02, f"{usual * 1000:.1f} ms"  # a few; all calls at once would be ten times that
    center.calls.clear()


def test_supervision_is_for_supervisors_alone(web: Web, world: World) -> None:
    carla = web.signed_in("carla")
    carla.post("/api/agent/phone", {"kind": "browser"})
    carla.post("/api/agent/state", {"ready": True})
    ana = world.dials(language="en")
    ana.chooses_a_person()
    world.switch.agent_answers(world.switch.ringing["carla"])
    world.settle()
    call = carla.at_hand()
    for user in ("carla", "olga", "clerk-newark"):
        other = carla if user == "carla" else web.signed_in(user)
        assert other.get("/api/supervisor/live/feed").status_code == 403
        assert other.post(f"{call}/supervision", {"mode": "monitor"}).status_code == 403
        assert other.post(f"{call}/take-over").status_code == 403
        assert other.post(f"{call}/emergency/acknowledgement", {"note": "x"}).status_code == 403


def test_the_whole_of_it_by_http(web: Web, world: World) -> None:
    carla, selma = web.signed_in("carla"), web.signed_in("selma")
    for one in (carla, selma):
        one.post("/api/agent/phone", {"kind": "browser"})
    carla.post("/api/agent/state", {"ready": True})
    ana = world.dials(language="en")
    ana.chooses_a_person()
    world.switch.agent_answers(world.switch.ringing["carla"])
    world.settle()
    call = carla.at_hand()
    refused = selma.post(f"{call}/supervision", {"mode": "monitor"})
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    asked = selma.post(f"{call}/supervision", {"mode": "monitor", "reason": "a complaint"}).json()
    assert (asked["supervising"]["mode"], asked["supervising"]["answered"]) == ("monitor", False)
    world.switch.agent_answers(world.switch.ringing["selma"])
    world.settle()
    joined = selma.post(f"{call}/supervision", {"mode": "barge"}).json()
    assert (joined["supervising"]["mode"], joined["supervising"]["agents"]) == ("barge", ["Carla Sample"])
    assert [s["name"] for s in carla.sees()["call"]["supervisors"]] == ["Selma Sample"]
    procedure = carla.post(f"{call}/emergency", {"kind": "threat"}).json()["emergency"]
    assert procedure["numbers"][0]["number"] == "911"
    assert carla.post(f"{call}/emergency", {"kind": "nothing"}).status_code == 200  # one is enough
    left = selma.delete(f"{call}/supervision").json()
    assert left["supervising"] is None
    selma.post(f"{call}/emergency/acknowledgement", {"note": "The police know"})
    assert selma.get(call).json()["emergency_note"] == "The police know"
    assert carla.sees()["call"]["emergency_note"] is None
