"""The ports that a center chooses for itself, and those of its calls."""

import socket
from contextlib import closing

from tests.telephony.engine import free_port
from tierline.own_ports import engine_ports, is_free


def test_no_call_is_heard_on_a_port_that_the_center_listens_on() -> None:
    web = 20_000
    for _ in range(50):
        ports = engine_ports(web, "127.0.0.1")
        calls = range(ports.rtp_start, ports.rtp_end + 1)
        assert not {web, ports.sip, ports.sip_tls, ports.http} & set(calls)


def test_the_web_comes_back_where_a_call_has_the_same_number_meanwhile() -> None:
    port = free_port()
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as call:
        call.bind(("127.0.0.1", port))
        assert is_free(port, udp=False)
        assert not is_free(port)
