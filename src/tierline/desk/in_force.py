"""Which edition of the agency holds for what: the newest for what is read live, the newest that is prepared
for calls that begin, and for a call under way the one that it began with."""

from collections.abc import Container, Iterable, Iterator, Mapping

import msgspec

from tierline.ports.editions import Edition
from tierline.scripts.library import Entry, together
from tierline.scripts.script import Script
from tierline.scripts.searching import ScriptIndex

_SPARE = 3
"""Editions kept besides those that calls need: a change that is taken back is at hand at once."""


class InForce:
    """`newest` has the scripts of the library over those of its files; `published` is the same as it was
    published."""

    def __init__(self, first: Edition) -> None:
        self.newest = first
        self.published = first
        self.begins_with = first
        self.unusable: str | None = None
        """The version published last, if it could not be used."""
        self._kept = {first.version: first}
        self.library: Mapping[str, Entry] = {}
        self.library_as_of = 0

    def publish(self, edition: Edition) -> None:
        """Its tables hold from now on, for every call."""
        self.published = edition
        self.newest = self._with_library(edition)
        self.keep(edition)

    def shelve(self, changed: Iterable[Entry], as_of: int) -> None:
        """What has changed in the library holds from now on, for every call."""
        self.library = {**self.library, **{entry.id: entry for entry in changed}}
        self.library_as_of = as_of
        self.newest = self._with_library(self.published)

    @property
    def script_index(self) -> ScriptIndex:
        """Of the version that was published, and of what was added from the library since."""
        return self.published.agency.script_index

    def unindexed(self) -> Iterator[Script]:
        """Versions of the library that are not found by their words yet."""
        for entry in list(self.library.values()):
            yield from (script for script in entry.versions if not self.script_index.has(script))

    def _with_library(self, edition: Edition) -> Edition:
        if not any(entry.versions for entry in self.library.values()):
            return edition
        scripts = together(edition.agency.scripts, self.library)
        return Edition(msgspec.structs.replace(edition.agency, scripts=scripts), edition.prompts)

    def begin_with(self, edition: Edition) -> None:
        """Calls that begin from now on pin it."""
        self.begins_with = edition
        self.keep(edition)

    def keep(self, edition: Edition) -> None:
        self._kept.pop(edition.version, None)
        self._kept[edition.version] = edition

    def has(self, version: str) -> bool:
        return version in self._kept

    def pinned(self, version: str) -> Edition:
        """The newest in the place of one that could not be loaded: the caller goes on with other words rather
        than being dropped."""
        return self._kept.get(version, self.begins_with)

    def let_go(self, needed: Container[str]) -> None:
        """Those that were in use longest ago, and that no call needs."""
        needless = [
            version
            for version, edition in self._kept.items()
            if version not in needed and edition not in (self.published, self.begins_with)
        ]
        for version in needless[: max(0, len(needless) - _SPARE)]:
            del self._kept[version]
