"""The agency as it was published, ready for calls."""

from abc import ABC, abstractmethod

import msgspec

from tierline.ports.agency import Agency
from tierline.ports.prompts import Prompts


class EditionUnusable(Exception):
    """This version cannot be read by this program, or is not kept; the message says why."""


class Edition(msgspec.Struct, frozen=True):
    """One published version: its tables and flow, and its words and recordings."""

    agency: Agency
    prompts: Prompts

    @property
    def version(self) -> str:
        return self.agency.version


class Editions(ABC):
    @abstractmethod
    async def current(self) -> str | None:
        """The version in force by the last publication; None before the first. Raises StoreAway."""

    @abstractmethod
    async def edition(self, version: str) -> Edition:
        """Raises EditionUnusable, StoreAway."""

    @abstractmethod
    async def prepare(self, edition: Edition) -> None:
        """Renders the prompts that say the same to every caller, so that none waits for a voice. Ends after a
        bounded time, whatever could be rendered; the rest is rendered when it is first said."""
