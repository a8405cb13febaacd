"""The network ports a center listens on: the web's is given, the others follow it where they are free."""

import random
import socket

from tierline.asterisk.engine_config import EnginePorts

RTP_PORTS = 1600
"""Two a leg: 400 conversations of two, or 800 callers in the IVR, more than one machine can serve."""


def is_free(port: int, bind: str = "127.0.0.1", *, udp: bool = True) -> bool:
    """For TCP, and for UDP where it is needed."""
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM) if udp else (socket.SOCK_STREAM,):
        with socket.socket(socket.AF_INET, kind) as probe:
            if kind == socket.SOCK_STREAM:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((bind, port))
            except OSError:
                return False
    return True


def engine_ports(web: int, bind: str) -> EnginePorts:
    """SIP next to the web's port, then the engine's own HTTP, then SIP over TLS; any other free port where
    one is taken."""
    sip, http, tls = (
        n if n < 65536 and is_free(n, bind) else _any_free(bind) for n in (web + 1, web + 2, web + 3)
    )
    start = _rtp_start(bind, beside=(web, sip, http, tls))
    return EnginePorts(
        sip=sip, sip_tls=tls, http=http, rtp_start=start, rtp_end=start + RTP_PORTS - 1, bind=bind
    )


def _any_free(bind: str) -> int:
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.bind((bind, 0))
            port: int = probe.getsockname()[1]
        if is_free(port, bind):
            return port


def _rtp_start(bind: str, beside: tuple[int, ...]) -> int:
    """Even, below the ports that the system hands out itself, and not where another center has its calls."""
    while True:
        start = random.randrange(10_000, 32_000 - RTP_PORTS, 2)  # noqa: S311 - spreads centers, keeps no secret
        calls = range(start, start + RTP_PORTS)
        if not any(port in calls for port in beside) and all(is_free(port, bind) for port in calls[::40]):
            return start
