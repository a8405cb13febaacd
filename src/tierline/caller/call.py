"""One call as a scripted person lives it: they hear, press keys, speak and hang up."""

import asyncio
import time
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from typing import Literal

import baresip
import numpy as np

from tierline.caller.listening import HeardPrompt, Listener
from tierline.speech.wav import RATE, Samples

_READ_BYTES = 32768
_LATE = 0.5
"""Seconds without a packet from which there is silence and not only a late packet."""
_LOOK_AGAIN = 0.25
"""Seconds between two looks at what was received: audio arrives all the time, only time passes."""


class CallOver(Exception):
    """The other side hung up before this could be done."""


class NotHeard(Exception):
    """The prompt did not come in time; the message says what was heard instead."""


class ScriptedCall:
    """`ended` is set when the call is over, whoever ended it; then `ended_by` and `reason` say how."""

    def __init__(self, call: baresip.Call, listener: Listener) -> None:
        self.ended = asyncio.Event()
        self.ended_by: Literal["caller", "center"] | None = None
        self.reason = ""
        self.keys_heard = ""
        """That the other side pressed."""
        self._call = call
        self._listener = listener
        self._received: list[Samples] = []
        self._received_seconds = 0.0
        self._answered_at: float | None = None
        self._to_say = b""
        call.on(self._took_place)
        call.on_dtmf(self._heard_key)

    @property
    def peer(self) -> str:
        """The other side's address."""
        return self._call.peer or ""

    @property
    def audio(self) -> Samples:
        """All that was received since the call was answered, 8 kHz."""
        self._received = [np.concatenate([np.empty(0, np.int16), *self._received])]
        return self._received[0]

    @property
    def knows_prompts(self) -> bool:
        return self._listener.knows_prompts

    def heard(self) -> Sequence[HeardPrompt]:
        """The prompts so far, in order; the last may still be `not sure`."""
        return self._listener.hear(self.audio, over=self.ended.is_set())

    async def until_heard(self, prompt: str, within: float, *, since: float = 0) -> HeardPrompt:
        """Waits for a prompt that began `since` seconds into the call or later. Raises NotHeard, CallOver."""
        try:
            async with asyncio.timeout(within):
                while True:
                    for heard in self.heard():
                        if heard.prompt == prompt and heard.at >= since and heard.sure:
                            return heard
                    await self.more()
        except TimeoutError:
            said = ", ".join(h.prompt or h.text for h in self.heard()) or "nothing"
            raise NotHeard(f"{prompt!r} was not heard within {within:g} s; heard: {said}") from None

    async def more(self) -> None:
        """Waits until more was received. Raises CallOver."""
        if self.ended.is_set():
            raise CallOver(f"the call is over ({self.reason})")
        with suppress(TimeoutError):
            await asyncio.wait_for(self.ended.wait(), _LOOK_AGAIN)

    async def press(self, keys: str) -> None:
        """One key after the other (0-9, *, #, A-D), about four a second, as RTP events. Raises CallOver."""
        try:
            await self._call.send_dtmf(keys)
        except baresip.BaresipError as error:
            raise CallOver(f"the call was over before {keys!r} was pressed") from error

    def say(self, samples: Samples, *, at_once: bool = False) -> None:
        """Speaks into the call, after what is still being said or, `at_once`, instead of it."""
        if at_once:
            self._to_say = b""
            with suppress(baresip.AudioNotActive, baresip.AudioRestarted):
                self._call.audio.flush_tx()
        self._to_say += samples.astype("<i2").tobytes()

    async def answer(self) -> None:
        """Of a call that rings here; returns when both sides can speak. Raises CallOver."""
        try:
            await self._call.answer()
            await self._call.wait_established()
        except baresip.BaresipError as error:
            raise CallOver("the call was over before it was answered") from error

    async def reject(self) -> None:
        await self._end(self._call.reject())

    async def hang_up(self) -> None:
        """A call that is over is fine."""
        await self._end(self._call.hangup())

    async def _end(self, ending: Awaitable[None]) -> None:
        self.ended_by = self.ended_by or "caller"
        with suppress(baresip.StaleHandleError):
            await ending
        with suppress(TimeoutError):
            await asyncio.wait_for(self.ended.wait(), 5)

    def exchange(self) -> None:
        """Takes what has arrived and gives what is to be said; called many times a second."""
        try:
            self._receive(np.frombuffer(self._call.audio.read(_READ_BYTES), np.int16))
            if self._to_say:
                self._to_say = self._to_say[self._call.audio.write(self._to_say) :]
        except (baresip.AudioNotActive, baresip.AudioRestarted):
            pass  # not yet, not any more, or renegotiated: the next read gets the new stream

    def _receive(self, samples: Samples) -> None:
        # A center that has nothing to say sends no packets: its silence is put in by the clock.
        behind = time.monotonic() - (self._answered_at or time.monotonic()) - self._received_seconds
        if not len(samples) and behind > _LATE:
            samples = np.zeros(int((behind - _LATE / 2) * RATE), np.int16)
        if len(samples):
            self._received.append(samples)
            self._received_seconds += len(samples) / RATE

    def _heard_key(self, key: baresip.DigitEvent) -> None:
        self.keys_heard += key.digit

    def _took_place(self, event: baresip.StackEvent) -> None:
        if event.event is baresip.Event.CALL_ESTABLISHED:
            self._answered_at = time.monotonic()
        elif event.event is baresip.Event.CALL_CLOSED:
            self.ended_by = self.ended_by or "center"
            self.reason = event.text or ""
            self.ended.set()
