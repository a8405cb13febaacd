"""Secrets that `case-systems.yaml` names and does not hold: an agency's folder is read by many."""

import os
from pathlib import Path

from tierline.ports.case_systems_file import NamedSecret


class SecretMissing(Exception):
    """The message says which, and what to do."""


class Secrets:
    """`case-status-key` is the environment variable TIERLINE_SECRET_CASE_STATUS_KEY, or else the file
    `secrets/case-status-key` of the state folder."""

    def __init__(self, var: Path) -> None:
        self._folder = var / "secrets"

    def read(self, named: NamedSecret) -> str:
        """Raises SecretMissing."""
        variable = f"TIERLINE_SECRET_{named.secret.replace('-', '_').upper()}"
        file = self._folder / named.secret
        try:
            found = os.environ.get(variable, "").strip() or file.read_text("utf-8").strip()
        except FileNotFoundError:
            found = ""
        except (OSError, UnicodeDecodeError) as unreadable:
            raise SecretMissing(f"{file} cannot be read ({type(unreadable).__name__})") from unreadable
        if not found:
            raise SecretMissing(
                f"the secret {named.secret} is not there: set {variable}, or put it in the file {file}"
            )
        return named.before + found

    def plain(self, value: str | NamedSecret) -> str:
        """Raises SecretMissing."""
        return self.read(value) if isinstance(value, NamedSecret) else value
