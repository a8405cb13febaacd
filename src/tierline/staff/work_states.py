"""Why an agent is not ready, and what follows from missed calls: the agency's own words and limits."""

from typing import Annotated

import msgspec

# The center's own reasons have words in the workspace; none of them can be chosen, or be an agency's.

SIGNED_OUT = "signed out"
"""The reason of who is not there at all."""

JUST_SIGNED_IN = "just signed in"
"""The reason of who is there, and has not said yet that they are ready."""

CONNECTION_LOST = "connection lost"
"""The reason of who was in a call when their line ended."""

NOT_REACHABLE = "phone not reachable"
"""The reason of whose phone could not be rung."""

REJECTED = "rejected a call"
"""The reason of who did not want the call that they were presented."""

MISSED_CALLS = "missed calls"
"""The reason of who let too many calls ring in a row."""

SUPERVISING = "supervising"
"""The reason of a supervisor who is at a colleague's call."""

PRACTICE = "practice"
"""The reason of who practises with simulated callers, between two of them."""

AFTER_PRACTICE = "practice is over"
"""The reason of who has left practice, and has not said yet what comes next."""

OF_THE_CENTER = frozenset(
    {
        SIGNED_OUT,
        JUST_SIGNED_IN,
        CONNECTION_LOST,
        NOT_REACHABLE,
        REJECTED,
        MISSED_CALLS,
        SUPERVISING,
        PRACTICE,
        AFTER_PRACTICE,
    }
)


class NotReadyReason(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Chosen from a list, never written. `watched` is one that supervisors want to see at a glance. Beyond
    `longest_minutes` the agent and the supervisors are shown that it takes longer than expected."""

    id: str
    names: dict[str, str]
    watched: bool = False
    longest_minutes: Annotated[int, msgspec.Meta(ge=1)] | None = None


USUAL = (
    NotReadyReason(id="break", names={"en": "Break", "es": "Descanso"}),
    NotReadyReason(id="meal", names={"en": "Meal", "es": "Comida"}),
    NotReadyReason(id="training", names={"en": "Training", "es": "Capacitación"}),
    NotReadyReason(id="meeting", names={"en": "Meeting", "es": "Reunión"}),
    NotReadyReason(id="paperwork", names={"en": "Paperwork", "es": "Trámites"}),
)


class WorkStatesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`work-states.yaml`. After `missed_calls` presentations in a row that the agent let ring until they
    timed out the agent is not ready, and is told so."""

    not_ready: Annotated[tuple[NotReadyReason, ...], msgspec.Meta(min_length=1)] = USUAL
    missed_calls: Annotated[int, msgspec.Meta(ge=1)] = 1

    def reason(self, id_: str) -> NotReadyReason | None:
        return next((reason for reason in self.not_ready if reason.id == id_), None)


USUAL_STATES = WorkStatesFile()
