"""Everything that can happen to a call. The timeline a person reads, and what a state is folded from.

Events hold references (`Ref`), never what a caller keyed or said.
"""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls import callback_events as cb
from tierline.calls import message_events as me
from tierline.calls.amendment_events import AmendmentEvent
from tierline.calls.away_events import HistoryLost, QueuePutOff
from tierline.calls.contact_events import ContactEvent
from tierline.calls.conversation_events import ConversationEvent
from tierline.calls.desk_events import AgentMoved, AgentMovedIn
from tierline.calls.disposition_events import Disposed
from tierline.calls.emergency_events import EmergencyEvent
from tierline.calls.event import Event
from tierline.calls.interpreter_events import InterpreterEvent
from tierline.calls.line_events import LineEvent
from tierline.calls.names import AgentId, Attestation, CallId, Ending, LegId, Ref, Tier, Trigger
from tierline.calls.place import Place
from tierline.calls.practice import Practice, PracticeEvent
from tierline.calls.recording_events import RecordingEvent
from tierline.calls.review_events import ReviewEvent
from tierline.calls.service_events import ServiceEvent
from tierline.calls.supervision_events import SupervisionEvent
from tierline.calls.verification_events import VerificationEvent
from tierline.sentence import SentenceView


class Arrived(Event, frozen=True, tag=True):
    leg: LegId
    number: str
    """The number that was dialled."""
    caller: Ref | None
    """The caller's own number, where the network gave one."""
    agency: str
    """Hash of the agency's data that the call began with."""
    practice: Practice | None = None
    """Of a call whose caller is simulated; None for everyone who really rings."""
    attestation: Attestation | None = None
    """Of the caller's number, by the network, where it says anything."""


class StepReached(Event, frozen=True, tag=True):
    """The IVR came to a step of its flow; `place` is all that another process needs to go on."""

    step: str
    place: Place


class Heard(Event, frozen=True, tag=True):
    """A prompt began to play to the caller."""

    prompts: tuple[str, ...]


class KeyPressed(Event, frozen=True, tag=True):
    """A key that chose something: `step` is where it led. Keys of collected values are not events; `Entered`
    is."""

    key: str
    step: str


class KeyRefused(Event, frozen=True, tag=True):
    key: str
    step: str


class StayedSilent(Event, frozen=True, tag=True):
    step: str


class KeyEverywhere(Event, frozen=True, tag=True):
    """A key that means the same in the whole call: `meaning` as the flow says (person, back, slower, repeat,
    main)."""

    key: str
    meaning: str


class LanguageChosen(Event, frozen=True, tag=True):
    language: str


class ConsentGiven(Event, frozen=True, tag=True):
    """The caller allowed the center, by a key, to send something in writing."""

    channel: str


class TtyDetected(Event, frozen=True, tag=True):
    """The caller's telephone sent the tones of a text telephone (TTY)."""


class RelayCaller(Event, frozen=True, tag=True):
    """A relay operator speaks for the caller, or the caller types: known by the caller's number, a key, or
    the tones of a text telephone. From now on every answer gets the time it takes to type."""

    how: Literal["number", "key", "tty"]


class Entered(Event, frozen=True, tag=True):
    """The caller keyed a value; `kind` as in the flow (receipt, zip, country). A sensitive one has no
    `value`: it was never kept."""

    kind: str
    value: Ref | None


class LookedUp(Event, frozen=True, tag=True):
    """A look-up ended. `outcome` never tells a protected case from an unknown number."""

    what: str
    outcome: str


class Queued(Event, frozen=True, tag=True):
    """`skills` are what the agent needs besides the tier and the caller's language; `person` is the agent
    whom a colleague chose, who has some time to take the call before others may."""

    tier: Tier
    reason: str
    skills: frozenset[str] = frozenset()
    person: AgentId | None = None


class PositionTold(Event, frozen=True, tag=True):
    position: int


class SupervisorKeyPressed(Event, frozen=True, tag=True):
    """The first of the two actions; a slip of the finger ends here."""


class SupervisorKeyWithdrawn(Event, frozen=True, tag=True):
    """The caller did not confirm."""


class SupervisorAsked(Event, frozen=True, tag=True):
    """The caller asked for a supervisor and confirmed; `by` is the agent who recorded it, or None for the
    caller's own key."""

    by: AgentId | None


class Presented(Event, frozen=True, tag=True):
    """One agent is reserved and may be rung: committed before the ring. `why` is `because` for other
    languages; None in calls of before."""

    agent: AgentId
    leg: LegId
    tier: Tier
    because: str
    why: SentenceView | None = None


class Unanswered(Event, frozen=True, tag=True):
    """A presentation that did not become a conversation; the caller keeps the original age."""

    agent: AgentId
    outcome: Literal["rejected", "timed_out", "failed", "withdrawn", "abandoned"]


class Answered(Event, frozen=True, tag=True):
    agent: AgentId
    leg: LegId
    tier: Tier


class AgentLost(Event, frozen=True, tag=True):
    """The agent's browser or phone went away in mid-call, or a supervisor signed them out of it."""

    agent: AgentId
    alone: bool
    """True when nobody else was with the caller, who therefore goes back to the queue."""
    by: AgentId | None = None
    """The supervisor; None where the connection was lost."""


class AgentLeft(Event, frozen=True, tag=True):
    """The agent left the conversation in good order (a completed transfer)."""

    agent: AgentId


class Held(Event, frozen=True, tag=True):
    """The agent put the caller on hold."""

    agent: AgentId


class Resumed(Event, frozen=True, tag=True):
    agent: AgentId


class TransferAsked(Event, frozen=True, tag=True):
    """A warm transfer is begun; `trigger` as in the policy (B2.3, B3.3, B4.2)."""

    agent: AgentId
    to: Tier
    trigger: Trigger
    reason: Ref
    person: AgentId | None = None
    """The one colleague who was asked for; None for whoever of the tier is free first."""


class TransferWithdrawn(Event, frozen=True, tag=True):
    agent: AgentId
    why: str


class Transferred(Event, frozen=True, tag=True):
    """The caller is with `to` now."""

    by: AgentId
    to: AgentId


class PickedUpAgain(Event, frozen=True, tag=True):
    """A new process of ours took over a call that went on without one."""


class Ended(Event, frozen=True, tag=True):
    how: Ending
    where: str
    """The phase, or the step of the flow, in which it ended."""


AnyEvent = (
    Arrived
    | StepReached
    | Heard
    | KeyPressed
    | KeyRefused
    | StayedSilent
    | KeyEverywhere
    | LanguageChosen
    | ConsentGiven
    | TtyDetected
    | RelayCaller
    | Entered
    | LookedUp
    | VerificationEvent
    | Queued
    | QueuePutOff
    | PositionTold
    | SupervisorKeyPressed
    | SupervisorKeyWithdrawn
    | SupervisorAsked
    | LineEvent
    | Presented
    | Unanswered
    | Answered
    | AgentLost
    | AgentLeft
    | Held
    | Resumed
    | TransferAsked
    | TransferWithdrawn
    | Transferred
    | PickedUpAgain
    | ConversationEvent
    | InterpreterEvent
    | ContactEvent
    | cb.CallbackEvent
    | HistoryLost
    | me.MessageEvent
    | AgentMoved
    | AgentMovedIn
    | Disposed
    | ServiceEvent
    | ReviewEvent
    | SupervisionEvent
    | EmergencyEvent
    | PracticeEvent
    | RecordingEvent
    | AmendmentEvent
    | Ended
)


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """An event in its place: `seq` counts from 1, with no hole but a `HistoryLost`; `at` is aware, UTC."""

    call: CallId
    seq: int
    at: datetime
    event: AnyEvent
