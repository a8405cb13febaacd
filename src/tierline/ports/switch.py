"""The telephone switch: legs (one channel each), rooms (legs that hear each other), prompts and keys.

Every command may be repeated: a second one with the same ids changes nothing. A leg that is gone raises
`LegGone`, which is normal life (people hang up); `SwitchAway` means the engine does not answer.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from tierline.calls.names import Attestation, LegId

E164 = re.compile(r"\+[1-9][0-9]{6,14}")
"""ITU-T E.164: what a line is asked for, and nothing else."""


class LegGone(Exception):
    """The leg hung up before the command reached it."""


class SwitchAway(Exception):
    """The engine does not answer."""


class RecordingFailed(Exception):
    """The engine does not record: its disk may be full. The leg goes on."""


class Offered(msgspec.Struct, frozen=True):
    """A new caller rings. `account` names the phone it came from if it is one of ours (a trial phone), else
    None. `attestation` is what the network says of `caller`, where it says anything."""

    leg: LegId
    number: str
    caller: str | None
    account: str | None = None
    attestation: Attestation | None = None


class Key(msgspec.Struct, frozen=True):
    """A key of the caller's or agent's keypad: 0-9, *, #."""

    leg: LegId
    digit: str


class PlaybackEnded(msgspec.Struct, frozen=True):
    """All sounds of one `play` are over (not sent for one that was stopped or superseded). `heard` is False
    where the switch could not play the last of them."""

    leg: LegId
    playback: str
    heard: bool = True


class TtyHeard(msgspec.Struct, frozen=True):
    """The caller's telephone sends the tones of a text telephone (TTY, US Baudot). Told once for each leg,
    and only where `answer` asked for it."""

    leg: LegId


class RecordingLost(msgspec.Struct, frozen=True):
    """The engine could not go on with the recording of a leg that goes on itself."""

    leg: LegId
    recording: str


class LegAnswered(msgspec.Struct, frozen=True):
    leg: LegId


class LegEnded(msgspec.Struct, frozen=True):
    leg: LegId
    cause: Literal["hung_up", "rejected", "no_answer", "unreachable"]


class EngineLost(msgspec.Struct, frozen=True):
    """The connection to the engine broke. Its calls may still live: `EngineReady` tells."""


class EngineReady(msgspec.Struct, frozen=True):
    """Connected (again); ask `live()` which legs there are."""


SwitchEvent = (
    Offered
    | Key
    | PlaybackEnded
    | TtyHeard
    | RecordingLost
    | LegAnswered
    | LegEnded
    | EngineLost
    | EngineReady
)


class LiveLeg(msgspec.Struct, frozen=True):
    leg: LegId
    number: str | None
    """The number dialled, for a caller's leg; None for a leg that we rang or dialled."""
    caller: str | None
    account: str | None
    answered: bool
    attestation: Attestation | None = None

    def offered(self) -> Offered | None:
        """The caller as they rang; None for a leg that we rang or dialled."""
        if self.number is None:
            return None
        return Offered(self.leg, self.number, self.caller, self.account, self.attestation)


class Live(msgspec.Struct, frozen=True):
    """What exists on the engine at this moment."""

    legs: tuple[LiveLeg, ...]
    """Who came first is first: an application that knew nothing of those who rang can serve them in order."""
    recordings: tuple[str, ...] = ()
    """Under way."""


class SipLogin(msgspec.Struct, frozen=True):
    """What a phone needs to register: `websocket` for a browser, `registrar` (host:port) for a desk phone."""

    uri: str
    user: str
    password: str
    websocket: str
    registrar: str


class Switch(ABC):
    @abstractmethod
    def events(self) -> AsyncIterator[SwitchEvent]:
        """All events in the engine's order, across reconnections, for ever. One reader."""

    @abstractmethod
    async def live(self) -> Live:
        """Legs and recordings that exist now."""

    @abstractmethod
    async def answer(self, leg: LegId, *, hear_tty: bool = False) -> None:
        """A caller's leg. With `hear_tty` its `TtyHeard` may come at any time from now on, also while a
        prompt plays, in a room or on hold."""

    @abstractmethod
    async def play(self, leg: LegId, playback: str, sounds: Sequence[Path]) -> None:
        """Plays WAV files one after the other to this leg alone, in whatever room or on hold it is;
        supersedes what it was playing. Keys are still heard; a room does not hear the leg meanwhile, nor it
        the room. `PlaybackEnded(leg, playback)` follows when the last one is over. Moving the leg (`hold`,
        `part`, `join`, `close`) ends it like `stop_playing`."""

    @abstractmethod
    async def stop_playing(self, leg: LegId) -> None:
        """Silence at once; nothing playing is fine."""

    @abstractmethod
    async def hold(self, leg: LegId) -> None:
        """Takes the leg out of its room, to music (to silence, where the center has none). Others in the room
        are not heard any more, nor hear it."""

    @abstractmethod
    async def part(self, leg: LegId) -> None:
        """Out of its room, or off hold: alive, alone, and in silence."""

    @abstractmethod
    async def join(self, room: str, leg: LegId) -> None:
        """Into the room (made if need be), out of any other or off hold."""

    @abstractmethod
    async def mute(self, leg: LegId, *, muted: bool) -> None:
        """Nobody hears a muted leg, in whatever room it is or comes to, until it is muted no more. It hears
        everything, and its keys are told."""

    @abstractmethod
    async def send_keys(self, leg: LegId, keys: str) -> None:
        """Presses keys (0-9, *, #) towards the telephone at the other end of the leg, some a second, as its
        own keypad would. Returns when the engine has taken them. Not to be repeated: that presses them
        again."""

    @abstractmethod
    async def close(self, room: str) -> None:
        """Ends the room; legs in it live on. A room that does not exist is fine; one that all have left has
        ended by itself."""

    @abstractmethod
    async def monitor(self, leg: LegId, target: LegId, *, whisper: bool = False) -> None:
        """Takes a supervisor's leg out of any room or off hold, to hear `target` and all whom `target` hears,
        wherever `target` goes, and to be heard by nobody; with `whisper`, by `target` alone, who may not hear
        it while nobody else speaks to them (alone in a room). With another target, or the other `whisper`, it
        changes to that. Lasts until the leg moves (`join`, `hold`) or one
        of the two is gone; without its target the leg stays, in silence. Raises LegGone for either."""

    @abstractmethod
    async def record(self, leg: LegId, recording: str) -> None:
        """What the leg says, whatever it hears and wherever it is, into a recording of this name (letters,
        digits, `-`), until it is stopped or the leg ends. Raises RecordingFailed; a recording that fails
        later is told by `RecordingLost`."""

    @abstractmethod
    async def stop_recording(self, recording: str) -> None:
        """Returns when it is whole; one that is over, or that there never was, is fine."""

    @abstractmethod
    async def beep(self, leg: LegId) -> None:
        """A short tone to this leg alone, in whatever room; for its moment as with `play`, and nothing is
        told of its end."""

    @abstractmethod
    async def ring(self, leg: LegId, phone: str, *, shown: str) -> None:
        """Rings one of our phones, as a new leg of the given id; `shown` is what its display says. Returns at
        once; then `LegAnswered` or `LegEnded`. A phone that is not registered: `LegEnded(leg,
        "unreachable")`, never an exception."""

    @abstractmethod
    async def dial(self, leg: LegId, number: str, *, caller_id: str) -> None:
        """Rings a telephone by the line, as a new leg of the given id; both numbers are E.164, `caller_id` is
        the one that is shown. Returns at once; then as with `ring`, where a busy or declining telephone is
        `rejected`. Without a line, or with anything else for a number: `LegEnded(leg, "unreachable")`, never
        an exception. Who may be rung at all is decided before (`calls.dialling`)."""

    @abstractmethod
    async def imitate(self, leg: LegId, voice: LegId) -> None:
        """A caller who does not exist, as two new legs of the given ids: whoever is with `leg`, a leg like
        any other, hears what is played to `voice`. Returns at once; then `LegAnswered(leg)`, when both can be
        used. They end together, and the end of each is told."""

    @abstractmethod
    async def hang_up(self, leg: LegId) -> None:
        """Ends the leg; one that is gone is fine."""

    @abstractmethod
    async def sign_in(self, phone: str, kind: Literal["browser", "desk", "visitor"]) -> SipLogin:
        """Makes (or renews, with a new password) the account of an agent's phone, or of a visitor's that may
        only call the center. Accounts die with the engine: sign in again after `EngineReady`."""

    @abstractmethod
    async def sign_out(self, phone: str) -> None:
        """Removes the account; one that does not exist is fine."""
