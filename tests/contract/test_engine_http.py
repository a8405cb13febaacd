"""Connections to the engine are kept while they can be, and whatever goes wrong with one is said in time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from tierline.asterisk.http import Away, KeptConnections

FINE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class Server:
    """Answers each request with what `says` gives; None closes the connection without a word."""

    def __init__(self, says: Callable[[], bytes | None], *, once: bool) -> None:
        self.closed = asyncio.Event()
        self.connections = 0
        self.requests: list[bytes] = []
        self._says = says
        self._once = once

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
                self.requests.append(head + await reader.readexactly(length))
                answer = self._says()
                if answer is None:
                    break
                writer.write(answer)
                if self._once:
                    break
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()
            self.closed.set()


@asynccontextmanager
async def serving(
    says: Callable[[], bytes | None], *, once: bool = False
) -> AsyncIterator[tuple[Server, KeptConnections]]:
    """`once`: each connection is closed after its first answer."""
    server = Server(says, once=once)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    http = KeptConnections("127.0.0.1", port, ["Authorization: Basic x"], patience=0.5)
    try:
        yield server, http
    finally:
        http.close()
        listening.close()


async def test_requests_one_after_the_other_share_a_connection() -> None:
    async with serving(lambda: FINE) as (server, http):
        answers = [await http.request("POST", "/ari/x", b"{}") for _ in range(3)]
        assert [(a.status, a.content) for a in answers] == [(200, b"ok")] * 3
        assert server.connections == 1
        assert server.requests[0].endswith(b"\r\n\r\n{}")
        assert b"Authorization: Basic x\r\n" in server.requests[0]


async def test_requests_at_the_same_time_do_not_wait_for_one_another() -> None:
    async with serving(lambda: FINE) as (server, http):
        await asyncio.gather(*(http.request("GET", "/ari/x") for _ in range(5)))
        assert server.connections == 5


async def test_an_error_of_the_engines_is_an_answer() -> None:
    async with serving(lambda: b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone") as (_, http):
        assert (await http.request("DELETE", "/ari/x")).status == 404


async def test_an_answer_without_content_is_one() -> None:
    async with serving(lambda: b"HTTP/1.1 204 No Content\r\n\r\n") as (server, http):
        assert [(await http.request("DELETE", "/ari/x")).content for _ in range(2)] == [b"", b""]
        assert server.connections == 1


@pytest.mark.parametrize("answer", [None, b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n?", b"HTTP/1.1 200"])
async def test_no_answer_or_none_that_is_http_is_said_and_the_next_request_is_made_anew(
    answer: bytes | None,
) -> None:
    answers = iter([answer, FINE])
    async with serving(lambda: next(answers)) as (server, http):
        with pytest.raises(Away):
            await http.request("GET", "/ari/x")
        assert (await http.request("GET", "/ari/x")).status == 200
        assert server.connections == 2


async def test_a_connection_that_the_engine_closes_after_its_answer_is_not_used_again() -> None:
    async with serving(lambda: FINE, once=True) as (server, http):
        for _ in range(2):
            assert (await http.request("GET", "/ari/x")).status == 200
            await server.closed.wait()
            for _ in range(10):  # turns of the loop until the end has come through the kernel to our side
                await asyncio.sleep(0)
        assert server.connections == 2


async def test_an_answer_that_was_given_up_is_not_taken_for_the_next_ones() -> None:
    answers = iter([b"", FINE])
    async with serving(lambda: next(answers)) as (_, http):
        with pytest.raises(Away, match=r"within 0\.5 s"):
            await http.request("GET", "/ari/slow")
        assert (await http.request("GET", "/ari/x")).content == b"ok"
