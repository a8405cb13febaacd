"""The telephone switch, on Asterisk."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from tierline.asterisk.ari import Ari, AriAddress, Channel, Event, Playback, Recording, Refused
from tierline.asterisk.connection import stay_connected
from tierline.asterisk.legs import (
    EXISTS,
    IMITATED,
    RINGS_FOR,
    RUNG,
    Cause,
    Rung,
    args_of,
    began,
    is_ours,
    is_rung,
    is_voice,
    live,
    offered,
    why_it_ended,
)
from tierline.asterisk.phones import Phones, SipAddress
from tierline.asterisk.prompts import Prompts
from tierline.asterisk.recordings import Recordings, under_way
from tierline.asterisk.rooms import Rooms
from tierline.asterisk.settling import settle
from tierline.asterisk.snooping import Snooping
from tierline.asterisk.snoops import Snoops
from tierline.asterisk.tty import TtyEar
from tierline.asterisk.turns import Turns, reaching, unless_gone
from tierline.calls.names import LegId
from tierline.ports.switch import (
    E164,
    Key,
    LegAnswered,
    LegEnded,
    Live,
    PlaybackEnded,
    SipLogin,
    Switch,
    SwitchEvent,
    TtyHeard,
)


class AsteriskSwitch(Switch):
    """`async with AsteriskSwitch(…) as switch`: connected again after each loss, until the block ends."""

    def __init__(
        self, ari: AriAddress, sip: SipAddress, *, line: str | None = None, hold_music: bool = True
    ) -> None:
        """`line` is the engine's endpoint for calls out (`trunk.line_out`); None where there is none."""
        self.ari = Ari(ari)
        self._line = line
        self._events: asyncio.Queue[SwitchEvent] = asyncio.Queue()
        self._rung: dict[LegId, Rung] = {}
        self._callers: set[LegId] = set()
        self._turns = Turns()
        self._prompts = Prompts(self.ari, lambda *ended: self._tell(PlaybackEnded(*ended)))
        self._rooms = Rooms(self.ari, music=hold_music)
        self._snooping = Snooping(self.ari)
        self._snoops = Snoops(self._snooping, self._rooms)
        self._recordings = Recordings(self.ari, self._snooping, self._tell)
        self._tty = TtyEar(self.ari, lambda leg: self._tell(TtyHeard(leg)))
        self._phones = Phones(self.ari, sip)
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._start(stay_connected(self.ari, self._adopt, self._take, self._tell))
        self._start(settle(self._rooms, self._prompts, self._turns))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.ari.disconnect()

    async def events(self) -> AsyncIterator[SwitchEvent]:
        while True:
            yield await self._events.get()

    async def live(self) -> Live:
        with reaching():
            channels = sorted(await self.ari.channels(), key=began)
        legs = tuple(live(channel, args) for channel in channels if is_ours(args := args_of(channel)))
        return Live(legs, tuple(recorded.name for recorded in under_way(channels)))

    async def answer(self, leg: LegId, *, hear_tty: bool = False) -> None:
        async with self._turns.of(leg):
            await self.ari.answer(leg)
            if hear_tty:
                await self._tty.listen(leg)

    async def play(self, leg: LegId, playback: str, sounds: Sequence[Path]) -> None:
        async with self._turns.of(leg):
            await self._prompts.play(leg, playback, sounds)

    async def stop_playing(self, leg: LegId) -> None:
        async with self._turns.of(leg):
            await self._prompts.silence(leg)

    async def hold(self, leg: LegId) -> None:
        async with self._turns.of(leg):
            if not self._rooms.is_on_hold(leg):
                await self._prompts.silence(leg)
                await self._rooms.hold(leg)
                await self._snoops.end(leg)

    async def part(self, leg: LegId) -> None:
        async with self._turns.of(leg):
            await self._prompts.silence(leg)
            await self._rooms.part(leg)

    async def join(self, room: str, leg: LegId) -> None:
        async with self._turns.of(leg):
            if not self._rooms.is_in(room, leg):
                await self._prompts.silence(leg)
                await self._rooms.enter(room, leg)
                await self._snoops.end(leg)

    async def monitor(self, leg: LegId, target: LegId, *, whisper: bool = False) -> None:
        async with self._turns.of(leg):
            await self._prompts.silence(leg)
            await self._snoops.monitor(leg, target, whisper=whisper)

    async def record(self, leg: LegId, recording: str) -> None:
        async with self._turns.of(leg):
            await self._recordings.start(leg, recording)

    async def stop_recording(self, recording: str) -> None:
        with reaching():
            await self._recordings.stop(recording)

    async def beep(self, leg: LegId) -> None:
        async with self._turns.of(leg):
            await self._prompts.beep(leg)

    async def mute(self, leg: LegId, *, muted: bool) -> None:
        async with self._turns.of(leg):
            await self.ari.mute(leg, muted=muted)

    async def send_keys(self, leg: LegId, keys: str) -> None:
        async with self._turns.of(leg):
            await self.ari.send_keys(leg, keys)

    async def close(self, room: str) -> None:
        with reaching():
            await asyncio.gather(*map(self.stop_playing, self._rooms.legs(room)))
            await self._rooms.close(room)

    async def ring(self, leg: LegId, phone: str, *, shown: str) -> None:
        display = {"CONNECTEDLINE(name,i)": shown, "CONNECTEDLINE(num)": self.ari.app}
        await self._ring(leg, f"PJSIP/{phone}", display)

    async def dial(self, leg: LegId, number: str, *, caller_id: str) -> None:
        if self._line is None or not E164.fullmatch(number):
            self._over(leg, "unreachable")
            return
        await self._ring(leg, f"PJSIP/{number}@{self._line}", {"CONNECTEDLINE(num)": caller_id})

    async def imitate(self, leg: LegId, voice: LegId) -> None:
        await self._ring(leg, IMITATED, {}, far_half=voice)

    async def hang_up(self, leg: LegId) -> None:
        if leg in self._rung:
            self._rung[leg] = "given_up"
        elif leg not in self._callers:
            return
        with reaching(), suppress(Refused):  # 404: gone
            await self.ari.hang_up(leg)

    async def sign_in(self, phone: str, kind: Literal["browser", "desk", "visitor"]) -> SipLogin:
        with reaching():
            return await self._phones.sign_in(phone, kind)

    async def sign_out(self, phone: str) -> None:
        with reaching():
            await self._phones.sign_out(phone)

    async def _ring(
        self, leg: LegId, endpoint: str, display: Mapping[str, str], far_half: LegId | None = None
    ) -> None:
        if leg in self._rung:
            return
        self._rung[leg] = "made"
        with reaching():
            try:
                await self.ari.create(leg, endpoint, args=RUNG, variables=display, far_half=far_half)
            except Refused as refused:
                if refused.status != EXISTS:  # 500 "Allocation failed": not registered, or no such line
                    self._over(leg, "unreachable")

    async def _adopt(self) -> None:
        """Knows again what an earlier connection, or an earlier application, left on the engine."""
        channels = await self.ari.channels()
        bridges = await self.ari.bridges()
        legs = {LegId(channel.id) for channel in channels}
        await self._rooms.adopt(bridges)
        self._tty.adopt(legs)
        self._rung.clear()
        self._callers.clear()
        for channel in channels:
            args = args_of(channel)
            if not is_ours(args):
                continue
            leg = LegId(channel.id)
            self._prompts.adopt(leg)
            if is_rung(args):
                self._rung[leg] = "answered" if channel.state == "Up" else "ringing"
            else:
                self._callers.add(leg)
        await self._snoops.adopt(channels, bridges)
        await self._recordings.adopt(channels)

    def _take(self, event: Event) -> None:
        match event:
            case Event(type="StasisStart", channel=Channel() as channel):
                self._started(channel, event.args)
            case Event(type="ChannelDtmfReceived", channel=Channel() as channel):
                self._tell(Key(LegId(channel.id), event.digit))
            case Event(type="ChannelToneDetected", channel=Channel() as channel):
                self._start(unless_gone(self._tty.heard_tone(LegId(channel.id))))
            case Event(type="PlaybackFinished", playback=Playback() as playback):
                self._prompts.finished(playback.id, heard=playback.state != "failed")
            case Event(type="RecordingFinished" | "RecordingFailed", recording=Recording(name=name)):
                self._start(self._recordings.over(name))
            case Event(type="ChannelStateChange", channel=Channel(state="Up") as channel):
                self._is_up(LegId(channel.id))
            case Event(type="ChannelHangupRequest", channel=Channel() as channel):
                self._prompts.forget(LegId(channel.id))  # cut short, not played out
            case Event(type="StasisEnd", channel=Channel() as channel):
                self._left(LegId(channel.id))
            case Event(type="ChannelDestroyed", channel=Channel() as channel):
                self._destroyed(LegId(channel.id), event)

    def _started(self, channel: Channel, args: tuple[str, ...]) -> None:
        if is_rung(args):
            self._start(self._made(LegId(channel.id)))
        elif is_voice(args):  # both halves are there: the caller is on the line
            self._callers.add(LegId(channel.id))
            self._start(unless_gone(self.ari.answer(channel.id)))
        elif is_ours(args):
            call = offered(channel, args)
            self._callers.add(call.leg)
            self._tell(call)
        else:
            self._snooping.started(channel.id)

    async def _made(self, leg: LegId) -> None:
        """It may have been given up while the engine made it, when there was nothing to hang up yet."""
        match self._rung.get(leg):
            case "made":
                self._rung[leg] = "ringing"
                await unless_gone(self.ari.dial(leg, seconds=RINGS_FOR))
            case "given_up" | None:
                await unless_gone(self.ari.hang_up(leg))

    def _is_up(self, leg: LegId) -> None:
        if self._rung.get(leg) == "ringing":
            self._rung[leg] = "answered"
            self._tell(LegAnswered(leg))

    def _left(self, leg: LegId) -> None:
        """Nobody leaves the application but by hanging up; of a caller nothing more is told."""
        if leg in self._callers or self._rung.get(leg) in ("answered", "given_up"):
            self._over(leg, "hung_up")

    def _destroyed(self, leg: LegId, event: Event) -> None:
        self._left(leg)
        if leg in self._rung:
            self._over(leg, why_it_ended(event.cause, event.tech_cause))

    def _over(self, leg: LegId, cause: Cause) -> None:
        self._callers.discard(leg)
        self._rung.pop(leg, None)
        self._prompts.forget(leg)
        self._tty.forget(leg)
        self._start(self._turns.last(leg, self._rooms.gone))
        self._start(self._snoops.gone(leg))
        self._start(self._recordings.gone(leg))
        self._tell(LegEnded(leg, cause))

    def _tell(self, event: SwitchEvent) -> None:
        self._events.put_nowait(event)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
