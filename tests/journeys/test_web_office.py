"""The inbox of an office, as its clerks are sent it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import msgspec
import pytest

from tests.contract.calls_to_keep import arrival, request
from tests.journeys.web import Web
from tests.journeys.world import World

LATE_IN_THE_EVENING = datetime(2026, 11, 25, 3, tzinfo=UTC)
"""Where the agency is, the 24th until midnight."""


@pytest.fixture
def web() -> Iterator[Web]:
    world = World(at=LATE_IN_THE_EVENING)
    yield Web(world)
    world.close()


def test_a_request_is_overdue_when_its_day_is_over_where_the_agency_is(web: Web) -> None:
    today, yesterday = date(2026, 11, 24), date(2026, 11, 23)
    kept = [
        request("T1", office="newark", due=today),
        request("T2", office="newark", due=yesterday),
        request("T3", office="newark", due=yesterday, status="answered"),
    ]
    web.world.do(web.world.store.commit(msgspec.structs.replace(arrival("c1"), requests=kept)))
    clerk = web.signed_in("clerk-newark")
    rows = clerk.get("/api/office/requests").json()["requests"]
    assert [(row["number"], row["overdue"]) for row in rows] == [("T1", False), ("T2", True), ("T3", False)]
    assert clerk.get("/api/office/requests/T2").json()["overdue"]
