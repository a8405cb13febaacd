"""Writes a published version back out as a folder."""

from pathlib import Path, PurePosixPath

from tierline.ports.bundles import Bundles
from tierline.publishing.kept import Damaged, bundle_of, file_of


class NotEmpty(Exception):
    """What is in the folder would be mixed with what is exported."""


async def export(bundles: Bundles, version: str, folder: Path) -> int:
    """How many files were written. Raises UnknownBundle, NotEmpty, Damaged, OSError, StoreAway."""
    bundle = await bundle_of(bundles, version)
    _must_be_empty(folder)
    for name in bundle.files:
        content = await file_of(bundles, bundle, name)
        assert content is not None
        _write(folder, name, content)
    return len(bundle.files)


def _must_be_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(f"{folder} is there already: name a folder that is new or empty")


def _write(folder: Path, name: str, content: bytes) -> None:
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts:
        raise Damaged(f"{name} is no file of an agency: it leads out of the folder")
    target = folder / inside
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
