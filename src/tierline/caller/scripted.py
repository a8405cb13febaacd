"""Makes one call from a script, and reports it."""

import asyncio
import ipaddress
import re
from collections.abc import Sequence

import numpy as np

from tierline.caller.call import CallOver, NotHeard, ScriptedCall
from tierline.caller.caller import Caller, NotAnswered
from tierline.caller.hearing import QUIET
from tierline.caller.listening import Listener
from tierline.caller.report import CallReport, Pressed, Said
from tierline.caller.script import AwaitSilence, HangUp, Hear, Press, Step, Wait
from tierline.speech.catalogue import Catalogue
from tierline.speech.wav import RATE

PATIENCE = 20.0
"""Seconds to wait for a prompt before the script fails."""

SILENCE = 1.2
"""Seconds without sound after which the center has finished speaking; pauses in a text are shorter."""


async def scripted_call(
    uri: str,
    steps: Sequence[Step],
    catalogue: Catalogue | None,
    *,
    from_user: str = "caller",
    limit: float = 120,
) -> CallReport:
    """Without a `hangup` it listens until the center ends the call, or `limit` seconds after the answer."""
    async with Caller(catalogue, interface=_interface_towards(uri)) as caller:
        try:
            call = await caller.dial(uri, from_user=from_user, within=min(limit, 30))
        except NotAnswered as why:
            return CallReport(uri=uri, answered=False, ended_by="error", error=str(why))
        script = _Script(call)
        error = None
        try:
            async with asyncio.timeout(limit):
                await script.play(steps)
                await call.ended.wait()
        except TimeoutError:
            script.out_of_time = True
        except CallOver:
            error = "the center ended the call before the script did"
        except NotHeard as not_heard:
            script.failed, error = True, str(not_heard)
        await call.hang_up()
        return script.report(uri, catalogue, error)


class _Script:
    def __init__(self, call: ScriptedCall) -> None:
        self.out_of_time = False
        self.failed = False
        self._call = call
        self._pressed: list[Pressed] = []
        self._since = 0.0
        """When the last keys were pressed: what is heard from then on answers them."""

    async def play(self, steps: Sequence[Step]) -> None:
        for step in steps:
            match step:
                case Press(keys):
                    await self._until_a_prompt_begins()
                    self._since = self._now()
                    self._pressed.append(Pressed(keys, self._since))
                    await self._call.press(keys)
                case AwaitSilence():
                    await self._until_silence()
                case Hear(prompt):
                    await self._call.until_heard(prompt, PATIENCE, since=self._since)
                case Wait(seconds):
                    await asyncio.sleep(seconds)
                case HangUp():
                    await self._call.hang_up()

    def report(self, uri: str, catalogue: Catalogue | None, error: str | None) -> CallReport:
        # Heard anew: with the whole call known, prompts that begin alike are told apart.
        heard = Listener(catalogue).hear(self._call.audio, over=True)
        ended_by = "error" if self.failed else "time limit" if self.out_of_time else self._call.ended_by
        return CallReport(
            uri=uri,
            answered=True,
            heard=[Said(h.prompt, h.language, h.text, h.at) for h in heard],
            keys=self._pressed,
            ended_by=ended_by or "error",
            error=error,
            seconds=self._now(),
        )

    def _now(self) -> float:
        return round(len(self._call.audio) / RATE, 2)

    async def _until_a_prompt_begins(self) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not self._a_prompt_began():
                    await self._call.more()
        except TimeoutError:
            raise NotHeard(f"no prompt began within {PATIENCE:g} s") from None

    def _a_prompt_began(self) -> bool:
        if any(heard.at >= self._since for heard in self._call.heard()):
            return True
        # Without the center's catalogue any sound will do, once the prompt that a key stopped is over.
        return not self._call.knows_prompts and self._sounds(after=self._since + 1)

    async def _until_silence(self) -> None:
        try:
            async with asyncio.timeout(3 * PATIENCE):
                while self._sounds(after=self._now() - SILENCE) or not self._sounds(after=self._since):
                    await self._call.more()
        except TimeoutError:
            raise NotHeard("the center did not finish speaking") from None

    def _sounds(self, after: float) -> bool:
        part = self._call.audio[max(0, int(after * RATE)) :]
        return bool(np.any(np.abs(part.astype(np.int32)) > 4 * QUIET))


def _interface_towards(uri: str) -> str | None:
    """Loopback is left out of the stack's own choice of interfaces, so it must be named."""
    host = re.sub(r"^sips?:|[;?].*$", "", uri).rpartition("@")[2].partition(":")[0]
    try:
        return "127.0.0.1" if ipaddress.ip_address(host).is_loopback else None
    except ValueError:
        return None
