"""Which edition of the agency holds for what: the newest for what is read live, the newest that is prepared
for calls that begin, and for a call under way the one that it began with."""

from collections.abc import Container

from tierline.ports.editions import Edition

_SPARE = 3
"""Editions kept besides those that calls need: a change that is taken back is at hand at once."""


class InForce:
    def __init__(self, first: Edition) -> None:
        self.newest = first
        self.begins_with = first
        self.unusable: str | None = None
        """The version published last, if it could not be used."""
        self._kept = {first.version: first}

    def publish(self, edition: Edition) -> None:
        """Its tables hold from now on, for every call."""
        self.newest = edition
        self.keep(edition)

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
            if version not in needed and edition not in (self.newest, self.begins_with)
        ]
        for version in needless[: max(0, len(needless) - _SPARE)]:
            del self._kept[version]
