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
from tierline.sentence import Sentence, sentence
from tierline.spoken.language import SCREENS

_OUTCOMES: dict[cb.NoTalk, Sentence] = {
    "busy": sentence("The line was engaged, or the call was rejected"),
    "no_answer": sentence("Nobody answered, or nobody chose to be connected"),
    "failed": sentence("The number could not be reached"),
    "declined": sentence("Whoever answered asked us to call later"),
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
            when = _when(agency, promised)
            return "center", sentence("Promised to call back {when}; the place is kept", when=when), "queue"
        case cb.RangOff():
            return "caller", sentence("Left the line, to be called back"), "queue"
        case cb.CallbackDialled(agent=agent, attempt=attempt):
            rung = sentence(
                "Called the caller back for {name} (attempt {n})", name=agency.name_of(agent), n=attempt
            )
            return "center", rung, "agent"
        case cb.CallbackLifted():
            return (
                "caller",
                sentence("Answered the telephone, and was asked whether to be connected"),
                "agent",
            )
        case cb.CallbackAnswered():
            return "caller", sentence("Asked to be connected; identity is to be confirmed anew"), "agent"
        case cb.CallbackUnanswered(outcome=outcome):
            return "caller", _OUTCOMES[outcome], "agent"
        case _:
            return None


def _when(agency: Agency, promised: cb.CallbackPromised) -> Sentence:
    if promised.earliest is None or promised.latest is None:
        return sentence("when it is the caller's turn for {tier}", tier=words.tier(promised.tier))
    hours, earliest, latest = agency.tiers.tier(promised.tier).hours, promised.earliest, promised.latest
    return sentence(
        "between {begins} and {ends}",
        begins={language: wording.moment(earliest, hours, language) for language in SCREENS},
        ends={language: wording.time_of_day(latest, hours, language) for language in SCREENS},
    )
