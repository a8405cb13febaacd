"""A promised callback, as screens show it."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from tierline.calls import callback_events as cb
from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk import wording
from tierline.desk.views import words
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency

_OUTCOMES: dict[cb.NoTalk, str] = {
    "busy": "The line was engaged, or the call was rejected",
    "no_answer": "Nobody answered, or nobody chose to be connected",
    "failed": "The number could not be reached",
    "declined": "Whoever answered asked us to call later",
}


class CallbackView(msgspec.Struct, frozen=True, kw_only=True):
    """`promised_at` is when we promised; the window is the caller's choice; `attempts` came to nothing."""

    promised_at: datetime
    earliest: datetime | None
    latest: datetime | None
    attempts: int


def callback_view(call: Call) -> CallbackView | None:
    promise = call.promise
    if promise is None:
        return None
    return CallbackView(
        promised_at=promise.since,
        earliest=promise.earliest,
        latest=promise.latest,
        attempts=promise.attempts,
    )


def promises(calls: Iterable[Call], tier: Tier) -> list[datetime]:
    """When each open one for this tier was made, oldest first, whether or not its time has come."""
    return sorted(call.promise.since for call in calls if call.promise and call.tier == tier)


def of_a_callback(agency: Agency, event: object) -> Said:
    match event:
        case cb.CallbackPromised() as promised:
            return "center", f"Promised to call back{_when(agency, promised)}; the place is kept", "queue"
        case cb.RangOff():
            return "caller", "Left the line, to be called back", "queue"
        case cb.CallbackDialled(agent=agent, attempt=attempt):
            rung = f"Called the caller back for {agency.name_of(agent)} (attempt {attempt})"
            return "center", rung, "agent"
        case cb.CallbackLifted():
            return "caller", "Answered the telephone, and was asked whether to be connected", "agent"
        case cb.CallbackAnswered():
            return "caller", "Asked to be connected; identity is to be confirmed anew", "agent"
        case cb.CallbackUnanswered(outcome=outcome):
            return "caller", _OUTCOMES[outcome], "agent"
        case _:
            return None


def _when(agency: Agency, promised: cb.CallbackPromised) -> str:
    if promised.earliest is None or promised.latest is None:
        return f" when it is the caller's turn for {words.tier(promised.tier)}"
    hours = agency.tiers.tier(promised.tier).hours
    begins = wording.moment(promised.earliest, hours, "en")
    return f" between {begins} and {wording.time_of_day(promised.latest, hours, 'en')}"
