"""Recordings over HTTP: the agent's controls, playing for a reason, keeping and deleting by rule."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest

from tests.journeys.test_web_live_calls import messages
from tests.journeys.test_web_serving_a_call import on_duty, served_by_carla
from tests.journeys.web import Browser, Web
from tests.journeys.world import Caller, World
from tierline.calls import recording_events as re
from tierline.desk.recording.keeping import look

WHY = {"reason": "a complaint of the caller"}


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


def over(world: World, talk: tuple[Caller, Browser], seconds: float = 30) -> str:
    """The address of the call, after that."""
    _, carla = talk
    at = carla.at_hand()
    world.wait(seconds=seconds)
    assert carla.post(f"{at}/end").status_code == 200
    return at


def test_the_agent_pauses_goes_on_and_notes_what_the_caller_says(
    world: World, talk: tuple[Caller, Browser]
) -> None:
    _, carla = talk
    at = carla.at_hand()
    assert carla.sees()["call"]["recording"]["status"] == "on"
    assert carla.post(f"{at}/recording/pause").json()["recording"]["status"] == "paused"
    assert world.switch.recordings.legs == set()
    assert carla.delete(f"{at}/recording/pause").status_code == 200
    assert carla.sees()["call"]["recording"]["status"] == "on"
    declined = carla.post(f"{at}/recording/choice", {"agreed": False}).json()
    assert declined["recording"]["status"] == "declined"
    assert "Noted that the caller does not want to be recorded" in [
        line["what"] for line in declined["timeline"]
    ]


def test_the_agent_is_told_that_the_recording_fails_also_while_the_database_is_away(
    web: Web, world: World, talk: tuple[Caller, Browser]
) -> None:
    ana, carla = talk

    async def scenario() -> list[str]:
        async with (
            web.served() as address,
            httpx.AsyncClient(base_url=address, cookies=carla.cookies) as client,
            client.stream("GET", "/api/agent/feed") as answer,
        ):
            feed = messages(answer)
            seen = [(await anext(feed))["call"]["recording"]["status"]]
            world.store.away = True
            for part in world.center.calls[ana.call_id].recording.under_way:
                world.switch.recording_breaks(part.name)
            async with asyncio.timeout(10):
                while seen[-1] == "on":
                    seen.append((await anext(feed))["call"]["recording"]["status"])
            return seen

    assert world.do(scenario()) == ["on", "failing"]
    world.store.away = False


def test_a_supervisor_hears_the_recording_after_giving_a_reason(
    web: Web, world: World, talk: tuple[Caller, Browser]
) -> None:
    ana, _ = talk
    at = over(world, talk)
    selma = web.signed_in("selma")
    view = selma.get(at).json()
    assert view["recording"]["seconds"] == pytest.approx(30, abs=1)
    assert view["recording"]["until"]
    assert selma.post(f"{at}/recording/plays", {"reason": "  "}).status_code == 409
    assert not ana.all(re.RecordingPlayed)
    play = selma.post(f"{at}/recording/plays", WHY)
    assert play.status_code == 201
    (played,) = ana.all(re.RecordingPlayed)
    assert world.do(world.store.values([played.reason])) == {played.reason: WHY["reason"]}
    sound = selma.get(play.json()["audio"])
    assert (sound.status_code, sound.headers["content-type"]) == (206, "audio/wav")
    assert sound.headers["cache-control"] == "no-store"
    assert sound.content[:4] == b"RIFF"
    assert sound.headers["content-range"].startswith("bytes 0-")
    assert "Listened to the recording, with a reason on record" in [
        line["what"] for line in selma.get(at).json()["timeline"]
    ]


def test_a_range_of_the_sound_is_given_and_nothing_beyond_its_end(
    web: Web, world: World, talk: tuple[Caller, Browser]
) -> None:
    at = over(world, talk)
    selma = web.signed_in("selma")
    audio = selma.post(f"{at}/recording/plays", WHY).json()["audio"]
    whole = int(selma.get(audio).headers["content-range"].rpartition("/")[2])
    part = selma.get(audio, Range="bytes=40-143")
    assert part.headers["content-range"] == f"bytes 40-143/{whole}"
    assert len(part.content) == 104
    assert part.content == selma.get(audio).content[40:144]
    beyond = selma.get(audio, Range=f"bytes={whole}-")
    assert beyond.status_code == 416


def test_nobody_else_hears_it_and_no_address_is_of_use_to_another(
    web: Web, world: World, talk: tuple[Caller, Browser]
) -> None:
    _, carla = talk
    at = over(world, talk)
    assert carla.post(f"{at}/recording/plays", WHY).status_code == 404
    assert carla.get(at).json()["recording"]["seconds"] is None
    selma = web.signed_in("selma")
    audio = selma.post(f"{at}/recording/plays", WHY).json()["audio"]
    assert carla.get(audio).status_code == 404
    assert web.browser().get(audio).status_code == 401
    assert web.signed_in("clerk-nbc").get(audio).status_code == 403
    assert web.signed_in("olga").post(f"{at}/recording/plays", WHY).status_code == 404
    world.wait(minutes=61)
    assert selma.get(audio).status_code == 404


def test_a_call_that_goes_on_is_not_played(web: Web, talk: tuple[Caller, Browser]) -> None:
    _, carla = talk
    selma = web.signed_in("selma")
    refused = selma.post(f"{carla.at_hand()}/recording/plays", WHY)
    assert refused.status_code == 409
    assert "still goes on" in refused.json()["error"]


def test_a_recording_is_deleted_when_its_days_are_over_and_not_before(
    web: Web, world: World, talk: tuple[Caller, Browser]
) -> None:
    ana, _ = talk
    at = over(world, talk)
    later(world, days=89)
    assert ana.call.recording.kept
    later(world, days=2)
    assert ana.all(re.RecordingDeleted) == [re.RecordingDeleted(90)]
    assert world.do(world.switch.recordings.written()) == []
    selma = web.signed_in("selma")
    assert selma.get(at).json()["recording"]["deleted"] is True
    assert selma.post(f"{at}/recording/plays", WHY).status_code == 409
    later(world, days=1)
    assert len(ana.all(re.RecordingDeleted)) == 1


def test_an_emergency_keeps_its_recording_until_a_supervisor_releases_it(
    web: Web, world: World, talk: tuple[Caller, Browser]
) -> None:
    ana, carla = talk
    carla.post(f"{carla.at_hand()}/emergency", {"kind": "threat"})
    at = over(world, talk)
    later(world, days=4000)
    assert ana.call.recording.kept
    assert web.signed_in("carla").post(f"{at}/recording/release", WHY).status_code == 403
    selma = web.signed_in("selma")
    assert selma.post(f"{at}/recording/release", {"reason": ""}).status_code == 409
    released = selma.post(f"{at}/recording/release", WHY)
    assert released.status_code == 200, released.text
    assert released.json()["recording"]["kept_for_emergency"] is False
    later(world, days=1)
    assert ana.call.recording.deleted


def test_files_of_a_call_that_nobody_knows_are_deleted_too(web: Web, world: World) -> None:
    on_duty(web, "carla")
    leg = world.offer("+18005550100", None)
    world.switch.recordings.start(leg, "call-of-nobody-1")
    world.switch.recordings.stop("call-of-nobody-1")
    later(world, days=91)
    assert world.do(world.switch.recordings.written()) == []


def later(world: World, days: float) -> None:
    world.clock.passes_unseen(timedelta(days=days))
    world.do(look(world.center))
