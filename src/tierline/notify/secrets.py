"""Secrets that `notifier.yaml` names and does not hold."""

import os
from pathlib import Path

import msgspec


class SecretMissing(Exception):
    """The message says which, and what to do."""


class Secret(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """From a variable of the environment, or a file that holds nothing else. `before` is put before it
    ("Bearer ")."""

    env: str | None = None
    file: str | None = None
    before: str = ""

    def read(self) -> str:
        """Raises SecretMissing."""
        if (self.env is None) == (self.file is None):
            raise SecretMissing("a secret is either env: NAME or file: PATH")
        if self.env is not None:
            found = os.environ.get(self.env, "").strip()
            where = f"the environment variable {self.env}"
        else:
            assert self.file is not None
            where = self.file
            try:
                found = Path(self.file).read_text("utf-8").strip()
            except (OSError, UnicodeDecodeError) as unreadable:
                raise SecretMissing(f"{where} cannot be read: {unreadable}") from unreadable
        if not found:
            raise SecretMissing(f"{where} is empty: put the secret there")
        return self.before + found


def plain(value: str | Secret) -> str:
    """Raises SecretMissing."""
    return value.read() if isinstance(value, Secret) else value
