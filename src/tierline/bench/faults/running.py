"""A fault run: a center, people outside, and so many kills."""

import asyncio
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from tierline.bench.calls.agency import agents, give_passwords, write_agency
from tierline.bench.calls.duty import Duty
from tierline.bench.calls.peer import ari
from tierline.bench.center import BenchCenter, bench_center
from tierline.bench.faults.checking import verdict
from tierline.bench.faults.killing import Killing
from tierline.bench.faults.outside_log import OutsideLog
from tierline.bench.faults.people import People
from tierline.bench.phones.agents import AgentPhones
from tierline.bench.phones.callers import Callers

AGENTS, LINES = 5, 12
BETWEEN = 3.0
"""Seconds at the most from one fault's end to the next."""
CALM = 4.0
"""Seconds of ordinary work before the first and after the last."""
CLEARED_WITHIN = 60.0
"""Seconds after which nothing may be left: a phone that died in conversation is noticed after 30."""

Tell = Callable[[str], None]


class Faults(msgspec.Struct, frozen=True):
    """`leftovers` are channels and bridges on the engine when everybody has gone."""

    kills: int
    calls: int
    lost: int
    doubled: int
    age_resets: int
    leftovers: int

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.age_resets or self.leftovers)


def faults(state: Path, kills: int, seed: int, keep_log: Path | None, tell: Tell) -> Faults:
    """The same `seed` kills the same parts in the same order. Raises NotStarted, TimeoutError,
    httpx.HTTPError."""

    def prepare(var: Path) -> None:
        asyncio.run(give_passwords(var / "tierline.db", agents(AGENTS)))

    with tempfile.TemporaryDirectory() as folder:
        agency = write_agency(Path(folder) / "agency", AGENTS, ring_seconds=4)
        with bench_center(agency, state, prepare=prepare) as center:
            return asyncio.run(_run(center, kills, seed, keep_log, tell))


async def _run(center: BenchCenter, kills: int, seed: int, keep_log: Path | None, tell: Tell) -> Faults:
    # Two, so that the order of the kills does not hang on when people rang.
    theirs, chance = random.Random(seed), random.Random(seed)  # noqa: S311 - no secret
    log = OutsideLog()
    callers = Callers(center.sip, "127.0.0.1", center.number, always=True)
    phones = AgentPhones(center.sip, "127.0.0.1", always=True)
    await asyncio.gather(callers.open(), phones.open())
    try:
        async with Duty(center.url, phones) as duty:
            people = People(callers, phones, duty, log, LINES, theirs)
            await people.come(AGENTS)
            await asyncio.sleep(CALM)
            killing = Killing(center, people, log, chance)
            for nth in range(1, kills + 1):
                tell(f"{nth} of {kills}: {await killing.once()}")
                await asyncio.sleep(chance.uniform(0, BETWEEN))
            await asyncio.sleep(CALM)
            await people.go()
            left = await _left_over(center)
    finally:
        await asyncio.gather(callers.close(), phones.close())
        if keep_log:
            log.write(keep_log)
    found = verdict(log)
    return Faults(kills, found.calls, found.lost, found.doubled, found.age_resets, len(left))


async def _left_over(center: BenchCenter) -> list[str]:
    """Once it is nothing, or has been given its time."""
    end = time.monotonic() + CLEARED_WITHIN
    while True:
        left = _on_engine(center)
        if not left or time.monotonic() > end:
            return left
        await asyncio.sleep(0.5)


def _on_engine(center: BenchCenter) -> list[str]:
    with ari(center) as engine:
        found = [engine.get(kind).raise_for_status().json() for kind in ("channels", "bridges")]
    return [one["id"] for kind in found for one in kind]
