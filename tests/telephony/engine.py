"""A real engine for the tests of this layer, on ports that are free just now, all of them on loopback."""

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tierline.asterisk.engine import Engine
from tierline.asterisk.engine_config import EnginePorts, EngineSettings
from tierline.asterisk.trunk import Trunk
from tierline.own_ports import is_free

RTP_PORTS = 100

PORTS = range(20_100, 32_700, 4)
"""A center takes the three after its own as well."""
RTP_STARTS = range(61_000, 65_400, RTP_PORTS)
"""As `PORTS`, outside of what Linux gives to sockets that ask for any port (32768 to 60999) and of where
scripted callers have their audio (10000 to 20000): nobody takes one between the choice and the use."""


def free_ports() -> EnginePorts:
    sip, sip_tls, http = (free_port() for _ in range(3))
    # Nobody looks whether they are free: the engine passes over ports that are taken within the range.
    rtp = random.choice(RTP_STARTS)
    return EnginePorts(sip=sip, sip_tls=sip_tls, http=http, rtp_start=rtp, rtp_end=rtp + RTP_PORTS - 1)


def free_port() -> int:
    while not is_free(port := random.choice(PORTS)):
        pass
    return port


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
    return Trunk(name="carrier", kind="address", host="127.0.0.1", port=free_port(), match=("192.0.2.1",))
