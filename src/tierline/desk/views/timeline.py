"""A call's events as sentences, one line each: the one timeline that everyone in the call reads."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from tierline.calls import events as ev
from tierline.calls import service_events as se
from tierline.calls.away_events import HistoryLost, QueuePutOff
from tierline.calls.desk_events import AgentMoved, AgentMovedIn
from tierline.calls.disposition_events import Disposed
from tierline.calls.names import Attestation
from tierline.desk.views import words
from tierline.desk.views.amended import of_an_amendment
from tierline.desk.views.answers import of_an_answer
from tierline.desk.views.callbacks import of_a_callback
from tierline.desk.views.contacts_said import of_a_contact
from tierline.desk.views.conversation_said import TRIGGERS, of_a_conversation, whom
from tierline.desk.views.in_line import of_the_line
from tierline.desk.views.interpreters import of_an_interpreter
from tierline.desk.views.messages import of_a_message
from tierline.desk.views.practice import of_practice
from tierline.desk.views.recording_said import of_a_recording
from tierline.desk.views.requests_said import of_a_request
from tierline.desk.views.review_said import of_a_review
from tierline.desk.views.said import Kind, Reasons, Said
from tierline.desk.views.supervision_words import of_supervision
from tierline.desk.views.verifying_view import of_verifying
from tierline.ports.agency import Agency
from tierline.sentence import Sentence, SentenceView, sentence, view


class Line(msgspec.Struct, frozen=True):
    """`who` is "caller", "center" or a member of staff's name, `what` they did in English, and `sentence` the
    same for other languages. `seq` counts the lines, so that no hole in it tells that something was left
    out."""

    seq: int
    at: datetime
    who: str
    what: str
    kind: Kind
    sentence: SentenceView


_UNANSWERED = {
    "rejected": sentence("Rejected the call"),
    "timed_out": sentence("Did not answer in time"),
    "failed": sentence("Could not be reached"),
    "withdrawn": sentence("Was not needed any more"),
    "abandoned": sentence("Had no time to answer: the caller hung up"),
}
_RELAY = {
    "number": sentence("the call comes from a relay service's number"),
    "key": sentence("the caller said that an operator relays the call"),
    "tty": sentence("the caller types on a text telephone"),
}
_ATTESTED: Mapping[Attestation, Sentence] = {
    "passed": sentence("the network attests the caller's number"),
    "failed": sentence("the network says that the caller's number is not theirs"),
    "unchecked": sentence("the network has not checked the caller's number"),
}
_MEANT: Mapping[str, Sentence] = {
    "person": sentence("person"),
    "back": sentence("back"),
    "slower": sentence("slower"),
    "repeat": sentence("repeat"),
    "main": sentence("main"),
}
_ENDINGS = {
    "caller_hung_up": ("caller", sentence("Hung up")),
    "agent_ended": ("center", sentence("The agent ended the call")),
    "ivr_ended": ("center", sentence("Said good-bye and ended the call")),
    "engine_lost": ("center", sentence("The telephone engine was lost, and the call with it")),
    "callback_exhausted": ("center", sentence("Gave up calling back: every attempt came to nothing")),
    "practice_over": ("center", sentence("Practice: nobody has the simulated caller any more")),
    "no_usable_number": ("center", sentence("Could not call back: there is no number that may be rung")),
}


def timeline(agency: Agency, history: Iterable[ev.Recorded], reasons: Reasons) -> tuple[Line, ...]:
    lines: list[Line] = []
    for recorded in history:
        if said := said_of(agency, recorded.event, reasons):
            who, what, kind = said
            lines.append(Line(len(lines) + 1, recorded.at, who, str(what), kind, view(what)))
    return tuple(lines)


def said_of(agency: Agency, event: ev.AnyEvent, reasons: Reasons) -> Said:
    """(who, what, kind). None for what is told already: a step of the flow by its prompt, what a step did by
    the event of it."""
    return (
        _in_menus(agency, event)
        or _between_people(agency, event, reasons)
        or _with_an_agent(agency, event)
        or of_a_request(agency, event)
        or _in_case_systems(agency, event)
        or _of_scripts(agency, event)
        or of_verifying(agency, event)
        or of_the_line(agency, event)
        or of_a_conversation(agency, event, reasons)
        or of_an_interpreter(agency, event)
        or of_a_contact(agency, event, reasons)
        or of_a_callback(agency, event)
        or of_a_message(event)
        or of_supervision(agency, event, reasons)
        or of_practice(agency, event)
        or of_a_recording(agency, event)
        or of_a_review(agency, event)
        or of_an_amendment(event)
    )


def _in_menus(agency: Agency, event: ev.AnyEvent) -> Said:  # noqa: PLR0912 - one row an event
    match event:
        case ev.Arrived(practice=practice) if practice:
            case = words.plain(practice.case)
            return "center", sentence("Practice: a simulated caller ({case})", case=case), "arrived"
        case ev.Arrived(number=number, attestation=None):
            return "caller", sentence("Rang {number}", number=number), "arrived"
        case ev.Arrived(number=number, attestation=str(attestation)):
            attested = _ATTESTED[attestation]
            return (
                "caller",
                sentence("Rang {number}; {attested}", number=number, attested=attested),
                "arrived",
            )
        case ev.Heard(prompts=prompts):
            return "center", sentence("Said: {prompts}", prompts=[words.plain(p) for p in prompts]), "menu"
        case ev.KeyPressed(key=key, step=step):
            return "caller", sentence("Pressed {key}: {step}", key=key, step=words.plain(step)), "menu"
        case ev.KeyEverywhere(key=key, meaning=meaning):
            meant = _MEANT.get(meaning, words.plain(meaning).lower())
            return "caller", sentence("Pressed {key}: {step}", key=key, step=meant), "menu"
        case ev.ConsentGiven(channel=channel):
            return "caller", sentence("Allowed us to write by {channel}", channel=channel), "menu"
        case ev.TtyDetected():
            return "center", sentence("Heard the tones of a text telephone (TTY)"), "menu"
        case ev.RelayCaller(how=how):
            return "center", sentence("Gives the time that typing takes: {why}", why=_RELAY[how]), "menu"
        case ev.KeyRefused(key=""):
            return "caller", sentence("Gave a number that cannot be one"), "menu"
        case ev.KeyRefused(key=key):
            return "caller", sentence("Pressed {key}, which chooses nothing here", key=key), "menu"
        case ev.StayedSilent():
            return "caller", sentence("Pressed nothing"), "menu"
        case ev.LanguageChosen(language=language):
            return "caller", sentence("Chose {language}", language=words.language(language)), "menu"
        case ev.Entered(kind=kind):
            return "caller", sentence("Gave: {what}", what=words.keyed(kind)), "menu"
        case ev.LookedUp(what=what, outcome=outcome):
            return of_an_answer(what, outcome)
        case ev.SupervisorKeyPressed():
            return "caller", sentence("Pressed the supervisor key"), "menu"
        case ev.SupervisorKeyWithdrawn():
            return "caller", sentence("Did not confirm the supervisor key"), "menu"
        case _:
            return None


def _between_people(agency: Agency, event: ev.AnyEvent, reasons: Reasons) -> Said:  # noqa: PLR0912 - one row an event
    match event:
        case ev.Queued(tier=tier, reason=reason):
            waited = sentence(
                "Waited for {tier}: {reason}", tier=words.tier(tier), reason=words.on_record(reason)
            )
            return "center", waited, "queue"
        case QueuePutOff(tier=tier):
            not_yet = sentence("Could not put the caller in line for {tier} yet", tier=words.tier(tier))
            return "center", not_yet, "queue"
        case ev.PositionTold(position=position):
            return "center", sentence("Told the caller: number {n} in the queue", n=position), "queue"
        case ev.Presented(agent=agent, tier=tier) as shown:
            presented = sentence(
                "Presented to {name} ({tier}): {because}",
                name=agency.name_of(agent),
                tier=_of(tier),
                because=words.because(shown),
            )
            return "center", presented, "agent"
        case ev.Unanswered(agent=agent, outcome=outcome):
            return agency.name_of(agent), _UNANSWERED[outcome], "agent"
        case ev.Answered(agent=agent, tier=tier):
            return agency.name_of(agent), sentence("Answered ({tier})", tier=_of(tier)), "agent"
        case ev.AgentLost(agent=agent, alone=alone, by=by):
            name = agency.name_of(agent)
            what = (
                sentence("Signed {name} out", name=name)
                if by
                else sentence("Lost the connection to {name}", name=name)
            )
            told = sentence("{what}; the caller waits again", what=what) if alone else what
            return agency.name_of(by) if by else "center", told, "agent"
        case AgentMoved(agent=agent):
            return agency.name_of(agent), sentence("Goes on at another screen; the caller holds"), "agent"
        case AgentMovedIn(agent=agent):
            return agency.name_of(agent), sentence("Is on the line again"), "agent"
        case ev.AgentLeft(agent=agent):
            return agency.name_of(agent), sentence("Left the call"), "agent"
        case ev.SupervisorAsked(by=None):
            return "caller", sentence("Asked for a supervisor"), "transfer"
        case ev.SupervisorAsked(by=str(by)):
            return agency.name_of(by), sentence("Noted that the caller asks for a supervisor"), "transfer"
        case ev.TransferAsked(agent=agent, to=to, trigger=trigger, reason=reason, person=person):
            asked = sentence(
                "Asked {whom} to take over ({trigger}): {reason}",
                whom=whom(agency, to, person),
                trigger=TRIGGERS[trigger],
                reason=reasons.get(reason, ""),
            )
            return agency.name_of(agent), asked, "transfer"
        case ev.TransferWithdrawn(agent=agent, why=why):
            given_up = sentence("The transfer was given up: {why}", why=words.on_record(why))
            return agency.name_of(agent), given_up, "transfer"
        case ev.Transferred(by=by, to=to):
            handed = sentence("Handed the caller on to {name}", name=agency.name_of(to))
            return agency.name_of(by), handed, "transfer"
        case _:
            return None


def _with_an_agent(agency: Agency, event: ev.AnyEvent) -> Said:
    match event:
        case ev.Held(agent=agent):
            return agency.name_of(agent), sentence("Put the caller on hold"), "agent"
        case ev.Resumed(agent=agent):
            return agency.name_of(agent), sentence("Took the caller off hold"), "agent"
        case Disposed(agent=agent, code=str(code)) if code:
            chosen = sentence("Disposition: {chosen}", chosen=words.disposition(agency, code))
            return agency.name_of(agent), chosen, "agent"
        case Disposed(agent=agent):
            return agency.name_of(agent), sentence("Gave no disposition"), "agent"
        case ev.PickedUpAgain():
            return "center", sentence("Picked the call up again after a restart"), "agent"
        case HistoryLost(events=events):
            lost = sentence("Lost {n} entries of this call: nothing could take them", n=events)
            return "center", lost, "agent"
        case ev.Ended(how=how):
            return *_ENDINGS[how], "end"
        case _:
            return None


def _in_case_systems(agency: Agency, event: ev.AnyEvent) -> Said:
    match event:
        case se.DoneInSystem(agent=agent, by_hand=True):
            did = sentence("Noted what was done by hand in a case system")
            return agency.name_of(agent), did, "request"
        case se.DoneInSystem(agent=agent):
            return agency.name_of(agent), sentence("Wrote to a case system"), "request"
        case se.ConfirmedBySystem():
            return "center", sentence("A case system confirmed what was done"), "request"
        case se.RefusedBySystem():
            return "center", sentence("A case system refused what was written"), "request"
        case _:
            return None


def _of_scripts(agency: Agency, event: ev.AnyEvent) -> Said:
    match event:
        case se.ScriptPresented(agent=agent):
            return agency.name_of(agent), _presented(agency, event), "script"
        case se.GuideEnded(agent=agent, script=script):
            ended = sentence("Came to the end of “{title}”", title=words.script_titles(agency, script))
            return agency.name_of(agent), ended, "script"
        case se.OwnWordsAdded(agent=agent):
            return agency.name_of(agent), sentence("Added own words"), "script"
        case se.NoScriptFits(agent=agent):
            return agency.name_of(agent), sentence("Found no script that fits"), "script"
        case se.QuestionNoted(agent=agent):
            return agency.name_of(agent), sentence("Wrote for the authors what was asked"), "script"
        case _:
            return None


def _presented(agency: Agency, event: se.ScriptPresented) -> Sentence:
    """Without the step of a guide: it tells by what it follows, to everyone who reads the timeline."""
    which = sentence(
        "“{title}” (version {version}, {language})",
        title=words.script_titles(agency, event.script),
        version=event.version,
        language=words.language(event.language),
    )
    return sentence("Read {which}", which=which) if event.read else sentence("Followed {which}", which=which)


def _of(tier: str) -> Sentence:
    return sentence("supervisor") if tier == "supervisor" else sentence("Tier {tier}", tier=tier)
