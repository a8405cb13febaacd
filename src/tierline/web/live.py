"""Live screens by server-sent events. Every message is the whole of what there is to see, so that a screen
that missed some is right again with the next; where that would be too much, the first is, and each after it
tells what has changed."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import contextmanager

import msgspec
from litestar.response import Stream

from tierline.ports.store import StoreAway

_SECONDS_BETWEEN_MESSAGES = 0.1
_SECONDS_BETWEEN_SIGNS_OF_LIFE = 10.0

Snapshot = Callable[[], Awaitable[msgspec.Struct | None]]
"""None for nothing new."""
Allowed = Callable[[], Awaitable[bool]]


class Changes:
    """Tells every open screen that something has changed."""

    def __init__(self) -> None:
        self._watchers: set[asyncio.Event] = set()

    def happened(self) -> None:
        for watcher in self._watchers:
            watcher.set()

    @contextmanager
    def watched(self) -> Iterator[asyncio.Event]:
        watcher = asyncio.Event()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)


def event_stream(messages: AsyncGenerator[bytes, None]) -> Stream:
    return Stream(messages, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


def nothing_more() -> bool:
    return False


async def live(
    changes: Changes, snapshot: Snapshot, allowed: Allowed, has_more: Callable[[], bool] = nothing_more
) -> AsyncGenerator[bytes, None]:
    """Whenever the snapshot differs from the one before, and a sign of life in between. Ends when it is not
    `allowed` any more, which is asked every ten seconds. While it `has_more` it waits for no change."""
    clock = asyncio.get_running_loop().time
    next_sign = clock() + _SECONDS_BETWEEN_SIGNS_OF_LIFE
    sent = b""
    with changes.watched() as changed:
        while True:
            changed.clear()
            message = await _message(snapshot) or sent
            if message != sent:
                yield message
                sent = message
            await asyncio.sleep(_SECONDS_BETWEEN_MESSAGES)
            if not has_more():
                await _either(changed, next_sign - clock())
            if clock() >= next_sign:
                if not await _still(allowed):
                    return
                yield b": still here\n\n"
                next_sign = clock() + _SECONDS_BETWEEN_SIGNS_OF_LIFE


async def _message(snapshot: Snapshot) -> bytes | None:
    """None while the database is away: a screen keeps what it has rather than losing its stream."""
    try:
        seen = await snapshot()
        return b"data: " + msgspec.json.encode(seen) + b"\n\n" if seen is not None else None
    except StoreAway:
        return None


async def _still(allowed: Allowed) -> bool:
    try:
        return await allowed()
    except StoreAway:
        return True


async def _either(changed: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(max(seconds, 0)):
            await changed.wait()
    except TimeoutError:
        return
