"""SQLite as a durable store: each connection is set so, and looked at before it is trusted."""

import sqlite3
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

log = structlog.get_logger()

BUSY_MILLISECONDS = 1_000
"""How long another process may hold the lock before the database counts as away."""

SETTINGS: dict[str, tuple[str, object]] = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),  # an acknowledged commit is on the disk, not on its way there
    "foreign_keys": ("ON", 1),
    "secure_delete": ("ON", 1),  # what was removed is overwritten
    "busy_timeout": (str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
}
"""What is asked for, and what SQLite answers when it holds."""


class NotDurable(Exception):
    """The database cannot promise that what it acknowledged is kept, so it is not used."""


def reading_engine(file: Path) -> AsyncEngine:
    """Raises NotDurable, on connecting, where a setting does not hold (WAL needs a local disk)."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{file}")
    event.listen(engine.sync_engine, "connect", _set_and_verify)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def writing_engine(file: Path) -> Engine:
    """The same, for one thread that writes."""
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", _set_and_verify)
    event.listen(engine, "begin", _begin_to_write)
    return engine


def make_file(file: Path) -> None:
    """Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)  # personal values: for this user's eyes only; SQLite's side files follow


def empty_log(engine: Engine) -> None:
    """Waits for nobody."""
    connection = engine.raw_connection()
    try:
        for asked in ("busy_timeout=0", "wal_checkpoint(TRUNCATE)", f"busy_timeout={BUSY_MILLISECONDS}"):
            connection.cursor().execute(f"PRAGMA {asked}").fetchall()
    finally:
        connection.close()


def rewrite(engine: Engine) -> None:
    """The whole file, without what was removed from it before `secure_delete`. Takes as much room again, for
    as long as it lasts; where there is none, that is logged and everything goes on."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM")
    except sqlite3.Error as refused:
        log.warning("what was removed from the database may be in its file still", why=str(refused))
    finally:
        connection.close()
    empty_log(engine)


def _set_and_verify(connection: Any, _record: object) -> None:
    connection.isolation_level = (
        None  # we say BEGIN ourselves: the driver's own comes too late, and is not IMMEDIATE
    )
    cursor = connection.cursor()
    for name, (wanted, held) in SETTINGS.items():
        cursor.execute(f"PRAGMA {name}={wanted}")
        cursor.execute(f"PRAGMA {name}")
        [answer] = cursor.fetchone()
        if answer != held:
            raise NotDurable(f"SQLite {sqlite3.sqlite_version} holds {name}={answer}, not {wanted}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_to_write(connection: Connection) -> None:
    # A writer locks at once: a read lock upgraded later fails with "locked" instead of waiting its turn.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
