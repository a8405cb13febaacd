"""By which line the center calls out, and what it says where there is none."""

from tierline.asterisk.ari import AriAddress
from tierline.asterisk.phones import SipAddress
from tierline.asterisk.switch import AsteriskSwitch
from tierline.asterisk.trunk import Trunk, line_out
from tierline.calls.names import LegId
from tierline.ports.switch import LegEnded

FIRST = Trunk(name="first", kind="address", host="192.0.2.1")
SECOND = Trunk(name="second", kind="address", host="192.0.2.2", outbound=True)
LEG = LegId("leg-of-callee")


def test_the_trunk_that_says_so_is_the_way_out_else_the_first() -> None:
    assert line_out([FIRST, SECOND]) == "trunk-second"
    assert line_out([FIRST]) == "trunk-first"
    assert line_out([]) is None


async def test_without_a_line_a_telephone_is_unreachable_at_once() -> None:
    ari = AriAddress("http://127.0.0.1:1/ari", "tierline", "not-used", "tierline")
    switch = AsteriskSwitch(ari, SipAddress("127.0.0.1", 1, "ws://127.0.0.1:1/ws"), line=None)
    await switch.dial(LEG, "+12025550123", caller_id="+18005550100")
    assert await anext(switch.events()) == LegEnded(LEG, "unreachable")
