"""The one writer: a thread with one connection. Changes that come meanwhile share the next transaction.

A change is one errand of that thread; statement by statement from the event loop it was some fourteen.
"""

import asyncio
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")
Work = Callable[[Connection], T]

LARGEST = 100
"""Changes in one transaction: the first of them waits for the last."""

TURN_SECONDS = 1.0
"""For which one transaction is waited for: a disk that hangs must not hold up who can go on without. Many
transactions before one's own, as on a busy machine, are no such thing."""


class Busy(Exception):
    """A transaction has been under way for too long; this change was not begun, and never will be."""


SWITCH_SECONDS = 0.0005
"""Until this thread has the interpreter again that it gave away for each statement. By default it waits for
5 ms whenever the event loop is at work, and a hundred changes take seconds."""


class Writer:
    def __init__(self, engine: Engine) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, "store-writer")
        self._waiting: list[tuple[Work[Any], asyncio.Future[Any]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._since = 0.0
        """When the transaction that is under way began, by the loop's clock."""

    async def write(self, work: Work[T]) -> T:
        """Durable when it returns; what raises has changed nothing. It is done even if nobody waits any more.
        Raises Busy, what `work` raises, and SQLAlchemy's errors."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        asked = (work, done)
        self._waiting.append(asked)
        if self._writing is None or self._writing.done():
            self._since = loop.time()
            self._writing = asyncio.create_task(self._write_all())
        while (left := self._since + TURN_SECONDS - loop.time()) > 0 and not done.done():
            await asyncio.wait([done], timeout=left)
        if asked in self._waiting:
            self._waiting.remove(asked)
            raise Busy(f"another change has been under way for {TURN_SECONDS:g} s")
        return await done

    async def between(self, work: Callable[[Engine], None]) -> None:
        """Outside of any transaction, in its turn."""
        await asyncio.get_running_loop().run_in_executor(self._thread, work, self._engine)

    async def close(self) -> None:
        """After what was asked for."""
        if self._writing:
            await asyncio.wait([self._writing])
        await asyncio.get_running_loop().run_in_executor(self._thread, self._engine.dispose)
        self._thread.shutdown()

    async def _write_all(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting[:LARGEST], self._waiting[LARGEST:]
            works = [work for work, _ in batch]
            self._since = loop.time()
            outcomes = await loop.run_in_executor(self._thread, self._transaction, works)
            for (_, done), outcome in zip(batch, outcomes, strict=True):
                _tell(done, outcome)

    def _transaction(self, works: Sequence[Work[Any]]) -> Sequence[Any]:
        """What each returned or raised; all of them the error of a transaction that failed as a whole."""
        try:
            with self._engine.begin() as connection:
                outcomes = [_member(connection, work) for work in works]
        except Exception as failed:
            return [failed for _ in works]
        return outcomes


def _member(connection: Connection, work: Work[Any]) -> Any:
    """One that fails takes nothing of the others with it."""
    connection.exec_driver_sql("SAVEPOINT member")
    try:
        outcome = work(connection)
    except Exception as failed:
        # Raises, and so fails the whole transaction, where the database has ended it already (disk full).
        connection.exec_driver_sql("ROLLBACK TO member")
        outcome = failed
    connection.exec_driver_sql("RELEASE member")
    return outcome


def _tell(done: asyncio.Future[Any], outcome: Any) -> None:
    if done.cancelled():
        return
    if isinstance(outcome, Exception):
        done.set_exception(outcome)
    else:
        done.set_result(outcome)
