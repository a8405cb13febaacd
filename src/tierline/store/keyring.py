"""The keys of the records, each wrapped by the master key in the database."""

import hmac
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from tierline.privacy.record import Record
from tierline.store import tables as t
from tierline.store.master_key import MasterKeys, MasterKeyUnusable
from tierline.store.sealing import Key, new_secret

INDEX = "index"
"""The key under which values are found by being equal: of all records, wrapped like theirs."""

REMEMBERED = 4_000
"""Keys of open calls: as many as a busy center has at once."""

_A_FEW = 1_000
"""Keys wrapped anew in one transaction."""
_OF: sa.BindParameter[str] = sa.bindparam("of")
_LIVE = sa.select(t.vault_keys.c.id, t.vault_keys.c.wrapped, t.vault_keys.c.master).where(
    t.vault_keys.c.record == _OF, t.vault_keys.c.wrapped.is_not(None)
)
_MAKE = sa.insert(t.vault_keys)


class Opened(NamedTuple):
    id: str
    key: Key


class Keyring:
    """Used by the writer's thread and by the event loop, which alone remembers and forgets."""

    def __init__(self, masters: Callable[[], MasterKeys]) -> None:
        self._load = masters
        self._masters: MasterKeys | None = None
        self._index = b""
        self._known: dict[str, Opened] = {}

    @property
    def masters(self) -> MasterKeys:
        """Raises MasterKeyUnusable, OSError."""
        if self._masters is None:
            self._masters = self._load()
        return self._masters

    def unlock(self, connection: sa.Connection) -> None:
        """Of a database of our schema, before anything else of it is used. Raises MasterKeyUnusable."""
        found = connection.execute(_LIVE, {"of": INDEX}).one_or_none()
        if found is None:
            raise MasterKeyUnusable("this database has lost its index key: restore a backup")
        self._index = self.masters.unwrap(found.wrapped, found.id, found.master)

    def mark(self, value: str) -> bytes:
        """The same for equal values, and nothing without the index key."""
        assert self._index, "the database is not unlocked"
        return mark(self._index, value)

    def of(self, connection: sa.Connection, record: Record, *, since: datetime | None, new: bool) -> Opened:
        """To seal with; made at the first value. Raises MasterKeyUnusable."""
        if new:
            return self._made(connection, record, since)
        if since is None and (known := self._known.get(record.id)):
            return known
        found = connection.execute(_LIVE, {"of": record.id}).one_or_none()
        if found:
            return Opened(found.id, self.opened(found.id, found.wrapped, found.master))
        return self._made(connection, record, since)

    def opened(self, key: str, wrapped: bytes, master: str) -> Key:
        return Key(self.masters.unwrap(wrapped, key, master))

    def _made(self, connection: sa.Connection, record: Record, since: datetime | None) -> Opened:
        secret = new_secret()
        key = key_id(secret)
        row = wrapped_key(self.masters, key, secret) | {
            "record": record.id,
            "series": record.series,
            "call": record.call,
            "since": since,
        }
        connection.execute(_MAKE, row)
        return Opened(key, Key(secret))

    def rewrap(self, connection: sa.Connection, after: str) -> list[str]:
        """The next few keys in order; none: there are no more."""
        k = t.vault_keys.c
        few = sa.select(k.id, k.wrapped, k.master).where(k.id > after, k.wrapped.is_not(None))
        found = connection.execute(few.order_by(k.id).limit(_A_FEW)).all()
        masters = self.masters
        anew = [
            {"of": row.id, "by": masters.wrap(masters.unwrap(row.wrapped, row.id, row.master), row.id)}
            for row in found
            if row.master != masters.name
        ]
        if anew:
            written = {"wrapped": sa.bindparam("by"), "master": masters.name}
            connection.execute(sa.update(t.vault_keys).where(k.id == _OF).values(**written), anew)
        return [row.id for row in found]

    def remember(self, opened: Mapping[str, Opened]) -> None:
        """Only what is durable: a key that was rolled back would seal values that nobody can open."""
        self._known.update(opened)
        while len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]

    def forget(self, record: str) -> None:
        self._known.pop(record, None)


def mark(index: bytes, value: str) -> bytes:
    return hmac.digest(index, value.encode(), "sha256")[:16]


def key_id(secret: bytes) -> str:
    """Never that of another key, so that what is sealed under a key that is gone looks like no other's."""
    return hmac.digest(secret, b"tierline key id", "sha256")[:12].hex()


def wrapped_key(masters: MasterKeys, key: str, secret: bytes) -> dict[str, object]:
    return {"id": key, "wrapped": masters.wrap(secret, key), "master": masters.name}
