"""What can happen when a supervisor turns to an office by its points of contact (policy B4.3). A message may
be acknowledged, and answered, long after the call has ended."""

from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import AgentId, LegId, MessageId, Ref

WantedOfOffice = Literal["immediate_action", "direct_assistance"]
"""As the policy has it."""

ContactWith = Literal["contact", "caller", "everyone"]
"""With whom the supervisor speaks: whoever is left out hears music."""


class OfficeAsked(Event, frozen=True, tag=True):
    """`asking` names it from now on, also to the contact; `key` makes it once, however often it is sent.
    `number` is the Service Request that it is about, if it is; `reason` is in the supervisor's words, which
    no message holds."""

    asking: str
    key: str
    agent: AgentId
    office: str
    subject: str
    wanted: WantedOfOffice
    number: str | None
    reason: Ref


class ContactWritten(Event, frozen=True, tag=True):
    """A message to the contact is in the outbox. By the hours of the contact it is to be acknowledged."""

    asking: str
    contact: str
    message: MessageId
    to: Ref
    text: Ref


class ContactAcknowledged(Event, frozen=True, tag=True):
    """The contact has said that they have seen the message, as `agent` notes."""

    asking: str
    contact: str
    agent: AgentId


class ContactNotReached(Event, frozen=True, tag=True):
    """`late`: the message was not acknowledged in time; `undelivered`: it could not be sent. The others are
    of a telephone; `withdrawn`: the supervisor, or the end of the conversation, was faster."""

    asking: str
    contact: str
    outcome: Literal["late", "undelivered", "busy", "no_answer", "failed", "withdrawn"]


class ContactCalled(Event, frozen=True, tag=True):
    """Durable before the telephone rings."""

    asking: str
    contact: str
    agent: AgentId
    leg: LegId


class ContactJoined(Event, frozen=True, tag=True):
    """They answered, and speak with the supervisor while the caller holds."""

    asking: str
    contact: str


class ContactSpokenWith(Event, frozen=True, tag=True):
    """With whom the supervisor speaks from now on."""

    agent: AgentId
    whom: ContactWith


class ContactLeft(Event, frozen=True, tag=True):
    """`released` by the supervisor, or with the end of the conversation; `lost` with an engine or a
    process."""

    asking: str
    contact: str
    how: Literal["hung_up", "released", "lost"]


class OfficeAnswered(Event, frozen=True, tag=True):
    """What the office said, in the words of who noted it. The last one holds; those before stay on record."""

    asking: str
    agent: AgentId
    words: Ref


ContactEvent = (
    OfficeAsked
    | ContactWritten
    | ContactAcknowledged
    | ContactNotReached
    | ContactCalled
    | ContactJoined
    | ContactSpokenWith
    | ContactLeft
    | OfficeAnswered
)
