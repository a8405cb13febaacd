"""What can happen to the recording of a call: each leg has its own, in as many parts as it takes.

A recording's name is a reference like any other: it says nothing of whom it is.
"""

from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import AgentId, LegId, Ref


class RecordingChosen(Event, frozen=True, tag=True):
    """The caller may be recorded, or not. `heard`: they were told, and said nothing against it; `key`: they
    pressed one; `voice`: they told the agent `by`."""

    agreed: bool
    how: Literal["heard", "key", "voice"]
    by: AgentId | None = None


class RecordingPaused(Event, frozen=True, tag=True):
    agent: AgentId


class RecordingResumed(Event, frozen=True, tag=True):
    agent: AgentId


class RecordingStarted(Event, frozen=True, tag=True):
    """On record before the switch is asked, so that none is ever unknown. `of` is "caller", "interpreter" or
    who of the staff speaks on the leg."""

    recording: str
    leg: LegId
    of: str


class RecordingStopped(Event, frozen=True, tag=True):
    """`cut_short` where the engine died in it: what there was until then is kept."""

    recording: str
    seconds: float
    cut_short: bool = False


class RecordingBroke(Event, frozen=True, tag=True):
    """The engine does not record, or could not go on: the call itself does. `seconds` are kept."""

    recording: str
    seconds: float


class RecordingPlayed(Event, frozen=True, tag=True):
    """On record before the audio leaves the server; `reason` says what for."""

    agent: AgentId
    reason: Ref


class RecordingReleased(Event, frozen=True, tag=True):
    """What was kept for an emergency is left to the rules of retention again."""

    agent: AgentId
    reason: Ref


class RecordingDeleted(Event, frozen=True, tag=True):
    """All of the call's, kept for so many days after its end."""

    days: int


RecordingEvent = (
    RecordingChosen
    | RecordingPaused
    | RecordingResumed
    | RecordingStarted
    | RecordingStopped
    | RecordingBroke
    | RecordingPlayed
    | RecordingReleased
    | RecordingDeleted
)
