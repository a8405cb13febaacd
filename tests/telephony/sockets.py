"""What a process can be reached at, read from /proc(5)."""

import asyncio
import socket
from pathlib import Path
from typing import Literal

import msgspec

LISTEN = "0A"
LOOPBACK = ("0100007F", "00000000000000000000000001000000")
OPTIONS = (
    "OPTIONS sip:check@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:{port};branch=z9hG4bKcheck;rport\r\n"
    "From: <sip:check@127.0.0.1>;tag=1\r\nTo: <sip:check@127.0.0.1>\r\nCall-ID: check\r\nCSeq: 1 OPTIONS\r\n"
    "Max-Forwards: 70\r\nContent-Length: 0\r\n\r\n"
)


class Socket(msgspec.Struct, frozen=True):
    kind: Literal["tcp", "udp"]
    port: int
    on_loopback: bool


def sockets_of(pid: int) -> list[Socket]:
    """TCP sockets that listen, and all UDP sockets."""
    inodes = {_target(fd) for fd in Path(f"/proc/{pid}/fd").iterdir()}
    found = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            address, port = fields[1].split(":")
            kind: Literal["tcp", "udp"] = "tcp" if table.startswith("tcp") else "udp"
            if f"socket:[{fields[9]}]" in inodes and (kind == "udp" or fields[3] == LISTEN):
                found.append(Socket(kind, int(port, 16), address in LOOPBACK))
    return found


async def answers_sip(port: int) -> bool:
    """Whether a SIP OPTIONS over UDP gets any answer within half a second."""
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.bind(("127.0.0.1", 0))
        asking.setblocking(False)
        asking.sendto(OPTIONS.format(port=asking.getsockname()[1]).encode(), ("127.0.0.1", port))
        try:
            async with asyncio.timeout(0.5):
                return (await loop.sock_recv(asking, 100)).startswith(b"SIP/2.0")
        except (TimeoutError, OSError):
            return False


def _target(descriptor: Path) -> str:
    try:
        return str(descriptor.readlink())
    except FileNotFoundError:
        return ""
