"""The master key: it wraps the key of each record, and is never in the database.

A file beside the database holds it, for this user alone, or another file that TIERLINE_MASTER_KEY names: one
line of 64 hexadecimal digits. While it is being rotated the file has a second line, the key of before.
"""

import hashlib
import hmac
import os
import secrets
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from tierline.store.sealing import KEY_BYTES, Key, Unreadable, new_secret

SETTING = "TIERLINE_MASTER_KEY"
FILE = "master.key"
_ABOUT = (
    "# The master key of the personal data in tierline.db: without it no database and no backup\n"
    "# can be read. Keep a copy apart from the database and its backups (docs/how-to/personal-data.md).\n"
)


class MasterKeyUnusable(Exception):
    """It is missing, or not the one of this database; the message is one line that says what to do."""


class MasterKeys:
    """The first wraps. The others unwrap what was wrapped before them."""

    def __init__(self, secret: Sequence[bytes]) -> None:
        self.secrets = tuple(secret)
        self.name = _name(self.secrets[0])
        self._wrapping = {_name(one): Key(_derived(one, b"wrap")) for one in self.secrets}
        self._spooling = [Key(_derived(one, b"spool")) for one in self.secrets]

    def wrap(self, key: bytes, of: str) -> bytes:
        return self._wrapping[self.name].seal(key, of)

    def unwrap(self, wrapped: bytes, of: str, master: str) -> bytes:
        """`master` is the name of the one it was wrapped by. Raises MasterKeyUnusable."""
        by = self._wrapping.get(master)
        if by is None:
            raise MasterKeyUnusable(
                f"the master key is not the one of this database: it needs the one that begins with {master} "
                f"(put back your copy of it; {SETTING} names the file)"
            )
        try:
            return by.open(wrapped, of)
        except Unreadable as wrong:
            raise MasterKeyUnusable(f"a key in the database was changed ({of}): restore a backup") from wrong

    def seal_for_spool(self, content: bytes) -> bytes:
        return self._spooling[0].seal(content, "spool")

    def open_from_spool(self, sealed: bytes) -> bytes:
        """Raises Unreadable."""
        for key in self._spooling[:-1]:
            with suppress(Unreadable):
                return key.open(sealed, "spool")
        return self._spooling[-1].open(sealed, "spool")


def master_keys_for(database: Path) -> MasterKeys:
    """As they are kept; made at the first start. Raises MasterKeyUnusable, and OSError where nobody can tell
    whether the database has one already."""
    file = where_kept(database.parent)
    try:
        return MasterKeys(read(file))
    except FileNotFoundError:
        if _is_encrypted(database):
            raise MasterKeyUnusable(
                f"the master key of {database} is missing: put your copy of it at {file}, or name its file "
                f"by {SETTING}. Without it the personal data in this database cannot be read by anybody."
            ) from None
    try:
        _write(file, [new_secret()], anew=True)
    except FileExistsError:
        pass  # another process was first
    except OSError as refused:
        raise MasterKeyUnusable(f"no master key can be made at {file}: {refused.strerror}") from refused
    return MasterKeys(read(file))


def where_kept(var: Path) -> Path:
    return Path(os.environ.get(SETTING) or var / FILE)


def read(file: Path) -> list[bytes]:
    """Raises FileNotFoundError, MasterKeyUnusable."""
    try:
        lines = file.read_text("ascii").split("\n")
    except FileNotFoundError:
        raise
    except (OSError, UnicodeDecodeError) as refused:
        raise MasterKeyUnusable(f"the master key cannot be read: {file}: {refused}") from refused
    try:
        found = [bytes.fromhex(line) for line in lines if line.strip() and not line.startswith("#")]
    except ValueError:
        found = []
    if not found or any(len(one) != KEY_BYTES for one in found):
        raise MasterKeyUnusable(f"{file} is no master key: one line of {2 * KEY_BYTES} hexadecimal digits")
    return found


def replace(file: Path, keys: Sequence[bytes]) -> None:
    """At once: whoever reads it finds all of what was before, or all of this. Raises OSError."""
    _write(file, keys, anew=False)


def _write(file: Path, keys: Sequence[bytes], *, anew: bool) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    written = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    handle = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(handle, "w", encoding="ascii") as out:
            out.write(_ABOUT + "".join(f"{key.hex()}\n" for key in keys))
            out.flush()
            os.fsync(out.fileno())
        if anew:
            os.link(written, file)
        else:
            written.replace(file)
    finally:
        written.unlink(missing_ok=True)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _is_encrypted(database: Path) -> bool:
    """Whether keys are in it, which only some master key opens. Raises OSError."""
    if not database.exists() or not database.stat().st_size:
        return False
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as looked_at:
            asked = "SELECT 1 FROM sqlite_master WHERE name = 'vault_keys'"
            return looked_at.execute(asked).fetchone() is not None
    except sqlite3.Error as refused:
        raise OSError(f"{database} cannot be read: {refused}") from refused


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return hmac.digest(secret, b"tierline " + purpose, "sha256")


def _name(secret: bytes) -> str:
    """Tells one from another, and nothing else of it."""
    return hashlib.sha256(b"tierline name" + secret).hexdigest()[:16]
