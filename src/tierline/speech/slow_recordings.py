"""Slow copies of an agency's recordings, for those it has no slow twin of: each made once and kept by its
content."""

import asyncio
import hashlib
from pathlib import Path

from tierline.speech.messages import Slow
from tierline.speech.worker import Worker
from tierline.speech.workshop import Workshop

PROCESSING = 1
"""Raise it when copies come to sound different: older files are then not used."""


class SlowRecordings:
    """Fills `cache` with `slow-<sha256>.wav`. `close()` ends the process that its first copy started."""

    def __init__(self, cache: Path, worker: Worker | None = None) -> None:
        self._cache = cache.absolute()
        self._workshop = Workshop(worker or Worker("tierline.speech.slow_worker"), "The stretcher")

    async def copy(self, recording: Path) -> Path:
        """A third longer, as high. Raises VoiceFailed, FileNotFoundError."""
        digest = await asyncio.to_thread(_digest, recording)
        path = self._cache / digest[:2] / f"slow-{digest}.wav"
        return await self._workshop.make(Slow(str(recording), str(path)), f"slow down {recording.name}")

    async def close(self) -> None:
        await self._workshop.close()


def _digest(recording: Path) -> str:
    return hashlib.sha256(f"{PROCESSING} ".encode() + recording.read_bytes()).hexdigest()
