"""The state that a call's events leave it in: `fold(events) == state`, always."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.asked_office import AskedOffice
from tierline.calls.names import (
    AgentId,
    Attestation,
    CallId,
    LegId,
    Ref,
    Speaker,
    Through,
    Tier,
    TriedAt,
    Verification,
)
from tierline.calls.place import Place
from tierline.calls.practice import Practice
from tierline.calls.promise import Promise
from tierline.calls.recorded import CallRecording
from tierline.calls.supervised import Emergency, Supervising

Phase = Literal["ivr", "waiting", "presented", "promised", "calling_back", "talking", "ended"]
"""`promised` waits without a leg; `calling_back`: the reserved agent is on the phone while the caller is
rung, or the caller is asked whether to be connected."""


class Keyed(msgspec.Struct, frozen=True):
    kind: str
    value: Ref


class PutOff(msgspec.Struct, frozen=True):
    """The queue that the caller joins as soon as that can be made durable."""

    tier: Tier
    reason: str
    skills: frozenset[str] = frozenset()


class Reservation(msgspec.Struct, frozen=True):
    """The one agent the caller is being presented to."""

    agent: AgentId
    leg: LegId
    tier: Tier
    since: datetime


class Serving(msgspec.Struct, frozen=True):
    """An agent in conversation with the caller, or consulting about them."""

    agent: AgentId
    leg: LegId
    tier: Tier
    since: datetime
    moving: bool = False
    """To another screen, whose phone is not on the line yet."""
    muted: bool = False
    """Nobody hears them."""


class Disposition(msgspec.Struct, frozen=True):
    """None where the agent gave none though one was required."""

    agent: AgentId
    code: str | None


Whom = Literal["colleague", "caller", "everyone"]


class Transfer(msgspec.Struct, frozen=True):
    """A colleague whom `by` brings in: `seeking` one (`person` alone, if named), then `consulting`. To hand
    the caller on, or to `consult` and go on with the caller."""

    by: AgentId
    to: Tier
    reason: Ref
    stage: Literal["seeking", "consulting"] = "seeking"
    person: AgentId | None = None
    purpose: Literal["transfer", "consult"] = "transfer"
    speaks_with: Whom = "colleague"
    """Once the colleague has answered. Whoever is left out hears music."""


class InterpreterPart(msgspec.Struct, frozen=True):
    """An interpreter of the agency's list, whose telephone rings until they have `joined`."""

    interpreter: str
    leg: LegId
    joined: bool = False


class Handed(msgspec.Struct, frozen=True):
    """What the agent before said to whoever takes the caller next."""

    by: AgentId
    to: Tier
    reason: Ref


class Recognised(msgspec.Struct, frozen=True):
    """As whom the caller was, and by whose mouth."""

    speaker: Speaker
    through: tuple[Through, ...] = ()


class MeantFor(msgspec.Struct, frozen=True):
    """The agent whom the caller in the queue was handed to by name, and since when."""

    agent: AgentId
    since: datetime


class NotTaken(msgspec.Struct, frozen=True):
    """The colleague asked for by name who did not take the call, and how."""

    agent: AgentId
    outcome: Literal["rejected", "timed_out", "failed"]


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One call as it stands. `seq` is the number of its last event."""

    id: CallId
    seq: int
    leg: LegId
    """The caller's: the one on which they rang, then each on which we rang them."""
    number: str
    caller: Ref | None
    agency: str
    arrived_at: datetime
    practice: Practice | None = None
    """The caller is simulated: nobody waits, nothing is counted, sent, dialled or recorded."""
    attestation: Attestation | None = None
    """Of the caller's number: information for whoever serves them. Nothing is decided by it."""
    phase: Phase = "ivr"
    language: str | None = None
    place: Place | None = None
    """Where the caller is in the flow, or was when they left it."""
    path: tuple[str, ...] = ()
    """The steps that keys led to once answers were offered, and `person` for the key for one: why the caller
    rings, for script search and routing."""
    keyed: tuple[Keyed, ...] = ()
    verification: Verification = "none"
    matter: Ref | None = None
    """The receipt number the verification was about."""
    recognised: Recognised | None = None
    failed_attempts: tuple[TriedAt, ...] = ()
    allowed_attempts: tuple[TriedAt, ...] = ()
    """Besides those of the agency's policy."""
    tier: Tier | None = None
    """The tier waited for, or being served by."""
    skills: frozenset[str] = frozenset()
    """That the agent needs for this caller, besides the tier and the language."""
    waiting_since: datetime | None = None
    """When the caller first asked for a person: the age that never resets (I4)."""
    queued_at: datetime | None = None
    """When the caller joined the line that they are in, or were in last."""
    announced: int = 0
    """Times that the caller was told something in line, all lines together."""
    served_after_hours: bool = False
    """The tier closed while the caller waited, and they were told that they are served."""
    promise: Promise | None = None
    """Of a callback, until the caller is connected."""
    put_off: PutOff | None = None
    reservation: Reservation | None = None
    serving: tuple[Serving, ...] = ()
    supervising: tuple[Supervising, ...] = ()
    emergency: Emergency | None = None
    recording: CallRecording = CallRecording()
    keep_recording: bool = False
    """Whatever the rules of retention say."""
    served_by: tuple[Tier, ...] = ()
    confirming_supervisor: bool = False
    supervisor: Literal["not_asked", "asked", "answered"] = "not_asked"
    transfer: Transfer | None = None
    interpreter: InterpreterPart | None = None
    interpreter_missed: str | None = None
    """The interpreter called last, if that came to nothing."""
    asked_offices: tuple[AskedOffice, ...] = ()
    """In the order in which supervisors turned to them."""
    handed: Handed | None = None
    known_to: tuple[AgentId, ...] = ()
    """Who spoke with somebody at this number before, the last one first."""
    meant_for: MeantFor | None = None
    """As long as that agent may still take them."""
    not_taken: NotTaken | None = None
    """Until the next attempt to bring a colleague in."""
    held: bool = False
    relay: bool = False
    """Whatever is said to the caller is typed to them, and what they answer is typed too."""
    consents: frozenset[str] = frozenset()
    """Channels by which the caller allowed us to send something in writing."""
    requests: tuple[str, ...] = ()
    """Made in it, or followed up, the last one last."""
    referrals: tuple[str, ...] = ()
    dispositions: tuple[Disposition, ...] = ()
    """The last of each agent, in the order of their first."""
    ended_at: datetime | None = None
    ending: str | None = None

    def entered(self, kind: str) -> Ref | None:
        """The last value of this kind that the caller keyed."""
        return next((k.value for k in reversed(self.keyed) if k.kind == kind), None)

    @property
    def step(self) -> str | None:
        """Of the flow, by its qualified name."""
        return self.place.at.step if self.place else None

    def served_now_by(self, agent: AgentId) -> bool:
        return self.part_of(agent) is not None

    def part_of(self, agent: AgentId) -> Serving | None:
        return next((s for s in self.serving if s.agent == agent), None)

    @property
    def colleagues(self) -> tuple[Serving, ...]:
        """Whom the agent who brings somebody in has with them."""
        by = self.transfer.by if self.transfer else None
        return tuple(s for s in self.serving if by and s.agent != by)

    @property
    def consulting(self) -> Transfer | None:
        """The bringing in of a colleague who has answered."""
        return self.transfer if self.transfer and self.transfer.stage == "consulting" else None

    def attempts_used(self, where: TriedAt) -> int:
        """Of those that the agency's policy gives."""
        return self.failed_attempts.count(where) - self.allowed_attempts.count(where)

    @property
    def with_ivr(self) -> bool:
        """The caller is in the flow: with a promise too, for as long as they stay on the line."""
        on_the_line = self.promise is not None and not self.promise.rang_off
        return self.phase == "ivr" or (self.phase == "promised" and on_the_line)

    def supervised_now_by(self, agent: AgentId) -> Supervising | None:
        return next((s for s in self.supervising if s.agent == agent), None)

    def supervising_on(self, leg: LegId) -> Supervising | None:
        return next((s for s in self.supervising if s.leg == leg), None)

    @property
    def alert(self) -> bool:
        """An emergency that no supervisor has taken note of."""
        return self.emergency is not None and self.emergency.acknowledged is None

    @property
    def contact_part(self) -> AskedOffice | None:
        """The office whose telephone is part of the conversation, from its ring on."""
        return next((asked for asked in self.asked_offices if asked.on_the_line), None)

    @property
    def awaits_contact(self) -> bool:
        """A message to a point of contact is not acknowledged, and nobody has written down an answer."""
        return any(asked.is_open for asked in self.asked_offices)

    @property
    def seeks_for_emergency(self) -> bool:
        """A supervisor, who has not come yet and has not taken note of it either."""
        emergency = self.emergency
        if emergency is None or emergency.joined or emergency.acknowledged or self.phase != "talking":
            return False
        return all(s.tier != "supervisor" for s in self.serving)

    @property
    def people(self) -> frozenset[AgentId]:
        """The staff who are in it, are rung for it, or listen in."""
        rung = [self.reservation.agent] if self.reservation else []
        return frozenset((*self.agents, *rung, *(s.agent for s in self.supervising)))

    @property
    def agents(self) -> Iterable[AgentId]:
        return (s.agent for s in self.serving)
