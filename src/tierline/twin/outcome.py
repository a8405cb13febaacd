"""What became of a rehearsed call, in one word and a few details."""

from collections.abc import Sequence
from typing import Literal, get_args

from tierline.calls.away_events import QueuePutOff
from tierline.calls.callback_events import CallbackPromised
from tierline.calls.events import AnyEvent, Ended, Queued, StepReached
from tierline.calls.service_events import Referred, RequestCreated, RequestFollowedUp

Kind = Literal["request", "callback", "queue", "referral", "hangup", "waiting_for_caller"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The first of these that happened is the outcome: what the center owes the caller comes before how the call
ended."""

Outcome = dict[str, str]
"""`kind` and its details. A call that is over says `by` whom it was hung up: the caller, or the center with a
good-bye; `then` is `hangup` where the kind is another."""


def outcome(events: Sequence[AnyEvent]) -> Outcome:
    standing = _standing(events)
    then = {"then": "hangup", "by": standing["by"]} if standing["kind"] == "hangup" else {}
    for kind in KINDS:
        for event in reversed(events):
            details = _details(kind, event)
            if details is not None:
                return {"kind": kind, **details, **then}
    return standing


def _details(kind: Kind, event: AnyEvent) -> Outcome | None:
    match kind, event:
        case "request", RequestCreated(number=number, kind=of, office=office):
            return {"number": number, "request": of, "office": office}
        case "request", RequestFollowedUp(number=number, kind=of, office=office):
            return {"number": number, "request": of, "office": office, "follow_up": "yes"}
        case "callback", CallbackPromised(tier=tier, earliest=earliest):
            return {"tier": tier, "when": earliest.isoformat() if earliest else "in turn"}
        case "queue", Queued(tier=tier, reason=reason):
            return {"tier": tier, "reason": reason}
        case "queue", QueuePutOff(tier=tier, reason=reason):
            return {"tier": tier, "reason": reason, "put_off": "yes"}
        case "referral", Referred(office=office):
            return {"office": office}
        case _:
            return None


def _standing(events: Sequence[AnyEvent]) -> Outcome:
    step = next((event.step for event in reversed(events) if isinstance(event, StepReached)), "")
    # A message in writing may go out after the call has ended.
    match next((event for event in reversed(events) if isinstance(event, Ended)), None):
        case Ended(how="caller_hung_up"):
            return {"kind": "hangup", "by": "caller", "step": step}
        case Ended():
            return {"kind": "hangup", "by": "center", "step": step}
        case _:
            return {"kind": "waiting_for_caller", "step": step}
