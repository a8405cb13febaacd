"""HTTP/1.1 (RFC 9112) to the engine over kept connections: a request and its whole answer at a time on each.

Of our own, because each key of a caller is two requests: a general library takes some 0.8 ms of processor
time for one, this 0.05.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import msgspec

CONNECTIONS = 32
"""At the most: the engine serves each in a thread."""
IDLE = 10.0
"""Seconds after which a kept connection is not used again: the engine closes it after 15
(`session_keep_alive`)."""


class Answer(msgspec.Struct, frozen=True):
    status: int
    content: bytes


class Away(Exception):
    """No answer, or none that is HTTP."""


class Kept(msgspec.Struct):
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    until: float = 0.0
    """When it has been idle too long, by the monotonic clock."""

    @property
    def usable(self) -> bool:
        return time.monotonic() < self.until and not self.reader.at_eof()


class KeptConnections:
    """`headers` go with every request; each request ends within `patience` seconds."""

    def __init__(self, host: str, port: int, headers: Sequence[str], *, patience: float) -> None:
        self._host, self._port = host, port
        self._headers = "".join(f"{header}\r\n" for header in (f"Host: {host}:{port}", *headers))
        self._patience = patience
        self._idle: list[Kept] = []
        self._turns = asyncio.Semaphore(CONNECTIONS)

    async def request(self, method: str, target: str, body: bytes = b"") -> Answer:
        """`body` is JSON. Raises Away."""
        kind = "Content-Type: application/json\r\n" if body else ""
        head = f"{method} {target} HTTP/1.1\r\n{self._headers}{kind}Content-Length: {len(body)}\r\n\r\n"
        try:
            async with asyncio.timeout(self._patience), self._turns, self._connection() as kept:
                kept.writer.write(head.encode("ascii") + body)
                return await _answer(kept)
        except TimeoutError as late:
            raise Away(f"no answer within {self._patience:g} s") from late
        except (OSError, EOFError, LookupError, ValueError, asyncio.LimitOverrunError) as broken:
            raise Away(repr(broken)) from broken

    def close(self) -> None:
        while self._idle:
            self._idle.pop().writer.close()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[Kept]:
        """Kept for the next request only if this one went through: else its answer may still be coming."""
        kept = self._from_idle() or Kept(*await asyncio.open_connection(self._host, self._port))
        try:
            yield kept
        except BaseException:
            kept.writer.close()
            raise
        kept.until = time.monotonic() + IDLE
        self._idle.append(kept)

    def _from_idle(self) -> Kept | None:
        while self._idle:
            kept = self._idle.pop()
            if kept.usable:
                return kept
            kept.writer.close()
        return None


async def _answer(kept: Kept) -> Answer:
    """Raises EOFError and, where it is no HTTP we know, LookupError, ValueError and LimitOverrunError."""
    head = (await kept.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    status = int(head[0].split(" ")[1])
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
    if "content-length" not in headers and status != 204:
        raise ValueError("an answer of unknown length")
    content = await kept.reader.readexactly(int(headers.get("content-length", 0)))
    return Answer(status, content)
