"""As much of an HTTP server on this machine as a case system needs: it reads requests and hands them on."""

import asyncio
import json
from abc import abstractmethod
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

import msgspec

from tests.gateways.listening import Listener

Answer = bytes | float
"""As it goes over the line, or seconds of silence before the server hangs up."""


class Request(msgspec.Struct, frozen=True):
    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}


class HttpListener(Listener):
    """`answers` are given first, one after the other, whatever is asked; after each of them the server hangs
    up."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Answer] = []
        self.requests: list[Request] = []

    @abstractmethod
    def answer(self, request: Request) -> Answer:
        """To what was asked."""

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            request = await _read(reader)
            self.requests.append(request)
            out_of_turn = bool(self.answers)
            told = self.answers.pop(0) if out_of_turn else self.answer(request)
            if isinstance(told, float):
                with suppress(TimeoutError):
                    await asyncio.wait_for(reader.read(), told)
                return
            writer.write(told)
            await writer.drain()
            if out_of_turn:
                return


async def _read(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    first, *lines = head.split("\r\n")
    method, path, _ = first.split(" ")
    written = (line.split(": ", 1) for line in lines if line)
    headers = {name.lower(): value for name, value in written}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(method, path, headers, body)


def answered(status: int, body: Any = "", *, before: str = "", headers: tuple[str, ...] = ()) -> bytes:
    """`body` as JSON where it is no text already, with `before` in front."""
    content = (before + (body if isinstance(body, str) else json.dumps(body))).encode()
    lines = [f"HTTP/1.1 {status} x", f"Content-Length: {len(content)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + content
