"""The same people at the switch in memory and, with telephones, at a real engine: told apart by tones."""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Self

import numpy as np

from tests.contract.tones import tone, tones_in, write_tone
from tierline.asterisk.ari import AriAddress
from tierline.asterisk.engine import Engine
from tierline.asterisk.phones import SipAddress
from tierline.asterisk.recorded_files import RecordedFiles
from tierline.asterisk.switch import AsteriskSwitch
from tierline.asterisk.trunk import line_out
from tierline.caller.call import ScriptedCall
from tierline.caller.caller import Caller
from tierline.caller.phone import Phone
from tierline.calls.names import LegId
from tierline.ports.switch import LegAnswered, LegEnded, Offered, Switch, SwitchEvent
from tierline.speech import baudot
from tierline.speech.wav import RATE
from tierline.twin.switch import TwinSwitch

NUMBER = "100"
CENTER, HOME, NOBODYS = "+18005550100", "+12025550123", "+12025550199"
"""In the telephone network: ours, a caller's, and one that nobody has."""
VOICES = (1130, 1430, 1730, 2030)
"""Hertz: what the legs say, each its own."""
SOUNDS = {"short": (630, 0.6), "other": (770, 0.6), "long": (930, 30.0)}
"""Prompts: hertz, seconds."""
BEEP = 520
"""Hertz."""


class People(ABC):
    def __init__(self, switch: Switch, folder: Path) -> None:
        self.switch = switch
        self.sound = {name: write_tone(folder / f"{name}.wav", *tone) for name, tone in SOUNDS.items()}
        self.happened: list[SwitchEvent] = []

    @asynccontextmanager
    async def following(self) -> AsyncIterator[Self]:
        reading = asyncio.create_task(self._read())
        yield self
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)

    async def _read(self) -> None:
        async for event in self.switch.events():
            self.happened.append(event)

    async def happens(self, event: SwitchEvent) -> None:
        await until(lambda: event in self.happened, lambda: f"{event} did not happen, but {self.happened}")

    async def hear(self, leg: LegId, *what: str) -> None:
        """Waits until the leg hears exactly these: sounds by name, "music", other legs; none is silence."""
        await until(
            lambda: self.hears(leg) == set(what), lambda: f"{leg} hears {self.hears(leg)}, not {what}"
        )

    def endings(self, leg: LegId) -> list[str]:
        return [e.cause for e in self.happened if isinstance(e, LegEnded) and e.leg == leg]

    async def agent_talks(self, phone: str, leg: LegId) -> None:
        """An agent's phone that was rung and answered."""
        await self.register(phone)
        await self.switch.ring(leg, phone, shown="Tier 1, English")
        await self.answers(phone, leg)
        await self.happens(LegAnswered(leg))

    async def caller_talks(self, caller: str = "5550101", *, hear_tty: bool = False) -> LegId:
        leg = await self.dials(caller)
        await self.switch.answer(leg, hear_tty=hear_tty)
        await self.is_through(leg)
        return leg

    @abstractmethod
    async def dials(self, caller: str) -> LegId: ...

    @abstractmethod
    async def is_through(self, leg: LegId) -> None:
        """The caller's telephone says that the call was answered."""

    @abstractmethod
    def hears(self, leg: LegId) -> set[str]: ...

    @abstractmethod
    async def nothing_snoops(self) -> None:
        """Waits until the engine has no channel but the legs, and no bridge but rooms."""

    @abstractmethod
    async def recorded(self, recording: str) -> set[str]:
        """The legs that are to be heard in a recording that is over."""

    @abstractmethod
    async def is_whole(self, recording: str) -> bool:
        """Nothing of it had to be mended."""

    @abstractmethod
    async def hears_a_beep(self, leg: LegId) -> None: ...

    @abstractmethod
    def cannot_play(self, sound: str) -> None:
        """The file of this sound goes."""

    @abstractmethod
    def plays_out(self, leg: LegId) -> None:
        """The prompt comes to its end."""

    @abstractmethod
    async def presses(self, leg: LegId, keys: str) -> None: ...

    @abstractmethod
    def keys_heard(self, leg: LegId) -> str:
        """That were pressed towards the telephone."""

    @abstractmethod
    async def types(self, leg: LegId, text: str) -> None:
        """On a text telephone."""

    @abstractmethod
    async def hangs_up(self, leg: LegId) -> None: ...

    @abstractmethod
    async def register(self, phone: str) -> None: ...

    @abstractmethod
    async def unplug(self, phone: str) -> None: ...

    @abstractmethod
    async def telephone(self, number: str) -> None:
        """Somebody has this number; they answer and reject as agents do."""

    @abstractmethod
    def shown(self, leg: LegId) -> str:
        """The number that the telephone displays, of a call that was answered."""

    @abstractmethod
    async def answers(self, phone: str, leg: LegId) -> None: ...

    @abstractmethod
    async def rejects(self, phone: str) -> None: ...


class TwinPeople(People):
    def __init__(self, folder: Path) -> None:
        self.twin = TwinSwitch()
        self.twin.out_of_service |= {HOME, NOBODYS}
        super().__init__(self.twin, folder)

    async def dials(self, caller: str) -> LegId:
        return self.twin.caller_dials(NUMBER, caller)

    async def is_through(self, leg: LegId) -> None:
        assert any(live.leg == leg and live.answered for live in (await self.twin.live()).legs)

    def hears(self, leg: LegId) -> set[str]:
        match self.twin.hears(leg):
            case "silence":
                return set()
            case "music":
                return {"music"}
            case tuple() as sounds:
                return {sounds[0].stem}
            case others:
                return {self.twin.says(leg) or leg for leg in others}

    async def nothing_snoops(self) -> None:
        """Here there is nothing else."""

    async def recorded(self, recording: str) -> set[str]:
        settled = await self.twin.recordings.settle(recording)
        return {self.twin.recordings.leg_of(recording)} if settled else set()

    async def is_whole(self, recording: str) -> bool:
        settled = await self.twin.recordings.settle(recording)
        return settled is not None and not settled.cut_short

    async def hears_a_beep(self, leg: LegId) -> None:
        assert self.twin.beeps(leg) == 1

    def cannot_play(self, sound: str) -> None:
        self.twin.unplayable.add(self.sound[sound])

    def plays_out(self, leg: LegId) -> None:
        self.twin.finish_playing(leg)

    async def presses(self, leg: LegId, keys: str) -> None:
        self.twin.presses(leg, keys)

    def keys_heard(self, leg: LegId) -> str:
        return self.twin.keys_sent_to(leg)

    async def types(self, leg: LegId, text: str) -> None:
        self.twin.caller_sends_tty(leg)

    async def hangs_up(self, leg: LegId) -> None:
        self.twin.caller_hangs_up(leg)

    async def register(self, phone: str) -> None:
        await self.twin.sign_in(phone, "desk")

    async def unplug(self, phone: str) -> None:
        self.twin.agent_phone_lost(phone)

    async def telephone(self, number: str) -> None:
        self.twin.out_of_service.discard(number)

    def shown(self, leg: LegId) -> str:
        return self.twin.shown(leg) or ""

    async def answers(self, phone: str, leg: LegId) -> None:
        self.twin.agent_answers(self._ringing(phone))

    async def rejects(self, phone: str) -> None:
        self.twin.agent_rejects(self._ringing(phone))

    def _ringing(self, phone: str) -> LegId:
        return (self.twin.ringing | self.twin.dialled)[phone]


class RealPeople(People):
    def __init__(
        self, switch: AsteriskSwitch, caller: Caller, center: str, folder: Path, files: RecordedFiles
    ) -> None:
        super().__init__(switch, folder)
        self.ari = switch.ari
        self.files = files
        self._caller = caller
        self._center = center
        self._dialling: dict[LegId, asyncio.Task[ScriptedCall]] = {}
        self._calls: dict[LegId, ScriptedCall] = {}
        self._phones: dict[str, Phone] = {}
        self._arrived: dict[LegId, tuple[int, float]] = {}
        """Of each leg: how much audio there was, and since when."""

    def follow(self, before: Self) -> None:
        """The same calls at the same telephones, after another application took over."""
        self._calls = before._calls

    async def dials(self, caller: str) -> LegId:
        before = len(self._offers())
        uri = f"sip:{NUMBER}@{self._center}"
        dialling = asyncio.create_task(self._caller.dial(uri, from_user=caller))
        await until(lambda: len(self._offers()) > before, lambda: f"no call was offered: {self.happened}")
        leg = self._offers()[-1].leg
        self._dialling[leg] = dialling
        return leg

    async def is_through(self, leg: LegId) -> None:
        self._talk(leg, await self._dialling[leg])

    def hears(self, leg: LegId) -> set[str]:
        tones = {name: hertz for name, (hertz, _) in SOUNDS.items()}
        tones |= {"beep": BEEP} | dict(zip(self._calls, VOICES, strict=False))
        audio, now = self._calls[leg].audio, time.monotonic()
        length, since = self._arrived.get(leg, (0, now))
        if len(audio) != length:
            self._arrived[leg] = (len(audio), now)
        elif now - since > 0.4:
            return set()  # nothing arrives
        return tones_in(audio, tones)

    async def nothing_snoops(self) -> None:
        async with asyncio.timeout(8):
            while left := await self._beside_the_legs():  # noqa: ASYNC110 (another process does it)
                await asyncio.sleep(0.02)
        assert not left

    async def _beside_the_legs(self) -> list[str]:
        """Channels that are no legs, and bridges that nobody else is in."""
        live = await self.switch.live()
        legs = {leg.leg for leg in live.legs}
        channels, bridges = await self.ari.channels(), await self.ari.bridges()
        left = [bridge.id for bridge in bridges if legs.isdisjoint(bridge.channels)]
        return [*left, *(channel.id for channel in channels if channel.id not in legs)]

    async def recorded(self, recording: str) -> set[str]:
        if await self.files.settle(recording) is None:
            return set()
        audio = np.frombuffer(await self.files.audio(recording, 0, 100 * RATE), dtype="<i2")
        return tones_in(audio, dict(zip(self._calls, VOICES, strict=False)))

    async def is_whole(self, recording: str) -> bool:
        settled = await self.files.settle(recording)
        return settled is not None and not settled.cut_short

    async def hears_a_beep(self, leg: LegId) -> None:
        await self.hear(leg, "beep")

    def cannot_play(self, sound: str) -> None:
        self.sound[sound].unlink()

    def plays_out(self, leg: LegId) -> None:
        """It does so by itself."""

    async def presses(self, leg: LegId, keys: str) -> None:
        await self._calls[leg].press(keys)

    def keys_heard(self, leg: LegId) -> str:
        return self._calls[leg].keys_heard

    async def types(self, leg: LegId, text: str) -> None:
        self._calls[leg].say(baudot.render(text), at_once=True)

    async def hangs_up(self, leg: LegId) -> None:
        await self._calls[leg].hang_up()

    async def register(self, phone: str) -> None:
        self._phones[phone] = await self._caller.register(await self.switch.sign_in(phone, "desk"))

    async def unplug(self, phone: str) -> None:
        await self._phones[phone].unregister()

    async def telephone(self, number: str) -> None:
        self._phones[number] = await self._caller.telephone(number)

    def shown(self, leg: LegId) -> str:
        return self._calls[leg].peer.removeprefix("sip:").partition("@")[0]

    async def answers(self, phone: str, leg: LegId) -> None:
        call = await self._phones[phone].incoming(within=10)
        await call.answer()
        self._talk(leg, call)

    async def rejects(self, phone: str) -> None:
        call = await self._phones[phone].incoming(within=10)
        await call.reject()

    def _talk(self, leg: LegId, call: ScriptedCall) -> None:
        hertz = VOICES[len(self._calls)]
        self._calls[leg] = call
        call.say(tone(hertz, 40.0))

    def _offers(self) -> list[Offered]:
        return [event for event in self.happened if isinstance(event, Offered)]


@asynccontextmanager
async def twin_people(folder: Path) -> AsyncIterator[People]:
    async with TwinPeople(folder).following() as people:
        yield people


@asynccontextmanager
async def real_people(
    engine: Engine, folder: Path, *, kind: type[AsteriskSwitch] = AsteriskSwitch, hold_music: bool = True
) -> AsyncIterator[People]:
    settings = engine.settings
    center = f"127.0.0.1:{settings.ports.sip}"
    ari = AriAddress(engine.ari_url, settings.ari_user, settings.ari_password, settings.app)
    sip = SipAddress("127.0.0.1", settings.ports.sip, f"ws://127.0.0.1:{settings.ports.http}/ws")
    async with (
        kind(ari, sip, line=line_out(settings.trunks), hold_music=hold_music) as switch,
        Caller(listen=settings.trunks[0].port) as caller,
        RealPeople(switch, caller, center, folder, RecordedFiles(engine.recordings)).following() as people,
    ):
        yield people
        await _clear(switch)


async def _clear(switch: Switch) -> None:
    """The engine serves other tests too."""
    live = await switch.live()
    for leg in live.legs:
        await switch.hang_up(leg.leg)


async def until(true: Callable[[], bool], otherwise: Callable[[], str], within: float = 8) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(within):
            while not true():  # noqa: ASYNC110 (another process does it: nothing here could set an event)
                await asyncio.sleep(0.02)
            return
    raise AssertionError(otherwise())
