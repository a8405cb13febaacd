"""The inbox of an office, as its clerks are sent it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.contract.calls_to_keep import arrival, request
from tests.journeys.web import Web
from tests.journeys.world import World
from tierline.calls.names import AgentId, Ref
from tierline.requests.events import Replied

LATE_IN_THE_EVENING = datetime(2026, 11, 25, 3, tzinfo=UTC)
"""Where the agency is, the 24th until midnight."""


@pytest.fixture
def web() -> Iterator[Web]:
    world = World(at=LATE_IN_THE_EVENING)
    yield Web(world)
    world.close()


def test_a_request_is_overdue_when_its_day_is_over_where_the_agency_is(web: Web) -> None:
    today = LATE_IN_THE_EVENING - timedelta(days=15)
    yesterday = today - timedelta(days=1)
    answered = Replied(AgentId("clerk-newark"), "final", Ref("reply-1"))
    kept = [
        request("T1", today, office="newark"),
        request("T2", yesterday, office="newark"),
        request("T3", yesterday, answered, office="newark"),
    ]
    web.world.do(web.world.store.commit(msgspec.structs.replace(arrival("c1"), requests=kept)))
    clerk = web.signed_in("clerk-newark")
    rows = clerk.get("/api/office/requests").json()["requests"]
    assert [(row["number"], row["overdue"]) for row in rows] == [("T2", True), ("T1", False), ("T3", False)]
    assert clerk.get("/api/office/requests/T2").json()["overdue"]
