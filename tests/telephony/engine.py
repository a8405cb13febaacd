"""A real engine for the tests of this layer, on ports that are free just now, all of them on loopback."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from tierline.asterisk.engine import Engine
from tierline.asterisk.engine_config import EnginePorts, EngineSettings
from tierline.asterisk.trunk import Trunk

RTP_PORTS = 100


def free_ports() -> EnginePorts:
    sip, sip_tls, http = (_free(socket.SOCK_STREAM, socket.SOCK_DGRAM) for _ in range(3))
    # Only the first of the range is looked at: the engine passes over ports that are taken within it.
    rtp = _free(socket.SOCK_DGRAM) & ~1
    rtp = min(rtp, 65535 - RTP_PORTS) & ~1
    return EnginePorts(sip=sip, sip_tls=sip_tls, http=http, rtp_start=rtp, rtp_end=rtp + RTP_PORTS - 1)


def engine_settings(var: Path) -> EngineSettings:
    return EngineSettings(var=var, ports=free_ports(), ari_user="tierline", ari_password="for-this-test-only")


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One engine for the whole run, with a line on which a `Caller` that listens there is the network. A test
    that ends an engine starts its own."""
    settings = engine_settings(tmp_path_factory.mktemp("center"))
    running = Engine(msgspec.structs.replace(settings, trunks=(carrier(),)))
    asyncio.run(running.start())
    yield running
    asyncio.run(running.stop())


def carrier() -> Trunk:
    """Calls out only: those that come in from this machine are trial calls."""
    port = _free(socket.SOCK_STREAM, socket.SOCK_DGRAM)
    return Trunk(name="carrier", kind="address", host="127.0.0.1", port=port, match=("192.0.2.1",))


def _free(*kinds: socket.SocketKind) -> int:
    """A port free for every kind of socket named."""
    while True:
        with closing(socket.socket(socket.AF_INET, kinds[0])) as first:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            try:
                for kind in kinds[1:]:
                    with closing(socket.socket(socket.AF_INET, kind)) as other:
                        other.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
