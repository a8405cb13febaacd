"""What the state of a call says of its recording."""

from datetime import datetime

import msgspec

from tierline.calls.names import AgentId, LegId


class Part(msgspec.Struct, frozen=True):
    """One leg's, from `since` on; `seconds` is None while it is under way."""

    name: str
    leg: LegId
    of: str
    since: datetime
    seconds: float | None = None
    cut_short: bool = False
    broke: bool = False


class Asking(msgspec.Struct, frozen=True):
    """An agent asked, then, for something that is not to be recorded."""

    agent: AgentId
    at: datetime


class CallRecording(msgspec.Struct, frozen=True):
    """`agreed` is None until the caller was told. `silent_for` what is asked for without a recording, until
    the conversation goes on. `deleted` once nothing is left of any part."""

    agreed: bool | None = None
    paused: bool = False
    silent_for: Asking | None = None
    parts: tuple[Part, ...] = ()
    deleted: bool = False

    @property
    def under_way(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.seconds is None)

    @property
    def kept(self) -> tuple[Part, ...]:
        """Those that can be heard."""
        return () if self.deleted else tuple(part for part in self.parts if part.seconds)

    def part(self, name: str) -> Part | None:
        return next((part for part in self.parts if part.name == name), None)
