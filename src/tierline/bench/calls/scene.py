"""One side of the comparison at work: callers in line, agents in conversations, and what an observer sees.

All of it is seen from the telephones: when a caller hung up, when which phone rang, and who heard whom.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from random import Random

from tierline.bench.phones.agents import AgentPhones
from tierline.bench.phones.callers import Callers
from tierline.bench.phones.leg import Leg

DIALS_A_SECOND = 100.0
GIVEN_UP = 10.0
"""Seconds after which an agent who got no caller is counted as never having got one."""
ANSWERED = 60.0
"""Seconds in which everybody who rang is answered, on a machine that has other work too."""
WARM_UP = 3.0
"""Seconds of a rush before it is counted."""


class Stuck(Exception):
    """What was to happen did not; the message says what."""


class Scene:
    """`waiting` are the callers in line, in the order they rang; `talking` those in conversation, each with
    the agent they hear."""

    def __init__(self, callers: Callers, phones: AgentPhones, chance: Random) -> None:
        self.waiting: list[Leg] = []
        self.talking: dict[Leg, int] = {}
        self.connected: list[tuple[float, Leg]] = []
        self.took: list[float] = []
        """Seconds from an agent who became free to the ring of that agent's phone."""
        self.cut_off = 0
        """Callers whom the center hung up on."""
        self._callers = callers
        self._chance = chance
        self._in_a_rush = False
        self._free: dict[int, float] = {}
        self._names = 0
        self._phones = phones
        callers.on_heard.append(self._heard)
        callers.on_over.append(self._cut_off)
        phones.on_rung.append(self._rang)

    async def line_up(self, callers: int, gap: float = 0.005) -> None:
        """So many ring, one after the other at random moments that are at least `gap` seconds apart, and are
        all answered."""
        for _ in range(callers):
            self.dial()
            await asyncio.sleep(gap + self._chance.expovariate(DIALS_A_SECOND))
        await self.until(
            lambda: all(leg.answered_at for leg in self.waiting), "every caller is answered", ANSWERED
        )

    def dial(self) -> None:
        self._names += 1
        self.waiting.append(self._callers.dial(self._names))

    def caller_leaves(self, leg: Leg) -> None:
        """Out of a conversation: their agent is free from this moment."""
        self._free[self.talking.pop(leg)] = time.monotonic()
        self._callers.hang_up(leg)

    async def at_random(self, seconds: float, a_second: float) -> None:
        """Callers in conversation leave so often, on average, and as many others ring."""
        end = time.monotonic() + seconds
        at = time.monotonic()
        while (at := at + self._chance.expovariate(a_second)) < end:
            await asyncio.sleep(max(0.0, at - time.monotonic()))
            if self.talking:
                self.caller_leaves(self._chance.choice(list(self.talking)))
                self.dial()
        with suppress(Stuck):
            await self.until(lambda: not self._free, "every free agent has a caller")
        self.took += [GIVEN_UP] * len(self._free)
        self._free.clear()

    async def until(self, so: Callable[[], bool], what: str, within: float = GIVEN_UP) -> None:
        """Raises Stuck."""
        end = time.monotonic() + within
        while not so():
            if time.monotonic() > end:
                phones = sum(leg.talks for leg in self._phones.legs.values())
                line = f"{len(self.talking)} callers in conversation, {len(self.waiting)} in line"
                raise Stuck(f"not within {within:g} s: {what} ({line}, {phones} agents' phones in a call)")
            await asyncio.sleep(0.01)

    async def in_bursts(self, burst: int) -> list[list[Leg]]:
        """All in conversation leave at once, and again when as many others have an agent, until nobody waits:
        who was connected in each of the bursts."""
        bursts = []
        while self.waiting:
            before, wanted = len(self.connected), min(burst, len(self.waiting))
            for leg in list(self.talking):
                self.caller_leaves(leg)
            await self.until(lambda: len(self.connected) >= before + wanted, f"{wanted} have an agent")  # noqa: B023
            bursts.append([leg for _, leg in self.connected[before:]])
        return bursts

    async def rush(self, seconds: float) -> float:
        """Conversations of about a second, one after the other, while as many others ring as are served: how
        many were answered a second."""
        self._in_a_rush = True
        for leg in list(self.talking):
            self._leaves_soon(leg)
        await asyncio.sleep(min(WARM_UP, seconds))
        before, began = len(self.connected), time.monotonic()
        await asyncio.sleep(seconds)
        answered = (len(self.connected) - before) / (time.monotonic() - began)
        self._in_a_rush = False
        return answered

    async def clear(self) -> None:
        """Everybody hangs up."""
        with suppress(Stuck):
            await self.until(lambda: all(leg.answered_at for leg in self.waiting), "everybody is answered")
        for leg in [*self.waiting, *self.talking]:
            self._callers.hang_up(leg)
            await asyncio.sleep(0.002)
        self.waiting.clear()
        self.talking.clear()
        self._free.clear()
        await self.until(lambda: not self._phones.legs, "every agent's phone is hung up", 30)

    def close(self) -> None:
        """Looks on no longer."""
        self._callers.on_heard.remove(self._heard)
        self._callers.on_over.remove(self._cut_off)
        self._phones.on_rung.remove(self._rang)

    def _heard(self, leg: Leg, agent: int) -> None:
        if leg in self.waiting:
            self.waiting.remove(leg)
            self.talking[leg] = agent
            self.connected.append((time.monotonic(), leg))
            if self._in_a_rush:
                self._leaves_soon(leg)

    def _leaves_soon(self, leg: Leg) -> None:
        asyncio.get_running_loop().call_later(self._chance.uniform(0.5, 1.5), self._leaves, leg)

    def _leaves(self, leg: Leg) -> None:
        if self._in_a_rush and leg in self.talking:
            self.caller_leaves(leg)
            self.dial()

    def _rang(self, agent: int) -> None:
        if agent in self._free:
            self.took.append(time.monotonic() - self._free.pop(agent))

    def _cut_off(self, leg: Leg) -> None:
        self.cut_off += 1
        self.talking.pop(leg, None)
        if leg in self.waiting:
            self.waiting.remove(leg)
