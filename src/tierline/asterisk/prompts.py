"""What each leg is told: one playback at a time, which never outlives a newer one or a change of place.

The engine queues playbacks and moves of a channel behind the playback that is running. So the running one is
stopped, and seen to be over, before anything else is asked of that channel.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from tierline.asterisk.ari import Ari, Refused
from tierline.calls.names import LegId

BEEP = f"sound:{Path(__file__).with_name('beep')}"
"""520 Hz for 0.4 s. A `tone:` of the engine's would sound until it is stopped, and nobody might be there."""


class Prompt:
    def __init__(self, playback: str | None) -> None:
        self.playback = playback
        self.wanted = True
        """Until stopped or superseded: then nobody waits to hear that it ended."""
        self.over = asyncio.Event()


class Prompts:
    def __init__(self, ari: Ari, ended: Callable[[LegId, str, bool], None]) -> None:
        self._ari = ari
        self._ended = ended
        self._prompts: dict[LegId, Prompt] = {}

    async def play(self, leg: LegId, playback: str, sounds: Sequence[Path]) -> None:
        """One caller at a time for each leg. Raises `Refused` when the leg is gone."""
        if leg in self._prompts and self._prompts[leg].playback == playback:
            return
        await self.silence(leg)
        if not sounds:
            self._prompts[leg] = prompt = Prompt(playback)
            prompt.over.set()
            self._ended(leg, playback, True)
            return
        await self._begin(leg, playback, [f"sound:{sound.with_suffix('')}" for sound in sounds])

    async def beep(self, leg: LegId) -> None:
        """Raises `Refused` when the leg is gone."""
        await self.silence(leg)
        await self._begin(leg, None, [BEEP])

    async def _begin(self, leg: LegId, playback: str | None, media: Sequence[str]) -> None:
        self._prompts[leg] = Prompt(playback)
        try:
            await self._ari.play(leg, _on_engine(leg), media)
        except Refused:
            self.forget(leg)
            raise

    def plays(self, leg: LegId) -> bool:
        """Until the engine has said that it is over."""
        return leg in self._prompts and not self._prompts[leg].over.is_set()

    async def silence(self, leg: LegId) -> None:
        if not self.plays(leg):
            return
        prompt = self._prompts[leg]
        prompt.wanted = False
        try:
            await self._ari.stop(_on_engine(leg))
        except Refused:
            prompt.over.set()  # 404: it ended, or the leg did
        with suppress(TimeoutError):  # no word of an end when a bridge closed in that very moment
            await asyncio.wait_for(prompt.over.wait(), 1.0)

    def finished(self, engine_playback: str, *, heard: bool) -> None:
        """The engine says so."""
        leg = LegId(engine_playback.removeprefix(_on_engine(LegId(""))))
        prompt = self._prompts.get(leg)
        if prompt is None or prompt.over.is_set():
            return
        prompt.over.set()
        if prompt.wanted and prompt.playback is not None:
            self._ended(leg, prompt.playback, heard)

    def adopt(self, leg: LegId) -> None:
        """A leg of an earlier connection, perhaps still being told something that nobody waits for."""
        self.forget(leg)
        self._prompts[leg] = Prompt(None)

    def forget(self, leg: LegId) -> None:
        if prompt := self._prompts.pop(leg, None):
            prompt.over.set()


def _on_engine(leg: LegId) -> str:
    """The engine's name of all playbacks of a leg: whoever adopts the leg can stop the one that runs."""
    return f"prompt-{leg}"
