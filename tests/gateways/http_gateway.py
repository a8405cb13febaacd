"""A gateway for short messages on this machine: it answers well, or as a test wants it to."""

import asyncio
import json
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

import msgspec

from tests.gateways.listening import Listener, listening
from tierline.notify.http import HttpGateway


class Request(msgspec.Struct, frozen=True):
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Gateway(Listener):
    """`answers` are given one after the other, and then 202 to all: bytes as they go over the line, or
    seconds of silence before the gateway hangs up. `taken` has each message once, by its id."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[bytes | float] = []
        self.requests: list[Request] = []
        self.taken: dict[str, Any] = {}

    @property
    def settings(self) -> HttpGateway:
        return HttpGateway(
            url=f"http://127.0.0.1:{self.port}/messages",
            body={"to": "{to}", "text": "{text}", "reference": "{id}"},
            answer_id="messages.0.id",
            timeout_seconds=0.5,
        )

    def will_answer(self, *statuses: int, headers: Sequence[str] = (), body: str = "") -> None:
        for status in statuses:
            self.answers.append(answer(status, headers, body))

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
        request = Request(headers, await reader.readexactly(int(headers.get("content-length", "0"))))
        self.requests.append(request)
        told = self.answers.pop(0) if self.answers else self._take(request)
        if isinstance(told, float):
            await asyncio.wait_for(reader.read(), told)
            return
        writer.write(told)
        await writer.drain()

    def _take(self, request: Request) -> bytes:
        self.taken.setdefault(request.json["reference"], request.json)
        return answer(202, body='{"messages": [{"id": "gw-1"}]}')


def answer(status: int, headers: Sequence[str] = (), body: str = "") -> bytes:
    lines = [f"HTTP/1.1 {status} x", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join([*lines, "", body]).encode()


def gateway() -> AbstractAsyncContextManager[Gateway]:
    return listening(Gateway())
