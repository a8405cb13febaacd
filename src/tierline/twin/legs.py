"""A leg of the switch in memory."""

from pathlib import Path

import msgspec

from tierline.calls.names import Attestation, LegId
from tierline.ports.switch import LiveLeg

ON_HOLD = "on hold"


class TwinLeg(msgspec.Struct):
    id: LegId
    number: str | None = None
    caller: str | None = None
    account: str | None = None
    attestation: Attestation | None = None
    phone: str | None = None
    dialled: str | None = None
    """The telephone number that we rang."""
    shown: str | None = None
    answered: bool = False
    hear_tty: bool | None = None
    """Whether TTY tones are still to be told; None before the answer."""
    place: str | None = None
    """A room's name, or `on hold`; None where there is neither."""
    playback: str | None = None
    """The last `play`, over or not: its repetition changes nothing."""
    sounds: tuple[Path, ...] = ()
    heard: bool = True
    """Whether the last of what it plays can be played."""
    muted: bool = False
    keys: str = ""
    """That were pressed towards it."""
    monitors: LegId | None = None
    """The leg that this one listens in on, until it moves or that one is gone."""
    whispers: bool = False
    """To the leg that it monitors."""
    beeps: int = 0
    voice: LegId | None = None
    """Of an imitated caller: the leg to which is played what they say."""
    voice_of: LegId | None = None

    def live(self) -> LiveLeg:
        return LiveLeg(self.id, self.number, self.caller, self.account, self.answered, self.attestation)
