"""The folder in which the engine writes what it records."""

import asyncio
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from tierline.asterisk.wav_header import HEADER, NoRecording, length_said, length_there, mended
from tierline.ports.recordings import BYTES_A_SECOND, RecordingGone, Recordings, Settled, Written

T = TypeVar("T")


class RecordedFiles(Recordings):
    """Nobody but the user whom the center runs as may look into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)

    async def settle(self, name: str) -> Settled | None:
        return await self._on_disk(name, _settle)

    async def audio(self, name: str, first: int, count: int) -> bytes:
        return await self._on_disk(name, lambda path: _audio(path, first, count))

    async def delete(self, name: str) -> None:
        await self._on_disk(name, lambda path: path.unlink(missing_ok=True))

    async def written(self) -> Sequence[Written]:
        return await asyncio.to_thread(_written, self._folder)

    async def _on_disk(self, name: str, work: Callable[[Path], T]) -> T:
        path = self._folder / f"{name}.wav"
        try:
            return await asyncio.to_thread(work, path)
        except (OSError, NoRecording) as unusable:
            raise RecordingGone(f"{name}: {unusable}") from unusable


def _settle(path: Path) -> Settled | None:
    try:
        file = path.open("r+b")
    except FileNotFoundError:
        return None
    with file:
        path.chmod(0o600)
        header, size = file.read(HEADER), path.stat().st_size
        length = length_there(size)
        cut_short = length_said(header) != length
        if cut_short:
            file.seek(0)
            file.write(mended(header, size))
            file.flush()
            os.fsync(file.fileno())
    return Settled(length / BYTES_A_SECOND, cut_short)


def _audio(path: Path, first: int, count: int) -> bytes:
    with path.open("rb") as file:
        length_said(file.read(HEADER))
        file.seek(HEADER + 2 * first)
        audio = file.read(2 * count)
    return audio[: len(audio) & ~1]


def _written(folder: Path) -> list[Written]:
    return [
        Written(path.stem, datetime.fromtimestamp(path.stat().st_mtime, UTC))
        for path in sorted(folder.glob("*.wav"))
    ]
