"""A stream of the web, read until it has told what there is to see now."""

import asyncio
from typing import Any

from litestar import Litestar

STREAM_ENDS = b"\n\n"
SECONDS = 5
"""After which whoever waits for a message is told that there came none."""


async def first_of(app: Litestar, path: str, cookies: dict[str, str]) -> str:
    """Its first message, or the answer of a door that is closed to whoever asks."""
    told, seen = bytearray(), asyncio.Event()
    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Any:
        if message := next(asked, None):
            return message
        await seen.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        told.extend(message.get("body", b""))
        ends = message["type"] == "http.response.body" and not message.get("more_body")
        if STREAM_ENDS in told or ends:
            seen.set()

    async with asyncio.timeout(SECONDS):
        await app(_scope(path, cookies), receive, send)
    return told.decode()


def _scope(path: str, cookies: dict[str, str]) -> Any:
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"tierline.test"), (b"cookie", cookie.encode())],
        "client": ("127.0.0.1", 1),
        "server": ("tierline.test", 80),
        "state": {},
    }
