"""Each measure on both sides in turn, and again: what changes on the machine meanwhile meets both."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import msgspec

from tierline.asterisk.settling import SETTLES
from tierline.bench.calls import peer
from tierline.bench.calls.figures import Calls, out_of_order, p50_ms, p99_ms
from tierline.bench.calls.scene import Scene, Stuck
from tierline.bench.calls.sides import Sides
from tierline.bench.processor import seconds_of

ROUNDS = 2
ANSWERED = 60.0
"""Seconds in which every agent gets the first caller."""

SETTLED = SETTLES + 10
"""Seconds after the last of the idle callers has come, by which our switch has given each a place to wait."""

CLEARLY_APART = 0.03
"""Seconds between two callers of whom everybody knows who came first: the engine takes calls in several
threads."""

Tell = Callable[[str], None]
Side = Callable[[int], AbstractAsyncContextManager[Scene]]


class Size(msgspec.Struct, frozen=True):
    """`waiting` callers behind `agents` in conversation, of whom `freed_a_second` become free; `burst` of
    `in_bursts` callers at a time; `with_music` callers who hear some; `rush` agents at the two sizes, before
    the same `waiting`. `seconds` for each side of each measure."""

    waiting: int = 1_000
    agents: int = 100
    freed_a_second: float = 8.0
    in_bursts: int = 300
    burst: int = 20
    with_music: int = 200
    rush: tuple[int, int] = (200, 400)
    seconds: float = 20.0

    @property
    def staff(self) -> int:
        return max(self.agents, self.burst, *self.rush)


class Measuring:
    def __init__(self, sides: Sides, size: Size, tell: Tell) -> None:
        self._sides = sides
        self._size = size
        self._tell = tell
        self._cut_off = 0
        self._doing = ""

    async def all(self, music: float) -> Calls:
        """`music` is what was measured already: `idle` with music. Raises Stuck, httpx.HTTPError."""
        try:
            return await self._all(music)
        except Stuck as stuck:
            raise Stuck(f"{self._doing}: {stuck}") from stuck

    async def _all(self, music: float) -> Calls:
        took = await self._assigning()
        orders = [await self._order(side) for side in (self._sides.ours, self._sides.theirs)]
        answered = await self._answering()
        silent = await self.idle(self._size.waiting, peer.QUEUE)
        return Calls(
            assign_p50_ms=p50_ms(took[0]),
            assign_p99_ms=p99_ms(took[0]),
            peer_assign_p50_ms=p50_ms(took[1]),
            peer_assign_p99_ms=p99_ms(took[1]),
            out_of_order=orders[0],
            peer_out_of_order=orders[1],
            idle_cpu_ratio=max(silent, music),
            idle_cpu_ratio_music=music,
            idle_cpu_ratio_silent=silent,
            answered_per_s=min(answered[0].values()),
            answered_per_s_by_agents=answered[0],
            peer_answered_per_s_by_agents=answered[1],
            cut_off=self._cut_off,
        )

    async def _assigning(self) -> tuple[list[float], list[float]]:
        size, both = self._size, (self._sides.ours, self._sides.theirs)
        took: tuple[list[float], list[float]] = ([], [])
        for nth in range(ROUNDS):
            for side, into in zip(both, took, strict=True):
                self._say("agent free to INVITE", side, f"{size.waiting} waiting, {size.agents} agents")
                async with side(size.agents) as scene:
                    await self._all_talk(scene, size.agents, size.waiting)
                    await scene.at_random(size.seconds / ROUNDS, size.freed_a_second)
                    into.extend(scene.took)
                    self._count(side, scene)
                self._tell(f"  round {nth + 1}: p50 {p50_ms(into)} ms, p99 {p99_ms(into)} ms")
        return took

    async def _order(self, side: Side) -> int:
        size = self._size
        self._say("order", side, f"{size.in_bursts} callers, {size.burst} agents freed at a time")
        async with side(size.burst) as scene:
            await self._all_talk(scene, size.burst, size.in_bursts, CLEARLY_APART)
            bursts = await scene.in_bursts(size.burst)
            self._count(side, scene)
            return out_of_order([[leg.nth for leg in burst] for burst in bursts])

    async def _answering(self) -> tuple[dict[str, float], dict[str, float]]:
        """Up and down again: an engine that has run for a while is slower, and both sizes are to meet it."""
        size, both = self._size, (self._sides.ours, self._sides.theirs)
        rates: tuple[dict[str, float], dict[str, float]] = ({}, {})
        for agents in (*size.rush, *reversed(size.rush)):
            for side, into in zip(both, rates, strict=True):
                self._say("answered a second", side, f"{size.waiting} waiting, {agents} agents")
                async with side(agents) as scene:
                    await self._all_talk(scene, agents, size.waiting)
                    rate = await scene.rush(size.seconds / ROUNDS)
                    into[str(agents)] = round(into.get(str(agents), 0.0) + rate / ROUNDS, 1)
                    self._count(side, scene)
        return rates

    async def idle(self, callers: int, plainly: str) -> float:
        """Processor time while they wait in our queue, by that while they wait `plainly`, from when they are
        `SETTLED`. Raises Stuck, httpx.HTTPError."""
        spent = []
        for side in (self._sides.ours(0), self._sides.plain(plainly)):
            self._doing = f"idle: {callers} callers wait ({plainly})"
            self._tell(self._doing)
            async with side as scene:
                await scene.line_up(callers)
                await asyncio.sleep(SETTLED)
                before = self._spent()
                await asyncio.sleep(self._size.seconds)
                spent.append(self._spent() - before)
        return round(spent[0] / max(spent[1], 0.01), 2)

    async def _all_talk(self, scene: Scene, agents: int, waiting: int, gap: float = 0.005) -> None:
        await scene.line_up(agents + waiting, gap)
        await scene.until(
            lambda: len(scene.talking) == agents, f"all {agents} agents have a caller", ANSWERED
        )

    def _spent(self) -> float:
        center = self._sides.center
        return seconds_of(center.pid) + seconds_of(center.engine.pid)

    def _count(self, side: Side, scene: Scene) -> None:
        if side == self._sides.ours:
            self._cut_off += scene.cut_off

    def _say(self, what: str, side: Side, how: str) -> None:
        self._doing = f"{what}: {'the center' if side == self._sides.ours else 'app_queue'}, {how}"
        self._tell(self._doing)
