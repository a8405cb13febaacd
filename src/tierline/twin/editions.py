"""Published bundles of a rehearsal, ready for calls: real flows and words, and no sound."""

from tierline.agency import BadAgency, Messages, load
from tierline.ports.bundles import Bundles
from tierline.ports.editions import Edition, Editions, EditionUnusable
from tierline.twin.prompts import WrittenPrompts


class WrittenEditions(Editions):
    def __init__(self, bundles: Bundles) -> None:
        self._bundles = bundles

    async def current(self) -> str | None:
        publication = await self._bundles.current()
        return publication.version if publication else None

    async def edition(self, version: str) -> Edition:
        bundle = await self._bundles.bundle(version)
        if bundle is None:
            raise EditionUnusable(f"no version {version} is kept")
        digests = {name: content.sha256 for name, content in bundle.files.items()}
        kept = await self._bundles.contents(list(digests.values()))
        files = {name: kept[digest] for name, digest in digests.items()}
        try:
            return Edition(load(files, version), WrittenPrompts(Messages(files)))
        except BadAgency as bad:
            raise EditionUnusable(str(bad)) from bad

    async def prepare(self, edition: Edition) -> None:
        """Words need no time."""
