"""Callers who keep ringing and agents who keep answering, whatever happens to the center.

They write down what they see and hear."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from itertools import count
from random import Random
from typing import Any

import httpx

from tierline.bench.calls.duty import Duty
from tierline.bench.faults.outside_log import OutsideLog
from tierline.bench.phones.agents import AgentPhones
from tierline.bench.phones.callers import Callers
from tierline.bench.phones.leg import Leg

LOOKS_AGAIN = 1.0
"""Seconds after which an agent who is in no call says again that they are ready."""
LONGEST_WAIT = 90.0
"""Seconds after which a caller hangs up, in line or not."""


class People:
    """So many `lines` ring at a time, and each again soon after its call."""

    def __init__(
        self, callers: Callers, phones: AgentPhones, duty: Duty, log: OutsideLog, lines: int, chance: Random
    ) -> None:
        self._callers, self._phones, self._duty = callers, phones, duty
        self._log = log
        self._lines = lines
        self._chance = chance
        self._calls = count(1)
        self._tasks: set[asyncio.Task[None]] = set()
        self._going = True
        self._agents: list[int] = []
        callers.on_answered.append(lambda leg: log.add("answered", caller=leg.nth))
        callers.on_refused.append(lambda leg: log.add("refused", caller=leg.nth))
        callers.on_heard.append(lambda leg, agent: log.add("hears", caller=leg.nth, agent=agent))
        callers.on_over.append(lambda leg: log.add("cut_off", caller=leg.nth))
        phones.on_heard.append(lambda leg, caller: log.add("heard_by", caller=caller, agent=leg.nth))
        phones.on_over.append(lambda leg: log.add("agent_over", agent=leg.nth))
        phones.on_rung.append(self._rung)

    async def come(self, agents: int) -> None:
        """Raises httpx.HTTPError."""
        self._agents = list(range(agents))
        await self._duty.sign_in(self._agents)
        for agent in self._agents:
            self._do(self._works(agent))
        for _ in range(self._lines):
            self._do(self._rings_again_and_again())

    async def go(self) -> None:
        """The last conversations come to their end; who is in line hangs up."""
        self._going = False
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for leg in list(self._callers.legs.values()):
            self._log.add("hung_up" if leg.hears is not None else "left_waiting", caller=leg.nth)
            self._callers.hang_up(leg)

    def engine_was_killed(self) -> None:
        """Their phones notice: nothing is heard, nothing is answered."""
        for leg in list(self._callers.legs.values()):
            self._log.add("cut_off", caller=leg.nth, part="engine")
        for leg in list(self._phones.legs.values()):
            self._log.add("agent_over", agent=leg.nth)
        self._callers.forget_all()
        self._phones.forget_all()

    def phone_dies(self) -> int:
        """Anybody's: without a word, in the middle of whatever it does."""
        agent = self._chance.choice(self._agents)
        self._phones.unplugged.add(agent)
        for leg in [leg for leg in self._phones.legs.values() if leg.nth == agent]:
            self._log.add("agent_over" if leg.talks else "rung_dead", agent=agent)
            self._phones.forget(leg)
        return agent

    async def phone_lives(self, agent: int) -> None:
        """It is known to the engine again."""
        self._phones.unplugged.discard(agent)
        await self.plug_in([agent])

    async def plug_in(self, agents: list[int] | None = None) -> None:
        """All phones, after the engine lost its memory of them. As long as it takes."""
        for agent in self._agents if agents is None else agents:
            while True:
                with suppress(httpx.HTTPError, TimeoutError):
                    await self._duty.plug_in(agent)
                    break
                await asyncio.sleep(LOOKS_AGAIN / 4)

    def _rung(self, agent: int) -> None:
        speaking = [leg for leg in self._phones.legs.values() if leg.nth == agent and leg.hears is not None]
        there = {leg.nth for leg in self._callers.legs.values() if leg.talks}
        if agent in self._phones.unplugged:
            self._log.add("rung_dead", agent=agent)
        elif any(leg.hears in there for leg in speaking):
            self._log.add("rung_in_call", agent=agent)
        else:
            self._log.add("rung", agent=agent)

    async def _works(self, agent: int) -> None:
        while self._going:
            if agent not in self._phones.unplugged and not self._phones.busy(agent):
                with suppress(httpx.HTTPError):  # away, or the agent is being presented a call just now
                    await self._duty.ready([agent])
            await asyncio.sleep(LOOKS_AGAIN)

    async def _rings_again_and_again(self) -> None:
        while self._going:
            await asyncio.sleep(self._chance.uniform(0.1, 2.0))
            await self._rings(self._callers.dial(next(self._calls)))

    async def _rings(self, leg: Leg) -> None:
        self._log.add("dialled", caller=leg.nth)
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_WAIT):
                await leg.news.wait()
        if leg.hears is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._chance.uniform(0.5, 3.0)):
                    await leg.over.wait()
        if not leg.over.is_set():
            self._log.add("hung_up", caller=leg.nth)
            self._callers.hang_up(leg)

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
