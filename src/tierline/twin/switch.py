"""A switch in memory: commands take effect at once; whoever holds it acts as callers and agents' phones."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Literal

from tierline.calls.names import Attestation, LegId
from tierline.ports.switch import (
    E164,
    EngineLost,
    EngineReady,
    Key,
    LegAnswered,
    LegEnded,
    LegGone,
    Live,
    Offered,
    PlaybackEnded,
    RecordingLost,
    SipLogin,
    SwitchAway,
    SwitchEvent,
    TtyHeard,
)
from tierline.twin.imitating import Imitating
from tierline.twin.legs import ON_HOLD, TwinLeg
from tierline.twin.recordings import TwinRecordings
from tierline.twin.seen import Seen


class TwinSwitch(Seen, Imitating):
    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._names = count(1)
        self._events: asyncio.Queue[SwitchEvent] = asyncio.Queue()
        self._away = False
        self.recordings = TwinRecordings(now)
        self.phones: set[str] = set()
        """Registered phones; here signing in registers at once."""
        self.has_line = True
        """A trunk to the telephone network."""
        self.out_of_service: set[str] = set()
        """Telephone numbers that nobody has."""
        self.unplayable: set[Path] = set()
        """Sounds that cannot be read."""
        self.tells: Callable[[SwitchEvent], Iterable[SwitchEvent]] = lambda event: [event]
        """What the reader of `events` is told when this happens: an engine may repeat itself, or be late."""
        Seen.__init__(self)
        self._happens(EngineReady())

    async def settled(self) -> None:
        """Returns when the reader of `events` has dealt with all of them."""
        await self._events.join()

    # What people do.

    def caller_dials(
        self,
        number: str,
        caller: str | None = None,
        account: str | None = None,
        attestation: Attestation | None = None,
    ) -> LegId:
        leg = LegId(f"caller-{next(self._names)}")
        self._legs[leg] = TwinLeg(leg, number=number, caller=caller, account=account, attestation=attestation)
        self._happens(Offered(leg, number, caller, account, attestation))
        return leg

    def presses(self, leg: LegId, digits: str) -> None:
        for digit in digits:
            self._happens(Key(self._legs[leg].id, digit))

    def caller_sends_tty(self, leg: LegId) -> None:
        """Types something on a text telephone."""
        who = self._legs[leg]
        if who.hear_tty:
            who.hear_tty = False
            self._happens(TtyHeard(leg))

    def finish_playing(self, leg: LegId) -> None:
        who = self._legs[leg]
        assert who.sounds, f"{leg} hears no prompt"
        assert who.playback is not None
        who.sounds = ()
        self._happens(PlaybackEnded(leg, who.playback, who.heard))

    def caller_hangs_up(self, leg: LegId) -> None:
        self._end(leg, "hung_up")

    def agent_answers(self, leg: LegId) -> None:
        who = self._legs[leg]
        assert not who.answered, f"{leg} does not ring any more"
        who.answered = True
        self._happens(LegAnswered(leg))

    def agent_rejects(self, leg: LegId) -> None:
        self._end(leg, "rejected")

    def agent_hangs_up(self, leg: LegId) -> None:
        self._end(leg, "hung_up")

    def agent_phone_lost(self, phone: str) -> None:
        """The browser is closed or the phone unplugged: it is not registered any more, and its legs end."""
        self.phones.discard(phone)
        for leg in [leg for leg in self._legs.values() if leg.phone == phone]:
            self._end(leg.id, "hung_up" if leg.answered else "unreachable")

    # What machines do.

    def recording_breaks(self, recording: str) -> None:
        """The engine can write no more of it; nor any other, until `recordings.full` is over."""
        self._happens(RecordingLost(self.recordings.breaks(recording), recording))

    def connection_breaks(self) -> None:
        """Its calls live on."""
        self._away = True
        self._happens(EngineLost())

    def engine_dies(self) -> None:
        """And with it all calls, rooms and accounts, without a word on any of them."""
        self._legs.clear()
        self._rooms.clear()
        self.recordings.die()
        self.phones.clear()
        self.connection_breaks()

    def engine_returns(self) -> None:
        self._away = False
        self._happens(EngineReady())

    def app_restarts(self) -> None:
        """What happened while no one read the events is not told again."""
        self._events = asyncio.Queue()
        self._happens(EngineReady())

    # The port.

    async def events(self) -> AsyncIterator[SwitchEvent]:
        queue = self._events
        while True:
            event = await queue.get()
            try:
                yield event
            finally:
                queue.task_done()

    async def live(self) -> Live:
        self._reach()
        legs = tuple(leg.live() for leg in self._legs.values())
        return Live(legs, self.recordings.under_way)

    async def answer(self, leg: LegId, *, hear_tty: bool = False) -> None:
        who = self._leg(leg)
        who.answered = True
        if who.hear_tty is None:
            who.hear_tty = hear_tty

    async def play(self, leg: LegId, playback: str, sounds: Sequence[Path]) -> None:
        who = self._leg(leg)
        if who.playback == playback:
            return
        who.playback, who.sounds = playback, tuple(s for s in sounds if s not in self.unplayable)
        who.heard = who.sounds[-1:] == tuple(sounds[-1:])
        if not who.sounds:
            self._happens(PlaybackEnded(leg, playback, who.heard))

    async def stop_playing(self, leg: LegId) -> None:
        self._reach()
        if who := self._legs.get(leg):
            who.sounds = ()

    async def hold(self, leg: LegId) -> None:
        self._move(leg, ON_HOLD)

    async def part(self, leg: LegId) -> None:
        self._move(leg, None)

    async def join(self, room: str, leg: LegId) -> None:
        self._leg(leg)
        self._rooms.add(room)
        self._move(leg, room)

    async def mute(self, leg: LegId, *, muted: bool) -> None:
        self._leg(leg).muted = muted

    async def send_keys(self, leg: LegId, keys: str) -> None:
        self._leg(leg).keys += keys

    async def close(self, room: str) -> None:
        self._reach()
        for leg in self.rooms.get(room, set()):
            self._move(leg, None)
        self._rooms.discard(room)

    async def monitor(self, leg: LegId, target: LegId, *, whisper: bool = False) -> None:
        who, whom = self._leg(leg), self._leg(target)
        self._move(leg, None)
        who.monitors, who.whispers = whom.id, whisper

    async def record(self, leg: LegId, recording: str) -> None:
        self._leg(leg)
        self.recordings.start(leg, recording)

    async def stop_recording(self, recording: str) -> None:
        self._reach()
        self.recordings.stop(recording)

    async def beep(self, leg: LegId) -> None:
        self._leg(leg).beeps += 1

    async def ring(self, leg: LegId, phone: str, *, shown: str) -> None:
        self._reach()
        if leg in self._legs:
            return
        if phone in self.phones:
            self._legs[leg] = TwinLeg(leg, phone=phone, shown=shown)
        else:
            self._happens(LegEnded(leg, "unreachable"))

    async def dial(self, leg: LegId, number: str, *, caller_id: str) -> None:
        self._reach()
        if leg in self._legs:
            return
        if self.has_line and E164.fullmatch(number) and number not in self.out_of_service:
            self._legs[leg] = TwinLeg(leg, dialled=number, shown=caller_id)
        else:
            self._happens(LegEnded(leg, "unreachable"))

    async def hang_up(self, leg: LegId) -> None:
        self._reach()
        if leg in self._legs:
            self._end(leg, "hung_up")

    async def sign_in(self, phone: str, kind: Literal["browser", "desk", "visitor"]) -> SipLogin:
        self._reach()
        self.phones.add(phone)
        return SipLogin(
            f"sip:{phone}@127.0.0.1",
            phone,
            f"password-{next(self._names)}",
            "ws://127.0.0.1/ws",
            "127.0.0.1:5060",
        )

    async def sign_out(self, phone: str) -> None:
        self._reach()
        self.phones.discard(phone)

    # How it works.

    def _happens(self, event: SwitchEvent) -> None:
        for told in self.tells(event):
            self._events.put_nowait(told)

    def _reach(self) -> None:
        if self._away:
            raise SwitchAway("the engine is away")

    def _leg(self, leg: LegId) -> TwinLeg:
        self._reach()
        if leg not in self._legs:
            raise LegGone(leg)
        return self._legs[leg]

    def _move(self, leg: LegId, place: str | None) -> None:
        """Moving ends the prompt that was playing, and listening in; staying changes nothing."""
        who = self._leg(leg)
        who.monitors, who.whispers = None, False
        if who.place != place:
            who.place, who.sounds = place, ()

    def _end(self, leg: LegId, cause: Literal["hung_up", "rejected", "no_answer", "unreachable"]) -> None:
        ended = self._legs.pop(leg)
        self.recordings.leg_ends(leg)
        for other in self._legs.values():
            if other.monitors == leg:
                other.monitors, other.whispers = None, False
        self._happens(LegEnded(leg, cause))
        if (together := ended.voice or ended.voice_of) in self._legs:
            self._end(together, "hung_up")
