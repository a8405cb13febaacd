"""A bundle's own recordings as files, which the engine can play."""

import asyncio
import os
from pathlib import Path

from tierline.ports.bundles import Bundle, Bundles
from tierline.publishing.kept import file_of, recordings_in


class RecordingFiles:
    """`root/by-content` holds each recording once, `root/<version>` names those of a version. Both can be
    deleted while no center runs: they are made again from the database."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def folder_of(self, bundles: Bundles, bundle: Bundle) -> Path:
        """Where the version's recordings are, `<language>/<prompt>.wav`. One after the other is in memory.
        Raises Damaged, OSError, StoreAway."""
        folder = self._root / bundle.version
        for name in recordings_in(bundle):
            once = self._root / "by-content" / f"{bundle.files[name].sha256}.wav"
            if not once.exists():
                content = await file_of(bundles, bundle, name)
                assert content is not None
                await asyncio.to_thread(_write, once, content)
            await asyncio.to_thread(_name, once, folder / name.removeprefix("recordings/"))
        return folder


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _name(once: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        os.link(once, path)
