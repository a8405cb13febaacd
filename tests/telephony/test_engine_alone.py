"""What a caller meets while the application is away: the engine keeps them, and hands them over when it is
back."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
from websockets.asyncio.client import connect

from tests.telephony.engine import engine_settings
from tests.telephony.sockets import sockets_of
from tests.telephony.until import until
from tierline.asterisk.engine import Engine
from tierline.caller.call import ScriptedCall
from tierline.caller.caller import Caller, NotAnswered
from tierline.speech import wav
from tierline.speech.wav import RATE, Samples

AUDIBLE = 100.0
"""Root mean square, of 32768."""


@pytest.fixture
async def alone(tmp_path: Path) -> AsyncIterator[Engine]:
    engine = Engine(engine_settings(tmp_path))
    await engine.start()
    yield engine
    await engine.stop()


async def test_a_caller_hears_music_and_is_handed_over_when_the_application_comes(alone: Engine) -> None:
    async with Caller() as caller:
        call = await caller.dial(f"sip:18005550100@127.0.0.1:{alone.settings.ports.sip}")
        await until(lambda: has_heard(call, seconds=5), within=30)
        assert loudness(call.audio[-2 * RATE :]) > AUDIBLE
        assert await handed_over(alone) == ["trial", "trial", "18005550100", ""]
        assert not call.ended.is_set()
        await call.hang_up()


async def test_after_a_moment_the_one_moment_prompt_comes_before_the_music(alone: Engine) -> None:
    tone = (8000 * np.sin(2 * np.pi * 1000 * np.arange(2 * RATE) / RATE)).astype(np.int16)
    wav.write(alone.settings.home / "sounds" / "one-moment.wav", tone)
    async with Caller() as caller:
        call = await caller.dial(f"sip:center@127.0.0.1:{alone.settings.ports.sip}")
        await until(lambda: has_heard(call, seconds=5), within=30)
        assert pitch(call.audio[2 * RATE : 3 * RATE]) == pytest.approx(1000, abs=20)
        assert loudness(call.audio[-RATE:]) > AUDIBLE
        await call.hang_up()


async def test_the_sound_of_a_call_does_not_leave_this_machine(alone: Engine) -> None:
    before = beyond_loopback(alone)
    async with Caller() as caller:
        call = await caller.dial(f"sip:center@127.0.0.1:{alone.settings.ports.sip}")
        await until(lambda: has_heard(call, seconds=1), within=30)
        assert beyond_loopback(alone) == before
        await call.hang_up()


async def test_what_is_neither_a_number_nor_a_name_reaches_nothing(alone: Engine) -> None:
    async with Caller() as caller:
        with pytest.raises(NotAnswered):
            await caller.dial(f"sip:_@127.0.0.1:{alone.settings.ports.sip}", within=5)


def beyond_loopback(engine: Engine) -> set[int]:
    return {s.port for s in sockets_of(engine.pid) if not s.on_loopback}


async def has_heard(call: ScriptedCall, *, seconds: float) -> bool:
    assert not call.ended.is_set()
    return len(call.audio) > seconds * RATE


async def handed_over(engine: Engine) -> list[str]:
    """What the application is told of the call that waits, when it comes."""
    s = engine.settings
    login = base64.b64encode(f"{s.ari_user}:{s.ari_password}".encode()).decode()
    address = f"{engine.ari_url.replace('http', 'ws')}/events?app={s.app}"
    headers = {"Authorization": f"Basic {login}"}
    async with asyncio.timeout(10), connect(address, additional_headers=headers) as events:
        async for event in events:
            told = json.loads(event)
            if told["type"] == "StasisStart":
                return list(told["args"])
    return []


def loudness(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples.astype(np.float64) ** 2)))


def pitch(samples: Samples) -> float:
    spectrum = np.abs(np.fft.rfft(samples.astype(np.float64)))
    return float(spectrum.argmax() * RATE / len(samples))
