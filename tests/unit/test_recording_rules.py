"""How long a recording is kept, by what its call became."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.state import Call, Disposition
from tierline.staff.recording import Longer, RecordingFile

RULES = RecordingFile(
    conversations=True,
    days=30,
    longer=(
        Longer(days=365, became="request"),
        Longer(days=10, became="referral"),
        Longer(days=100, became="supervisor"),
        Longer(days=730, dispositions=frozenset({"complaint"})),
    ),
)
CALL = Call(
    id=CallId("call-1"),
    seq=1,
    leg=LegId("leg"),
    number="",
    caller=None,
    agency="v1",
    arrived_at=datetime(2026, 11, 27, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("became", "days"),
    [
        ({}, 30),
        ({"requests": ("R1",)}, 365),
        ({"referrals": ("mexico-city",)}, 30),
        ({"served_by": ("1", "supervisor")}, 100),
        ({"requests": ("R1",), "dispositions": (Disposition(AgentId("carla"), "complaint"),)}, 730),
        ({"dispositions": (Disposition(AgentId("carla"), None),)}, 30),
    ],
)
def test_the_most_of_the_days_that_apply(became: dict[str, object], days: int) -> None:
    assert RULES.days_kept(replace(CALL, **became)) == days
