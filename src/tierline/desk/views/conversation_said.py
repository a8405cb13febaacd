"""What agents did in a call that several people may be in, as sentences."""

from tierline.calls import conversation_events as ce
from tierline.calls.names import Tier, Trigger
from tierline.desk.views import words
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency

TRIGGERS: dict[Trigger, str] = {
    "unresolved": "could not be resolved",
    "caller_asked": "the caller asked",
    "upset": "the caller is upset with the proposed resolution",
    "urgent": "urgent help by another office is needed",
    "officer_judgement": "the officer's judgement",
}
_SPOKE = {
    "colleague": "Spoke with the colleague alone; the caller held",
    "caller": "Spoke with the caller alone; the colleague held",
    "everyone": "Brought everyone together",
}


def of_a_conversation(agency: Agency, event: object) -> Said:
    match event:
        case ce.ConsultAsked(agent=agent, to=to, reason=reason, person=person):
            asked = f"Wanted to speak with {whom(agency, to, person)}: {reason}"
            return agency.name_of(agent), asked, "transfer"
        case ce.ConsultEnded(agent=agent, why=why):
            return agency.name_of(agent), f"Went on without a colleague: {why}", "transfer"
        case ce.SpokeWith(agent=agent, whom=together):
            return agency.name_of(agent), _SPOKE[together], "transfer"
        case ce.HandedOn(by=by, to=to, trigger=trigger, reason=reason, person=person, how=how):
            way = "by a callback" if how == "callback" else "without waiting for an answer"
            handed = (
                f"Handed the caller on to {whom(agency, to, person)}, {way} ({TRIGGERS[trigger]}): {reason}"
            )
            return agency.name_of(by), handed, "transfer"
        case ce.GivenBack(by=by, reason=reason):
            return agency.name_of(by), f"Gave the caller back to the queue: {reason}", "transfer"
        case ce.Muted(agent=agent, muted=muted):
            return agency.name_of(agent), "Muted the microphone" if muted else "Was heard again", "agent"
        case ce.KeysSent(agent=agent, count=count, to=to):
            keys = "a key" if count == 1 else f"{count} keys"
            return agency.name_of(agent), f"Sent {keys} to the {to}", "agent"
        case _:
            return None


def whom(agency: Agency, to: Tier, person: str | None) -> str:
    """A colleague by name, or a tier."""
    return agency.name_of(person) if person else words.tier(to)  # type: ignore[arg-type]
