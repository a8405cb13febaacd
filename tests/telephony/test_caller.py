"""The scripted caller on the real engine: what it hears, presses and says arrives; endings are seen."""

import asyncio
import json
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import numpy as np
import pytest

from tierline.asterisk.ari import AriAddress
from tierline.asterisk.engine import Engine
from tierline.asterisk.phones import SipAddress
from tierline.asterisk.switch import AsteriskSwitch
from tierline.caller.call import CallOver, NotHeard
from tierline.caller.caller import Caller, NotAnswered, NotRegistered
from tierline.caller.phone import NotRung
from tierline.caller.script import steps
from tierline.caller.scripted import scripted_call
from tierline.calls.names import LegId
from tierline.ports.switch import EngineReady, Key, LegAnswered, LegEnded, LegGone, Offered, SipLogin
from tierline.speech.catalogue import Catalogue
from tierline.speech.pico import PicoVoice
from tierline.speech.recordings import Recordings
from tierline.speech.speech import Speech
from tierline.speech.wav import RATE

WELCOME = "Thank you for calling this center, which is only a test. Please press a key."
MENU = "This is the main menu of the test center. Please press another key whenever you like."
GOODBYE = "Thank you for calling this center. Goodbye."


class Center:
    """Answers every caller with a welcome; says the menu at a key, and goodbye at #, then hangs up."""

    def __init__(self, switch: AsteriskSwitch, speech: Speech, catalogue: Catalogue, sip: str) -> None:
        self.switch = switch
        self.speech = speech
        self.catalogue = catalogue
        self.sip = sip
        self.keys: dict[str, str] = {}
        self.numbers: dict[LegId, str] = {}
        self.answered: list[LegId] = []
        self.ended: list[LegId] = []
        self.ready = asyncio.Event()

    async def run(self) -> None:
        async for event in self.switch.events():
            with suppress(LegGone):
                await self._take(event)

    async def _take(self, event: object) -> None:
        match event:
            case EngineReady():
                self.ready.set()
            case Offered(leg=leg):
                self.numbers[leg] = event.caller or ""
                self.keys[self.numbers[leg]] = ""
                await self.switch.answer(leg)
                await self._say(leg, "welcome", WELCOME)
            case Key(leg=leg, digit=digit):
                self.keys[self.numbers[leg]] += digit
                if digit == "#":
                    await self._say(leg, "goodbye", GOODBYE)
                elif len(self.keys[self.numbers[leg]]) == 1:
                    await self._say(leg, "menu", MENU)
            case LegAnswered(leg=leg):
                self.answered.append(leg)
            case LegEnded(leg=leg):
                self.ended.append(leg)

    async def _say(self, leg: LegId, prompt: str, text: str) -> None:
        await self.switch.play(leg, f"{leg}-{prompt}", [await self.speech.sound(prompt, text, "en")])


@pytest.fixture
async def center(engine: Engine, tmp_path: Path) -> AsyncIterator[Center]:
    settings = engine.settings
    ports = settings.ports
    ari = AriAddress(engine.ari_url, settings.ari_user, settings.ari_password, settings.app)
    sip = SipAddress("127.0.0.1", ports.sip, f"ws://127.0.0.1:{ports.http}/ws")
    catalogue = Catalogue(tmp_path / "catalogue.json")
    voice = PicoVoice(tmp_path / "cache")
    speech = Speech(voice, Recordings(tmp_path / "recordings"), catalogue)
    await speech.prepare([(WELCOME, "en"), (MENU, "en"), (GOODBYE, "en")])
    async with AsteriskSwitch(ari, sip) as switch:
        center = Center(switch, speech, catalogue, f"127.0.0.1:{ports.sip}")
        running = asyncio.create_task(center.run())
        await asyncio.wait_for(center.ready.wait(), 10)
        yield center
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    await voice.close()


@asynccontextmanager
async def nothing_left_behind() -> AsyncIterator[None]:
    before = {thread.name for thread in threading.enumerate() if thread.name.startswith("baresip")}
    yield
    after = {thread.name for thread in threading.enumerate() if thread.name.startswith("baresip")}
    assert after <= before


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 (the engine's doing: nothing here could set an event)
            await asyncio.sleep(0.02)


async def test_a_caller_hears_the_prompts_and_the_center_gets_the_keys(center: Center) -> None:
    async with nothing_left_behind(), Caller(center.catalogue) as caller:
        call = await caller.dial(f"sip:100@{center.sip}", from_user="5550101")
        await call.until_heard("welcome", within=10)
        await call.press("7")
        await call.until_heard("menu", within=10)
        await call.press("8721234567890*")
        await until(lambda: center.keys["5550101"] == "78721234567890*")
        await call.hang_up()
        assert [heard.prompt for heard in call.heard()] == ["welcome", "menu"]
        assert not call.heard()[0].whole
        assert call.ended_by == "caller"
        await until(lambda: len(center.ended) == 1)


async def test_a_call_that_the_center_ends_is_seen_to_end(center: Center) -> None:
    async with Caller(center.catalogue) as caller:
        call = await caller.dial(f"sip:100@{center.sip}", from_user="5550102")
        await call.until_heard("welcome", within=10)
        await center.switch.hang_up(next(iter(center.numbers)))
        await asyncio.wait_for(call.ended.wait(), 5)
        assert call.ended_by == "center"
        with pytest.raises(CallOver):
            await call.until_heard("menu", within=5)
        with pytest.raises(CallOver):
            await call.press("1")


async def test_a_prompt_that_does_not_come_is_missed_with_what_came_instead(center: Center) -> None:
    async with Caller(center.catalogue) as caller:
        call = await caller.dial(f"sip:100@{center.sip}")
        with pytest.raises(NotHeard, match="'menu' was not heard within 3 s; heard: welcome"):
            await call.until_heard("menu", within=3)


async def test_twenty_callers_at_once_are_each_heard_exactly(center: Center) -> None:
    async def one(number: str) -> str:
        call = await caller.dial(f"sip:100@{center.sip}", from_user=number)
        await call.until_heard("welcome", within=20)
        await call.press(f"{number}*")
        await until(lambda: center.keys[number].endswith("*"))
        await call.hang_up()
        return center.keys[number]

    numbers = [str(5550200 + i) for i in range(20)]
    async with Caller(center.catalogue) as caller:
        assert await asyncio.gather(*map(one, numbers)) == [f"{number}*" for number in numbers]


async def test_nobody_there_is_not_answered_in_plain_words() -> None:
    async with Caller() as caller:
        with pytest.raises(NotAnswered, match=r"sip:100@127\.0\.0\.1:1"):
            await caller.dial("sip:100@127.0.0.1:1", within=2)


async def test_an_agents_desk_phone_answers_and_both_sides_hear_each_other(center: Center) -> None:
    login = await center.switch.sign_in("bo", "desk")
    tone = (8000 * np.sin(2 * np.pi * 1000 * np.arange(RATE) / RATE)).astype(np.int16)
    async with Caller(center.catalogue) as caller:
        phone = await caller.register(login)
        call = await caller.dial(f"sip:100@{center.sip}", from_user="5550103")
        await call.until_heard("welcome", within=10)
        (visitor,) = center.numbers
        await center.switch.ring(LegId("agent-leg-of-bo"), "bo", shown="5550103")
        at_desk = await phone.incoming(within=5)
        await phone.answer()
        await until(lambda: center.answered == ["agent-leg-of-bo"])
        await center.switch.join("room-of-bo", visitor)
        await center.switch.join("room-of-bo", LegId("agent-leg-of-bo"))
        call.say(tone)
        await until(lambda: strength(at_desk.audio) > 2000)
        await phone.hang_up()
        assert at_desk.ended_by == "caller"
        await until(lambda: "agent-leg-of-bo" in center.ended)
    await center.switch.sign_out("bo")


def strength(audio: np.ndarray[tuple[int, ...], np.dtype[np.int16]]) -> float:
    """The amplitude at 1000 Hz in the last half second."""
    last = audio[-RATE // 2 :].astype(float)
    wave = np.exp(2j * np.pi * 1000 * np.arange(len(last)) / RATE)
    return float(2 * np.abs(last @ wave) / max(len(last), 1))


async def test_a_phone_may_refuse_or_answer_by_itself(center: Center) -> None:
    login = await center.switch.sign_in("cy", "desk")
    async with Caller() as caller:
        phone = await caller.register(login)
        await center.switch.ring(LegId("first-leg-of-cy"), "cy", shown="a caller")
        await phone.incoming(within=5)
        await phone.reject()
        await until(lambda: center.ended == ["first-leg-of-cy"])
        phone.auto_answer = True
        await center.switch.ring(LegId("second-leg-of-cy"), "cy", shown="a caller")
        await until(lambda: center.answered == ["second-leg-of-cy"])
        await center.switch.hang_up(LegId("second-leg-of-cy"))
        answered = await phone.incoming(within=5)
        await asyncio.wait_for(answered.ended.wait(), 5)
        assert answered.ended_by == "center"
        with pytest.raises(NotRung):
            await phone.incoming(within=0.2)
    await center.switch.sign_out("cy")


async def test_a_phone_with_a_wrong_password_is_refused(center: Center) -> None:
    login = await center.switch.sign_in("di", "desk")
    wrong = SipLogin(login.uri, login.user, "wrong", login.websocket, login.registrar)
    async with Caller() as caller:
        with pytest.raises(NotRegistered, match="di"):
            await caller.register(wrong)
    await center.switch.sign_out("di")


async def test_a_script_is_followed_and_reported(center: Center) -> None:
    report = await scripted_call(
        f"sip:100@{center.sip}", steps("1 ... # hear:goodbye hangup"), center.catalogue, from_user="5550104"
    )
    assert report.as_planned
    assert [said.prompt for said in report.heard] == ["welcome", "menu", "goodbye"]
    assert [pressed.keys for pressed in report.keys] == ["1", "#"]
    assert report.ended_by == "caller"
    assert center.keys["5550104"] == "1#"


async def test_a_script_that_cannot_be_followed_says_why(center: Center) -> None:
    report = await scripted_call(f"sip:100@{center.sip}", [], center.catalogue, limit=2)
    assert (report.ended_by, report.error) == ("time limit", None)
    nobody = await scripted_call("sip:100@127.0.0.1:1", [], None, limit=2)
    assert (nobody.answered, nobody.ended_by) == (False, "error")


async def test_a_script_without_the_catalogue_still_presses_at_the_first_sound(center: Center) -> None:
    report = await scripted_call(f"sip:100@{center.sip}", steps("4 wait:1 hangup"), None, from_user="5550105")
    assert (report.heard, center.keys["5550105"]) == ([], "4")


async def test_the_command_prints_one_json_object(center: Center, tmp_path: Path) -> None:
    command = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from tierline.caller.command import call; call()", f"sip:100@{center.sip}"),
        *("--keys", "1 hear:menu hangup", "--from", "5550106", "--json"),
        *("--catalogue", str(tmp_path / "catalogue.json")),
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await command.communicate()
    report = json.loads(output)
    assert command.returncode == 0
    assert [said["prompt"] for said in report["heard"]] == ["welcome", "menu"]
    assert (report["answered"], report["ended_by"], report["keys"][0]["keys"]) == (True, "caller", "1")
