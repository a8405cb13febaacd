"""A script as a file of the agency's folder: its import and export."""

from abc import ABC, abstractmethod

from tierline.scripts.script import Script


class BadScriptFile(Exception):
    """It is no script; the message says what is wrong, and on which line."""


class ScriptFiles(ABC):
    @abstractmethod
    def read(self, text: str) -> Script:
        """Raises BadScriptFile."""

    @abstractmethod
    def name(self, script: Script) -> str:
        """Of its file, in the agency's folder."""

    @abstractmethod
    def write(self, script: Script) -> str:
        """What `read` reads as the same script."""
