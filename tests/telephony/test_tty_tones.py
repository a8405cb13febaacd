"""Which sounds of a caller's telephone the engine takes for a text telephone: `-rP` prints the table."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from tests.sample import AGENCY
from tests.telephony.signals import everything_else, special_information_tone, text_telephones
from tests.telephony.until import until
from tierline.agency import Messages
from tierline.asterisk.ari import AriAddress
from tierline.asterisk.engine import Engine
from tierline.asterisk.phones import SipAddress
from tierline.asterisk.switch import AsteriskSwitch
from tierline.caller.call import ScriptedCall
from tierline.caller.caller import Caller
from tierline.calls.names import LegId
from tierline.ports.switch import Offered, TtyHeard
from tierline.speech import wav
from tierline.speech.pico import PicoVoice
from tierline.speech.wav import RATE, Samples

LAST = "99"
SENTENCES = ("main-menu", "key-birth-date", "after-answer")


class Lines:
    """Answers every call, listens for a TTY, and notes on which number one was heard."""

    def __init__(self, engine: Engine) -> None:
        settings = engine.settings
        self.sip = f"127.0.0.1:{settings.ports.sip}"
        self.switch = AsteriskSwitch(
            AriAddress(engine.ari_url, settings.ari_user, settings.ari_password, settings.app),
            SipAddress("127.0.0.1", settings.ports.sip, f"ws://127.0.0.1:{settings.ports.http}/ws"),
        )
        self.heard: set[str] = set()
        self._numbers: dict[LegId, str] = {}

    async def serve(self) -> None:
        async for event in self.switch.events():
            if isinstance(event, Offered):
                self._numbers[event.leg] = event.number
                await self.switch.answer(event.leg, hear_tty=True)
            elif isinstance(event, TtyHeard):
                self.heard.add(self._numbers[event.leg])


@pytest.fixture
async def lines(engine: Engine) -> AsyncIterator[Lines]:
    lines = Lines(engine)
    async with lines.switch:
        serving = asyncio.create_task(lines.serve())
        yield lines
        serving.cancel()


async def listened_to(lines: Lines, signals: Mapping[str, Samples]) -> dict[str, bool]:
    """Each on a line of its own, all at the same time; whether a TTY was heard in it."""
    numbers = {name: str(100 + place) for place, name in enumerate(signals)}
    async with Caller() as caller:
        calls = await asyncio.gather(*(dials(caller, lines, number) for number in (*numbers.values(), LAST)))
        for call, sound in zip(calls, signals.values(), strict=False):
            call.say(sound)
        longest = max(len(sound) for sound in signals.values())
        # On one more line somebody types when all the others have said everything.
        calls[-1].say(np.zeros(longest, np.int16))
        calls[-1].say(text_telephones()["TTY: HELLO GA"])
        await until(lambda: heard_on(lines, LAST), within=longest / RATE + 20)
    return {name: number in lines.heard for name, number in numbers.items()}


async def dials(caller: Caller, lines: Lines, number: str) -> ScriptedCall:
    return await caller.dial(f"sip:{number}@{lines.sip}", from_user=f"5550{number}")


async def heard_on(lines: Lines, number: str) -> bool:
    return number in lines.heard


async def spoken(cache: Path) -> dict[str, Samples]:
    voice, messages = PicoVoice(cache), Messages(AGENCY / "prompts")
    try:
        return {
            f"speech: {prompt} in {language}": wav.read(
                await voice.render(messages.text(prompt, language, {}), language)
            )
            for prompt in SENTENCES
            for language in ("en", "es")
        }
    finally:
        await voice.close()


def show(table: Mapping[str, bool]) -> None:
    for name, heard in table.items():
        print(f"{name:<50} {'TTY heard' if heard else '-'}")  # noqa: T201


async def test_every_text_telephone_is_heard(lines: Lines) -> None:
    table = await listened_to(lines, text_telephones())
    show(table)
    assert [name for name, heard in table.items() if not heard] == []


async def test_keys_speech_music_and_other_tones_are_not_taken_for_one(lines: Lines, tmp_path: Path) -> None:
    table = await listened_to(lines, {**everything_else(), **await spoken(tmp_path)})
    show(table)
    assert [name for name, heard in table.items() if heard] == []


async def test_known_limit_the_networks_information_tone_has_both_tones_and_is_taken_for_one(
    lines: Lines,
) -> None:
    table = await listened_to(lines, {"the network's information tone": special_information_tone()})
    show(table)
    assert table == {"the network's information tone": True}
