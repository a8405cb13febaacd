"""What agents did in a call that several people may be in, as sentences."""

from tierline.calls import conversation_events as ce
from tierline.calls.names import Tier, Trigger
from tierline.desk.views import words
from tierline.desk.views.said import Reasons, Said
from tierline.ports.agency import Agency
from tierline.sentence import Sentence, Value, sentence

TRIGGERS: dict[Trigger, Sentence] = {
    "unresolved": sentence("could not be resolved"),
    "caller_asked": sentence("the caller asked"),
    "upset": sentence("the caller is upset with the proposed resolution"),
    "urgent": sentence("urgent help by another office is needed"),
    "officer_judgement": sentence("the officer's judgement"),
}
_TO = {
    "caller": sentence("caller"),
    "interpreter": sentence("interpreter"),
    "contact": sentence("contact"),
}
_SPOKE = {
    "colleague": sentence("Spoke with the colleague alone; the caller held"),
    "caller": sentence("Spoke with the caller alone; the colleague held"),
    "everyone": sentence("Brought everyone together"),
}


def of_a_conversation(agency: Agency, event: object, reasons: Reasons) -> Said:
    match event:
        case ce.ConsultAsked(agent=agent, to=to, reason=reason, person=person):
            asked = sentence(
                "Wanted to speak with {whom}: {reason}",
                whom=whom(agency, to, person),
                reason=reasons.get(reason, ""),
            )
            return agency.name_of(agent), asked, "transfer"
        case ce.ConsultEnded(agent=agent, why=why):
            alone = sentence("Went on without a colleague: {why}", why=words.on_record(why))
            return agency.name_of(agent), alone, "transfer"
        case ce.SpokeWith(agent=agent, whom=together):
            return agency.name_of(agent), _SPOKE[together], "transfer"
        case ce.HandedOn(by=by, to=to, trigger=trigger, reason=reason, person=person, how=how):
            callback, at_once = sentence("by a callback"), sentence("without waiting for an answer")
            handed = sentence(
                "Handed the caller on to {whom}, {way} ({trigger}): {reason}",
                whom=whom(agency, to, person),
                way=callback if how == "callback" else at_once,
                trigger=TRIGGERS[trigger],
                reason=reasons.get(reason, ""),
            )
            return agency.name_of(by), handed, "transfer"
        case ce.GivenBack(by=by, reason=reason):
            back = sentence("Gave the caller back to the queue: {reason}", reason=reasons.get(reason, ""))
            return agency.name_of(by), back, "transfer"
        case ce.Muted(agent=agent, muted=muted):
            muting = sentence("Muted the microphone") if muted else sentence("Was heard again")
            return agency.name_of(agent), muting, "agent"
        case ce.KeysSent(agent=agent, count=count, to=to):
            keys = sentence("a key") if count == 1 else sentence("{n} keys", n=count)
            return agency.name_of(agent), sentence("Sent {keys} to the {to}", keys=keys, to=_TO[to]), "agent"
        case _:
            return None


def whom(agency: Agency, to: Tier, person: str | None) -> Value:
    """A colleague by name, or a tier."""
    return agency.name_of(person) if person else words.tier(to)  # type: ignore[arg-type]
