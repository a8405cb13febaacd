"""A desk phone that a scripted agent answers with."""

import asyncio
from collections.abc import Callable

import baresip

from tierline.caller.call import CallOver, ScriptedCall


class NotRung(Exception):
    """No call came in time."""


class Phone:
    """Registered at the center's engine until its `Caller` closes. One call at a time."""

    def __init__(
        self, agent: baresip.UserAgent, take: Callable[[baresip.Call], ScriptedCall], *, auto_answer: bool
    ) -> None:
        self.auto_answer = auto_answer
        self._agent = agent
        self._take = take
        self._rung: asyncio.Queue[ScriptedCall] = asyncio.Queue()
        self._call: ScriptedCall | None = None
        self._answering: set[asyncio.Task[None]] = set()
        agent.on_incoming(self._rings)

    async def incoming(self, within: float) -> ScriptedCall:
        """The next call that rings here (with `auto_answer` it is being answered already). Raises NotRung."""
        try:
            self._call = await asyncio.wait_for(self._rung.get(), within)
        except TimeoutError:
            raise NotRung(f"the phone did not ring within {within:g} s") from None
        return self._call

    async def answer(self) -> None:
        """The call that `incoming` gave last. Raises CallOver."""
        await self._current().answer()

    async def reject(self) -> None:
        await self._current().reject()

    async def hang_up(self) -> None:
        await self._current().hang_up()

    async def unregister(self) -> None:
        """The phone is unplugged: calls do not reach it any more. Raises baresip.RegistrationError."""
        await self._agent.unregister()

    async def close(self) -> None:
        for task in self._answering:
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

    def _current(self) -> ScriptedCall:
        if self._call is None:
            raise CallOver("no call has rung here")
        return self._call

    def _rings(self, ringing: baresip.Call) -> None:
        call = self._take(ringing)
        self._rung.put_nowait(call)
        if self.auto_answer:
            task = asyncio.create_task(call.answer())
            self._answering.add(task)
            task.add_done_callback(self._answered)

    def _answered(self, task: asyncio.Task[None]) -> None:
        self._answering.discard(task)
        if not task.cancelled():
            task.exception()  # the caller hung up first: the call itself says so
