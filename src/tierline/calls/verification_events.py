"""What is on record of recognising a caller: the outcome and the method, never an answer."""

from tierline.calls.event import Event
from tierline.calls.names import AgentId, Ref, Speaker, Through, TriedAt, Verification


class Verified(Event, frozen=True, tag=True):
    """An identity check ended with `verification`; `by` is an agent or None for the IVR, `tried_at` where the
    attempt is counted. `asked` are the questions that were answered: which of them were right is not kept,
    for it would tell an unknown number from a wrong answer, and a wrong answer from the others."""

    verification: Verification
    method: str
    matter: Ref | None
    by: AgentId | None
    tried_at: TriedAt | None = None
    asked: tuple[str, ...] = ()
    speaker: Speaker = "applicant"
    through: tuple[Through, ...] = ()


class AttemptAllowed(Event, frozen=True, tag=True):
    """A supervisor let those there try once more, after all attempts had failed."""

    by: AgentId
    tried_at: TriedAt


VerificationEvent = Verified | AttemptAllowed
