"""A center whose application, and then its engine, is killed while everybody is at their desk."""

import asyncio
import os
import signal
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import msgspec

from tierline.bench.calls.agency import agents, give_passwords, write_agency
from tierline.bench.calls.duty import Duty
from tierline.bench.center import BenchCenter, bench_center
from tierline.bench.faults.killing import another_runs
from tierline.bench.phones.agents import AgentPhones
from tierline.bench.phones.callers import Callers
from tierline.bench.phones.leg import Leg
from tierline.bench.storm.screens import Screens
from tierline.open_files import let_open_files

IN_CONVERSATION = 20
WITHIN = 180.0
"""Seconds in which everybody is back."""

Tell = Callable[[str], None]


class Back(msgspec.Struct, frozen=True):
    """Seconds from the kill: until a new process was `ready`, until half of all were back and the `last` was,
    and until a caller who rang when the new process was ready was `presented`."""

    ready: float
    half: float
    last: float
    presented: float


class Storm(msgspec.Struct, frozen=True):
    """`screens` after the application was killed, `phones` after the engine was. `cut_off` are callers in
    conversation whom the application's death ended."""

    agents: int
    screens: Back
    phones: Back
    cut_off: int


def storm(state: Path, count: int, tell: Tell) -> Storm:
    """Raises NotStarted, TimeoutError, httpx.HTTPError."""

    def prepare(var: Path) -> None:
        asyncio.run(give_passwords(var / "tierline.db", agents(count)))

    with tempfile.TemporaryDirectory() as folder:
        agency = write_agency(Path(folder) / "agency", count)
        with bench_center(agency, state, prepare=prepare) as center:
            return asyncio.run(_run(center, count, tell))


async def _run(center: BenchCenter, count: int, tell: Tell) -> Storm:
    let_open_files()
    callers, phones = Callers(center.sip, "127.0.0.1", center.number), AgentPhones(center.sip, "127.0.0.1")
    await asyncio.gather(callers.open(), phones.open())
    try:
        tell(f"{count} agents sign in")
        async with Duty(center.url, phones) as duty:
            await duty.sign_in(range(count))
            async with Screens(center.url, duty.sessions) as screens:
                await screens.all_seen(WITHIN)
                await duty.ready(range(count))
                return await _Storms(center, callers, phones, duty, screens, count, tell).both()
    finally:
        await asyncio.gather(callers.close(), phones.close())


class _Storms:
    def __init__(
        self,
        center: BenchCenter,
        callers: Callers,
        phones: AgentPhones,
        duty: Duty,
        screens: Screens,
        count: int,
        tell: Tell,
    ) -> None:
        self._center, self._callers, self._phones = center, callers, phones
        self._duty, self._screens = duty, screens
        self._count = count
        self._tell = tell

    async def both(self) -> Storm:
        talking = await self._conversations(min(IN_CONVERSATION, self._count // 2))
        self._tell("the application is killed")
        screens = await self._after(self._kill_the_application, self._screens_back)
        cut_off = sum(leg.over.is_set() for leg in talking)
        self._tell("the engine is killed")
        phones = await self._after(self._kill_the_engine, self._phones_back)
        return Storm(self._count, screens, phones, cut_off)

    async def _after(
        self, kill: Callable[[], Awaitable[None]], back: Callable[[], Awaitable[list[float]]]
    ) -> Back:
        began = time.monotonic()
        await kill()
        ready = time.monotonic()
        all_back, presented = await asyncio.gather(back(), self._presented())
        half, last = all_back[len(all_back) // 2], all_back[-1]
        return Back(*(round(at - began, 2) for at in (ready, half, last, presented)))

    async def _kill_the_application(self) -> None:
        self._center.kill()
        self._screens.forget()
        await asyncio.to_thread(self._center.start)

    async def _screens_back(self) -> list[float]:
        return await self._screens.all_seen(WITHIN)

    async def _kill_the_engine(self) -> None:
        killed = self._center.engine.pid
        os.kill(killed, signal.SIGKILL)
        self._callers.forget_all()
        self._phones.forget_all()
        async with asyncio.timeout(WITHIN):
            await another_runs(self._center.var, killed)

    async def _phones_back(self) -> list[float]:
        """It knows none of them any more: each gets a new account, and registers."""
        async with asyncio.timeout(WITHIN):
            return sorted(await asyncio.gather(*map(self._phone_back, range(self._count))))

    async def _phone_back(self, agent: int) -> float:
        while True:
            try:
                await self._duty.plug_in(agent)
            except (httpx.HTTPError, TimeoutError):  # the engine is not there yet, or too many are before
                await asyncio.sleep(0.25)
            else:
                return time.monotonic()

    async def _conversations(self, count: int) -> list[Leg]:
        """Raises TimeoutError."""
        legs = [self._callers.dial(nth) for nth in range(count)]
        async with asyncio.timeout(WITHIN):
            for leg in legs:
                await leg.news.wait()
        return legs

    async def _presented(self) -> float:
        """When a phone rings for somebody who rings now, and again where nobody takes the call."""
        rung: list[float] = []
        ring: Callable[[int], None] = lambda _: rung.append(time.monotonic())  # noqa: E731
        self._phones.on_rung.append(ring)
        leg = self._callers.dial(self._count)
        try:
            async with asyncio.timeout(WITHIN):
                while not rung:
                    if leg.over.is_set():
                        leg = self._callers.dial(self._count)
                    await asyncio.sleep(0.02)
        finally:
            self._phones.on_rung.remove(ring)
        return rung[0]
