"""UDP sockets that many telephones share."""

import asyncio
import socket
from collections.abc import Callable

Address = tuple[str, int]
Take = Callable[[bytes, Address], None]

ROOM = 8 * 1024 * 1024
"""Bytes that may wait to be read: a burst of a few hundred telephones must not be lost here."""


class Wire(asyncio.DatagramProtocol):
    """What comes is given to `take`."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._transport: asyncio.DatagramTransport | None = None

    @classmethod
    async def open(cls, host: str, take: Take) -> "Wire":
        here = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        here.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, ROOM)
        here.setblocking(False)
        here.bind((host, 0))
        loop = asyncio.get_running_loop()
        transport, wire = await loop.create_datagram_endpoint(lambda: cls(take), sock=here)
        wire._transport = transport
        return wire

    @property
    def address(self) -> Address:
        assert self._transport
        host, port = self._transport.get_extra_info("sockname")
        return host, port

    def send(self, datagram: bytes, to: Address) -> None:
        assert self._transport
        self._transport.sendto(datagram, to)

    def close(self) -> None:
        if self._transport:
            self._transport.close()

    def datagram_received(self, data: bytes, addr: Address) -> None:
        self._take(data, addr)

    def error_received(self, exc: Exception) -> None:
        """The other side is not there just now (an engine that was killed): SIP sends again by itself."""
