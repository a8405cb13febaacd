"""How the events of a callback change the state of its call."""

from datetime import datetime

from msgspec.structs import replace

from tierline.calls import callback_events as cb
from tierline.calls.promise import Promise
from tierline.calls.recording_fold import not_told_yet
from tierline.calls.state import Call


def callback_changes(call: Call, event: object, at: datetime) -> dict[str, object]:
    """Nothing for an event that is not about a callback."""
    match event:
        case cb.CallbackPromised() as made:
            return _promised(call, made, at)
        case cb.RangOff() if call.promise:
            return {"promise": replace(call.promise, rang_off=True), "confirming_supervisor": False}
        case cb.CallbackDialled(leg=leg):
            return {"phase": "calling_back", "leg": leg, "recording": not_told_yet(call)}
        case cb.CallbackLifted() if call.promise:
            return {"promise": replace(call.promise, lifted=True)}
        case cb.CallbackAnswered():
            phase = call.phase if call.reservation else "ivr"  # until they are in line
            unverified = {"verification": "none", "matter": None, "recognised": None}
            return {"phase": phase, "promise": None, **unverified}
        case cb.CallbackUnanswered(not_before=not_before) if call.promise:
            attempts = call.promise.attempts + 1
            tried = replace(call.promise, attempts=attempts, not_before=not_before, lifted=False)
            return {"phase": "promised", "reservation": None, "promise": tried}
        case _:
            return {}


def _promised(call: Call, made: cb.CallbackPromised, at: datetime) -> dict[str, object]:
    return {
        "phase": "promised",
        "tier": made.tier,
        "waiting_since": call.waiting_since or at,
        "promise": Promise(number=made.number, since=at, earliest=made.earliest, latest=made.latest),
    }
