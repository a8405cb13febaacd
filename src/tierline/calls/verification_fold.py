"""How recognising a caller changes the state of the call."""

from tierline.calls.state import Call, Recognised
from tierline.calls.verification_events import AttemptAllowed, Verified


def verification_changes(call: Call, event: object) -> dict[str, object]:
    """Nothing for an event that is not about it."""
    match event:
        case Verified(verification="none", tried_at=tried_at):
            failed = (tried_at,) if tried_at else ()
            return {
                "verification": "none",
                "matter": None,
                "recognised": None,
                "failed_attempts": (*call.failed_attempts, *failed),
            }
        case Verified() as verified:
            return {
                "verification": verified.verification,
                "matter": verified.matter,
                "recognised": Recognised(verified.speaker, verified.through),
            }
        case AttemptAllowed(tried_at=tried_at):
            return {"allowed_attempts": (*call.allowed_attempts, tried_at)}
        case _:
            return {}
