"""Reads what is kept of a bundle, and holds it against its own hashes."""

from collections.abc import Iterable
from hashlib import sha256

from tierline.ports.bundles import Bundle, Bundles, UnknownBundle

_RECORDING = ".wav"


class Damaged(Exception):
    """What is kept under a hash is missing, or is not what was published."""


async def bundle_of(bundles: Bundles, version: str) -> Bundle:
    """Raises UnknownBundle, StoreAway."""
    bundle = await bundles.bundle(version)
    if bundle is None:
        raise UnknownBundle(version)
    return bundle


async def texts_of(bundles: Bundles, bundle: Bundle) -> dict[str, bytes]:
    """All but the recordings, which are large and are read one by one. Raises Damaged, StoreAway."""
    return await _read(bundles, bundle, (name for name in bundle.files if not name.endswith(_RECORDING)))


async def file_of(bundles: Bundles, bundle: Bundle, name: str) -> bytes | None:
    """None if it has no such file. Raises Damaged, StoreAway."""
    return (await _read(bundles, bundle, [name])).get(name)


def recordings_in(bundle: Bundle) -> list[str]:
    """Names of the files under `recordings/`."""
    return [name for name in bundle.files if name.startswith("recordings/") and name.endswith(_RECORDING)]


async def _read(bundles: Bundles, bundle: Bundle, names: Iterable[str]) -> dict[str, bytes]:
    wanted = {name: bundle.files[name].sha256 for name in names if name in bundle.files}
    kept = await bundles.contents(sorted(set(wanted.values())))
    for name, digest in wanted.items():
        if digest not in kept or sha256(kept[digest]).hexdigest() != digest:
            raise Damaged(f"{name} of version {bundle.version} is not kept as it was published")
    return {name: kept[digest] for name, digest in wanted.items()}
