"""Live screens by server-sent events. Every message is the whole of what there is to see, so that a screen
that missed some is right again with the next; where that would be too much, the first is, and each after it
tells what has changed."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager

import msgspec
from litestar.response import Stream

from tierline.calls.names import AgentId
from tierline.ports.store import StoreAway

_SECONDS_BETWEEN_MESSAGES = 0.1
_SECONDS_FOR_A_SCREEN = 0.001
"""A thousand screens are drawn once a second then, which takes a tenth of a core."""
_SECONDS_BETWEEN_SIGNS_OF_LIFE = 10.0

Snapshot = Callable[[], Awaitable[msgspec.Struct | None]]
"""None for nothing new."""
Allowed = Callable[[], Awaitable[bool]]


class Changes:
    """Tells open screens that something has changed: those of whom it is about at once, all others at a pace
    that their number allows. To draw a thousand screens anew for every call would be all that is done."""

    def __init__(self) -> None:
        self._watchers: defaultdict[AgentId | None, set[asyncio.Event]] = defaultdict(set)
        self._to_all: asyncio.TimerHandle | None = None

    def happened(self) -> None:
        if self._to_all is None:
            screens = sum(map(len, self._watchers.values()))
            pace = screens * _SECONDS_FOR_A_SCREEN
            self._to_all = asyncio.get_running_loop().call_later(pace, self._tell_all)

    def concern(self, agents: Iterable[AgentId]) -> None:
        for agent in agents:
            for watcher in self._watchers.get(agent, ()):
                watcher.set()

    @contextmanager
    def watched(self, of: AgentId | None = None) -> Iterator[asyncio.Event]:
        watcher = asyncio.Event()
        self._watchers[of].add(watcher)
        try:
            yield watcher
        finally:
            self._watchers[of].discard(watcher)

    def _tell_all(self) -> None:
        self._to_all = None
        for watchers in self._watchers.values():
            for watcher in watchers:
                watcher.set()


def event_stream(messages: AsyncGenerator[bytes, None]) -> Stream:
    return Stream(messages, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


def nothing_more() -> bool:
    return False


async def live(
    changes: Changes,
    snapshot: Snapshot,
    allowed: Allowed,
    has_more: Callable[[], bool] = nothing_more,
    of: AgentId | None = None,
) -> AsyncGenerator[bytes, None]:
    """Whenever the snapshot differs from the one before, and a sign of life in between. Ends when it is not
    `allowed` any more, which is asked every ten seconds. While it `has_more` it waits for no change. A screen
    `of` an agent follows at once what is about them."""
    clock = asyncio.get_running_loop().time
    next_sign = clock() + _SECONDS_BETWEEN_SIGNS_OF_LIFE
    sent = b""
    with changes.watched(of) as changed:
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
