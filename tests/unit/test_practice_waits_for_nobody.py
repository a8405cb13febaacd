"""A practice call is in no line, whatever became of its presentation."""

from datetime import UTC, datetime

import pytest

from tests.sample import load_agency
from tierline.calls.events import (
    AgentLost,
    Answered,
    AnyEvent,
    Arrived,
    Presented,
    Queued,
    Recorded,
    Unanswered,
)
from tierline.calls.fold import fold
from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.practice import Expected, Practice
from tierline.calls.state import Call
from tierline.desk.waiting import waiting_call

ANA, LEG = AgentId("ana"), LegId("leg-of-ana")
PRACTICE = Practice(agent=ANA, case="a-case", tier="1", voice=LegId("voice"), expected=Expected())
PRESENTED = (Queued("1", "practice"), Presented(ANA, LEG, "1", "practice"))
LOST = (Answered(ANA, LEG, "1"), AgentLost(ANA, alone=True), Queued("1", "the connection was lost"))
HISTORIES: dict[str, tuple[AnyEvent, ...]] = {
    "queued": PRESENTED[:1],
    "presented": PRESENTED,
    "rejected": (*PRESENTED, Unanswered(ANA, "rejected")),
    "lost": (*PRESENTED, *LOST),
}


def call(events: tuple[AnyEvent, ...], practice: Practice | None) -> Call:
    arrived = Arrived(LegId("leg"), "+18005550100", None, load_agency().version, practice)
    at = datetime(2026, 11, 23, 15, tzinfo=UTC)
    history = [Recorded(call=CallId("c"), seq=n, at=at, event=e) for n, e in enumerate([arrived, *events], 1)]
    return fold(history)


@pytest.mark.parametrize("name", HISTORIES)
def test_nobody_is_sought_for_a_practice_call(name: str) -> None:
    assert waiting_call(load_agency(), call(HISTORIES[name], PRACTICE)) is None


@pytest.mark.parametrize("name", [name for name in HISTORIES if name != "presented"])
def test_somebody_is_for_a_real_caller_with_the_same_history(name: str) -> None:
    assert waiting_call(load_agency(), call(HISTORIES[name], None))
