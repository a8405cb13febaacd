"""The two sides, made ready in turn: the center's queue and the engine's `app_queue`."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from random import Random

import httpx

from tierline.bench.calls import peer
from tierline.bench.calls.duty import Duty
from tierline.bench.calls.scene import Scene
from tierline.bench.center import BenchCenter
from tierline.bench.phones.agents import AgentPhones
from tierline.bench.phones.callers import Callers

LOOKS_AGAIN = 5.0
"""Seconds."""
SETTLES = 1.0
"""Seconds between one side's last call and the other's first."""


class Sides:
    """`async with both_sides(center, agents) as sides`."""

    def __init__(self, center: BenchCenter, phones: AgentPhones, duty: Duty) -> None:
        self.center = center
        self._phones = phones
        self._duty = duty
        self._seed = 0

    @asynccontextmanager
    async def ours(self, agents: int) -> AsyncIterator[Scene]:
        """With so many agents who are ready."""
        async with self._scene("127.0.0.1", self.center.number) as scene:
            await self._duty.ready(range(agents))
            staying = asyncio.create_task(self._stay_ready(range(agents)))
            try:
                yield scene
            finally:
                staying.cancel()
        await asyncio.sleep(SETTLES)
        await self._duty.not_ready(range(agents))

    async def _stay_ready(self, agents: range) -> None:
        """On a busy machine a phone may miss a call, whereupon its agent is taken for gone until they say
        otherwise: whoever has no call at two looks does."""
        free: set[int] = set()
        while True:
            await asyncio.sleep(LOOKS_AGAIN)
            before, free = free, set(agents) - {leg.nth for leg in self._phones.legs.values()}
            for agent in before & free:
                with suppress(httpx.HTTPError):  # being presented a call just now, or no answer
                    await self._duty.ready([agent])

    @asynccontextmanager
    async def theirs(self, agents: int) -> AsyncIterator[Scene]:
        peer.on_duty(self.center, agents)
        async with self._scene(peer.CALLS_FROM, peer.QUEUE) as scene:
            yield scene
        await asyncio.sleep(SETTLES)
        peer.on_duty(self.center, 0)

    @asynccontextmanager
    async def plain(self, number: str) -> AsyncIterator[Scene]:
        """Callers who only wait."""
        async with self._scene(peer.CALLS_FROM, number) as scene:
            yield scene
        await asyncio.sleep(SETTLES)

    @asynccontextmanager
    async def _scene(self, host: str, number: str) -> AsyncIterator[Scene]:
        self._seed += 1
        callers = Callers(self.center.sip, host, number)
        await callers.open()
        scene = Scene(callers, self._phones, Random(self._seed // 2))  # noqa: S311 - no secret
        try:
            yield scene
            await scene.clear()
        finally:
            scene.close()
            await callers.close()


@asynccontextmanager
async def both_sides(center: BenchCenter, agents: int, tell: Callable[[str], None]) -> AsyncIterator[Sides]:
    """At a running center that has so many agents. Raises httpx.HTTPError."""
    phones = AgentPhones(center.sip, "127.0.0.1")
    await phones.open()
    try:
        peer.prepare_engine(center, phones.address, agents)
        tell(f"{agents} agents sign in")
        async with Duty(center.url, phones) as duty:
            await duty.sign_in(range(agents))
            yield Sides(center, phones, duty)
    finally:
        await phones.close()
