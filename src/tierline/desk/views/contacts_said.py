"""What supervisors asked of offices, as sentences of the timeline; and who may read them."""

from collections.abc import Sequence, Set

from tierline.calls import contact_events as ce
from tierline.calls.conversation_events import KeysSent
from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.message_events import MessageFailed, MessageSent
from tierline.calls.names import MessageId
from tierline.desk.views import words
from tierline.desk.views.said import Reasons, Said
from tierline.ports.agency import Agency
from tierline.sentence import Value, sentence

WANTED = {
    "immediate_action": sentence("immediate action"),
    "direct_assistance": sentence("direct assistance"),
}
_NOT_REACHED = {
    "late": sentence("did not acknowledge the message in time"),
    "undelivered": sentence("could not be sent the message"),
    "busy": sentence("was engaged"),
    "no_answer": sentence("did not answer"),
    "failed": sentence("could not be reached"),
    "withdrawn": sentence("was not needed any more"),
}
_SPOKE = {
    "contact": sentence("Spoke with the contact alone; the caller held"),
    "caller": sentence("Spoke with the caller alone; the contact held"),
    "everyone": sentence("Brought the contact and the caller together"),
}
_LEFT = {
    "hung_up": sentence("hung up"),
    "released": sentence("was let go"),
    "lost": sentence("was lost with the connection"),
}


def of_a_contact(agency: Agency, event: object, reasons: Reasons) -> Said:
    match event:
        case ce.OfficeAsked(agent=agent, office=office, wanted=wanted, subject=subject, reason=reason):
            asked = sentence(
                "Turned to {office} for {wanted} ({subject}): {reason}",
                office=words.office_names(agency, office),
                wanted=WANTED[wanted],
                subject=subject_names(agency, subject),
                reason=reasons.get(reason, ""),
            )
            return agency.name_of(agent), asked, "request"
        case ce.ContactWritten(contact=contact):
            return "center", sentence("Wrote to {contact}", contact=name(agency, contact)), "request"
        case ce.ContactAcknowledged(contact=contact, agent=agent):
            seen = sentence("Noted that {contact} has seen the message", contact=name(agency, contact))
            return agency.name_of(agent), seen, "request"
        case ce.ContactNotReached(contact=contact, outcome=outcome):
            missed = sentence("{contact} {why}", contact=name(agency, contact), why=_NOT_REACHED[outcome])
            return "center", missed, "request"
        case ce.ContactCalled(contact=contact, agent=agent):
            return (
                agency.name_of(agent),
                sentence("Called {contact}", contact=name(agency, contact)),
                "request",
            )
        case ce.ContactJoined(contact=contact):
            return "center", sentence("{contact} answered", contact=name(agency, contact)), "request"
        case ce.ContactSpokenWith(agent=agent, whom=whom):
            return agency.name_of(agent), _SPOKE[whom], "request"
        case ce.ContactLeft(contact=contact, how=how):
            left = sentence("{contact} {why}", contact=name(agency, contact), why=_LEFT[how])
            return "center", left, "request"
        case ce.OfficeAnswered(agent=agent):
            return agency.name_of(agent), sentence("Wrote down what the office answered"), "request"
        case _:
            return None


def without_contacts(history: Sequence[Recorded]) -> Sequence[Recorded]:
    """For all but supervisors: that a message went out tells of a contact too."""
    messages = {r.event.message for r in history if isinstance(r.event, ce.ContactWritten)}
    return [r for r in history if not _of_contacts(r.event, messages)]


def _of_contacts(event: AnyEvent, messages: Set[MessageId]) -> bool:
    match event:
        case MessageSent(message=message) | MessageFailed(message=message):
            return message in messages
        case KeysSent(to=to):
            return to == "contact"
        case _:
            return isinstance(event, ce.ContactEvent)


def name(agency: Agency, contact: str) -> str:
    """One who was taken off the list is still known by the id."""
    known = agency.contacts.find(contact)
    return known.name if known else contact


def subject_names(agency: Agency, subject: str) -> Value:
    known = agency.contacts.subject(subject)
    return known.names if known else subject
