"""What is killed, and how it comes back."""

import asyncio
import os
import signal
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from tierline.bench.center import BenchCenter, running_engine
from tierline.bench.faults.outside_log import OutsideLog
from tierline.bench.faults.people import People

WEIGHTS = (4, 3, 1, 1, 1)
"""How often each is chosen: the two processes more often than all else."""

BACK_WITHIN = 60.0
"""Seconds."""


class Killing:
    """Each kind of fault, by name. A `kill` and a `back` are written down for each."""

    def __init__(self, center: BenchCenter, people: People, log: OutsideLog, chance: Random) -> None:
        self._center = center
        self._people = people
        self._log = log
        self._chance = chance
        self._ways: dict[str, Callable[[], Awaitable[None]]] = {
            "application": self._application,
            "engine": self._engine,
            "phone": self._phone,
            "database locked": self._database_locked,
            "database away": self._database_away,
        }

    async def once(self) -> str:
        """Anything, and until it is back. What it was. Raises NotStarted, TimeoutError."""
        [part] = self._chance.choices(list(self._ways), WEIGHTS)
        self._log.add("kill", part=part)
        await self._ways[part]()
        self._log.add("back", part=part)
        return part

    async def _application(self) -> None:
        self._center.kill()
        await asyncio.sleep(self._chance.uniform(0, 2))
        await asyncio.to_thread(self._center.start)

    async def _engine(self) -> None:
        killed = self._center.engine.pid
        os.kill(killed, signal.SIGKILL)
        self._people.engine_was_killed()
        async with asyncio.timeout(BACK_WITHIN):
            await another_runs(self._center.var, killed)
        await self._people.plug_in()

    async def _phone(self) -> None:
        agent = self._people.phone_dies()
        await asyncio.sleep(self._chance.uniform(0, 5))
        await self._people.phone_lives(agent)

    async def _database_locked(self) -> None:
        with closing(sqlite3.connect(self._database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(self._chance.uniform(0, 4))
            other.execute("ROLLBACK")

    async def _database_away(self) -> None:
        elsewhere = self._database.with_suffix(".elsewhere")
        self._database.rename(elsewhere)
        await asyncio.sleep(self._chance.uniform(0, 4))
        elsewhere.rename(self._database)

    @property
    def _database(self) -> Path:
        return self._center.var / "tierline.db"


async def another_runs(var: Path, killed: int) -> None:
    """Waits for the engine after the one that was killed."""
    while True:
        with suppress(FileNotFoundError):
            if running_engine(var).pid != killed:
                return
        await asyncio.sleep(0.05)
