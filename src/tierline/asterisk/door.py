"""The door, kept by the dialplan (`etc/extensions.conf`): its bounds are variables there, and so are its
counts."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import structlog

from tierline.asterisk.ari import Ari, AriAddress
from tierline.asterisk.engine import EngineFailed
from tierline.asterisk.turns import reaching
from tierline.ports.door import Admission, Door, TurnedAway
from tierline.ports.switch import SwitchAway

log = structlog.get_logger()


class _Kept(msgspec.Struct, frozen=True):
    """`engine` is the process whose counts were read last, `before` what was turned away until it began."""

    engine: int = 0
    before: TurnedAway = TurnedAway()
    since: TurnedAway = TurnedAway()

    @property
    def total(self) -> TurnedAway:
        return TurnedAway(self.before.told + self.since.told, self.before.refused + self.since.refused)


class AsteriskDoor(Door):
    def __init__(self, own: Ari, file: Path, engine: Callable[[], int]) -> None:
        """`own` is a way to the engine that nothing else waits in, so that the door can be held while the
        other is busy. Counts are kept in `file`; `engine` gives the process that counts now."""
        self._own = own
        self._file = file
        self._engine = engine
        self._kept = self._written = _read(file)

    async def admit(self, most: Admission) -> None:
        with reaching():
            await self._own.set_variable("MOST_IN", str(most.calls))
            await self._own.set_variable("MOST_TOLD", str(most.told))

    async def hold(self, *, held: bool) -> None:
        with reaching():
            await self._own.set_variable("HELD", str(int(time.time())) if held else "0")

    async def pace(self, most: float) -> None:
        with reaching():
            await self._own.set_variable("GAP", str(round(1_000_000 / most)))

    async def came_in(self) -> int:
        with reaching():
            return await self._count("CAME_IN")

    async def turned_away(self) -> TurnedAway:
        with reaching():
            now = TurnedAway(await self._count("TOLD"), await self._count("REFUSED"))
        kept, engine = self._kept, self._process()
        before = kept.before if kept.engine == engine else kept.total
        self._kept = _Kept(engine, before, now)
        if self._kept != self._written:
            await self._write(self._kept)
        return self._kept.total

    def _process(self) -> int:
        try:
            return self._engine()
        except EngineFailed as gone:  # it died just after it answered
            raise SwitchAway(str(gone)) from gone

    async def _write(self, kept: _Kept) -> None:
        try:
            await asyncio.to_thread(_write, self._file, kept)
            self._written = kept
        except OSError as refused:  # the next count brings another try
            log.warning("how many were turned away could not be written down", why=str(refused))

    async def _count(self, name: str) -> int:
        said = await self._own.variable(name)
        return int(said) if said.isdecimal() else 0


@asynccontextmanager
async def asterisk_door(
    engine: AriAddress, file: Path, process: Callable[[], int]
) -> AsyncIterator[AsteriskDoor]:
    own = Ari(engine)
    try:
        yield AsteriskDoor(own, file, process)
    finally:
        await own.disconnect()


def _read(file: Path) -> _Kept:
    """What cannot be read any more was a count, and no call waits for it."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Kept)
    except (FileNotFoundError, msgspec.MsgspecError):
        return _Kept()


def _write(file: Path, kept: _Kept) -> None:
    unfinished = file.with_suffix(".new")
    unfinished.write_bytes(msgspec.json.encode(kept))
    unfinished.replace(file)
