"""Published bundles in memory, under the same contract as the real ones."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from tierline.ports.bundles import Bundle, Bundles, Content, Publication, UnknownBundle


class MemoryBundles(Bundles):
    """`answers` raises StoreAway while the database does not."""

    def __init__(self, answers: Callable[[], None] = lambda: None) -> None:
        self._answers = answers
        self._bundles: dict[str, Bundle] = {}
        self._contents: dict[str, bytes] = {}
        self._publications: list[Publication] = []

    async def keep(self, version: str, files: Mapping[str, bytes]) -> None:
        self._answers()
        if version in self._bundles:
            return
        listed = {}
        for name in files:
            content = files[name]
            listed[name] = Content(sha256(content).hexdigest(), len(content))
            self._contents[listed[name].sha256] = content
        self._bundles[version] = Bundle(version, listed)

    async def publish(self, version: str, *, at: datetime, by: str, note: str) -> Publication:
        self._answers()
        if version not in self._bundles:
            raise UnknownBundle(version)
        made = Publication(len(self._publications) + 1, version, at, by, note)
        self._publications.append(made)
        return made

    async def current(self) -> Publication | None:
        self._answers()
        return self._publications[-1] if self._publications else None

    async def publications(self) -> Sequence[Publication]:
        self._answers()
        return self._publications[::-1]

    async def bundle(self, version: str) -> Bundle | None:
        self._answers()
        return self._bundles.get(version)

    async def contents(self, sha256s: Sequence[str]) -> dict[str, bytes]:
        self._answers()
        return {digest: self._contents[digest] for digest in sha256s if digest in self._contents}
