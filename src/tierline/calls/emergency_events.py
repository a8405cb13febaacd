"""A threat, a self-harm or another emergency in a call."""

from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import AgentId, LegId, Ref


class EmergencyDeclared(Event, frozen=True, tag=True):
    """`kind` as in the agency's emergencies.yaml. From now on the call's recording is kept, whatever the
    rules of retention say, and a supervisor is sought ahead of all other callers."""

    agent: AgentId
    kind: str


class EmergencyJoined(Event, frozen=True, tag=True):
    """The supervisor who was sought answered, and joins or first listens, by the agency's setting."""

    agent: AgentId
    leg: LegId
    mode: Literal["monitor", "barge"]
    told: bool


class EmergencyAcknowledged(Event, frozen=True, tag=True):
    """A supervisor has taken note of it, also after the call ended; `note` says what was done."""

    agent: AgentId
    note: Ref


EmergencyEvent = EmergencyDeclared | EmergencyJoined | EmergencyAcknowledged
