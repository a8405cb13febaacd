"""What supervisors did at a call, and an emergency in it, as sentences of the timeline."""

from collections.abc import Sequence

from tierline.calls import emergency_events as em
from tierline.calls import supervision_events as su
from tierline.calls.events import AnyEvent, Recorded
from tierline.desk.views.contacts_said import without_contacts
from tierline.desk.views.said import Reasons, Said
from tierline.ports.agency import Agency
from tierline.sentence import sentence
from tierline.staff.person import Person

_MODES = {
    "monitor": sentence("Listens to the call"),
    "whisper": sentence("Whispers to the agent, unheard by the caller"),
    "barge": sentence("Joined the call"),
}
_ASKED = {
    "monitor": sentence("Asked to listen"),
    "whisper": sentence("Asked to whisper to the agent"),
    "barge": sentence("Asked to join"),
}
_ENDED = {
    "left": sentence("Left the call that they supervised"),
    "unanswered": sentence("Did not come to the call: their phone did not answer"),
    "call_over": sentence("Was at the call until its end"),
    "no_agent": sentence("Left: no agent served the caller any more"),
    "took_over": sentence("Took the caller over"),
    "withdrawn": sentence("Was not needed any more"),
}


def of_supervision(agency: Agency, event: AnyEvent, reasons: Reasons) -> Said:
    """None for an event about neither."""
    match event:
        case su.SupervisionAsked(agent=agent, mode=mode, reason=reason):
            asked = _ASKED[mode]
            said = reasons.get(reason) if reason else None
            why = sentence("{asked}: {reason}", asked=asked, reason=said) if said else asked
            return agency.name_of(agent), why, "agent"
        case su.SupervisionBegan(agent=agent, mode=mode) | su.SupervisionChanged(agent=agent, mode=mode):
            return agency.name_of(agent), _MODES[mode], "agent"
        case su.SupervisionEnded(agent=agent, how=how):
            return agency.name_of(agent), _ENDED[how], "agent"
        case em.EmergencyDeclared(agent=agent, kind=kind):
            declared = sentence(
                "Declared an emergency: {title}. The recording is kept",
                title=agency.emergencies.kind(kind).titles or kind,
            )
            return agency.name_of(agent), declared, "transfer"
        case em.EmergencyJoined(agent=agent, mode=mode):
            came = sentence("Came for the emergency. {doing}", doing=_MODES[mode])
            return agency.name_of(agent), came, "agent"
        case em.EmergencyAcknowledged(agent=agent):
            return agency.name_of(agent), sentence("Acknowledged the emergency, with a note"), "transfer"
        case _:
            return None


def without_untold(history: Sequence[Recorded], viewer: Person) -> Sequence[Recorded]:
    """What the agent is not told of by the agency's setting, and of points of contact, supervisors alone
    read."""
    if viewer.role == "supervisor":
        return history
    return [r for r in without_contacts(history) if not _untold(r.event)]


def _untold(event: AnyEvent) -> bool:
    match event:
        case su.SupervisionAsked():
            return True
        case (
            su.SupervisionBegan(told=told)
            | su.SupervisionChanged(told=told)
            | su.SupervisionEnded(told=told)
            | em.EmergencyJoined(told=told)
        ):
            return not told
        case _:
            return False
