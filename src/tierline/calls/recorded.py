"""What the state of a call says of its recording."""

from datetime import datetime

import msgspec

from tierline.calls.names import LegId


class Part(msgspec.Struct, frozen=True):
    """One leg's, from `since` on; `seconds` is None while it is under way."""

    name: str
    leg: LegId
    of: str
    since: datetime
    seconds: float | None = None
    cut_short: bool = False
    broke: bool = False


class CallRecording(msgspec.Struct, frozen=True):
    """`agreed` is None until the caller was told. `deleted` once nothing is left of any part."""

    agreed: bool | None = None
    paused: bool = False
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
