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
from tierline.desk.views.answers import of_an_answer
from tierline.desk.views.callbacks import of_a_callback
from tierline.desk.views.conversation_said import TRIGGERS, of_a_conversation, whom
from tierline.desk.views.in_line import of_the_line
from tierline.desk.views.interpreters import of_an_interpreter
from tierline.desk.views.messages import of_a_message
from tierline.desk.views.practice import of_practice
from tierline.desk.views.recording_said import of_a_recording
from tierline.desk.views.review_said import of_a_review
from tierline.desk.views.said import Kind, Said
from tierline.desk.views.supervision_words import of_supervision
from tierline.desk.views.verifying_view import of_verifying
from tierline.ports.agency import Agency


class Line(msgspec.Struct, frozen=True):
    """`who` is "caller", "center" or a member of staff's name. `seq` counts the lines, so that no hole in it
    tells that something was left out."""

    seq: int
    at: datetime
    who: str
    what: str
    kind: Kind


_UNANSWERED = {
    "rejected": "Rejected the call",
    "timed_out": "Did not answer in time",
    "failed": "Could not be reached",
    "withdrawn": "Was not needed any more",
    "abandoned": "Had no time to answer: the caller hung up",
}
_RELAY = {
    "number": "the call comes from a relay service's number",
    "key": "the caller said that an operator relays the call",
    "tty": "the caller types on a text telephone",
}
_ATTESTED: Mapping[Attestation, str] = {
    "passed": "the network attests the caller's number",
    "failed": "the network says that the caller's number is not theirs",
    "unchecked": "the network has not checked the caller's number",
}
_ENDINGS = {
    "caller_hung_up": ("caller", "Hung up"),
    "agent_ended": ("center", "The agent ended the call"),
    "ivr_ended": ("center", "Said good-bye and ended the call"),
    "engine_lost": ("center", "The telephone engine was lost, and the call with it"),
    "callback_exhausted": ("center", "Gave up calling back: every attempt came to nothing"),
    "practice_over": ("center", "Practice: nobody has the simulated caller any more"),
    "no_usable_number": ("center", "Could not call back: there is no number that may be rung"),
}


def timeline(agency: Agency, history: Iterable[ev.Recorded]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for recorded in history:
        said = sentence(agency, recorded.event)
        if said:
            lines.append(Line(len(lines) + 1, recorded.at, *said))
    return tuple(lines)


def sentence(agency: Agency, event: ev.AnyEvent) -> Said:
    """(who, what, kind). None for what is told already: a step of the flow by its prompt, what a step did by
    the event of it."""
    return (
        _in_menus(agency, event)
        or _between_people(agency, event)
        or _with_an_agent(agency, event)
        or _of_scripts(agency, event)
        or of_verifying(agency, event)
        or of_the_line(agency, event)
        or of_a_conversation(agency, event)
        or of_an_interpreter(agency, event)
        or of_a_callback(agency, event)
        or of_a_message(event)
        or of_supervision(agency, event)
        or of_practice(agency, event)
        or of_a_recording(agency, event)
        or of_a_review(agency, event)
    )


def _in_menus(agency: Agency, event: ev.AnyEvent) -> Said:  # noqa: PLR0912 - one row an event
    match event:
        case ev.Arrived(practice=practice) if practice:
            return "center", f"Practice: a simulated caller ({words.plain(practice.case)})", "arrived"
        case ev.Arrived(number=number, attestation=attestation):
            attested = f"; {_ATTESTED[attestation]}" if attestation else ""
            return "caller", f"Rang {number}{attested}", "arrived"
        case ev.Heard(prompts=prompts):
            return "center", f"Said: {', '.join(words.plain(p) for p in prompts)}", "menu"
        case ev.KeyPressed(key=key, step=step):
            return "caller", f"Pressed {key}: {words.plain(step)}", "menu"
        case ev.KeyEverywhere(key=key, meaning=meaning):
            return "caller", f"Pressed {key}: {words.plain(meaning).lower()}", "menu"
        case ev.ConsentGiven(channel=channel):
            return "caller", f"Allowed us to write by {channel}", "menu"
        case ev.TtyDetected():
            return "center", "Heard the tones of a text telephone (TTY)", "menu"
        case ev.RelayCaller(how=how):
            return "center", f"Gives the time that typing takes: {_RELAY[how]}", "menu"
        case ev.KeyRefused(key=""):
            return "caller", "Gave a number that cannot be one", "menu"
        case ev.KeyRefused(key=key):
            return "caller", f"Pressed {key}, which chooses nothing here", "menu"
        case ev.StayedSilent():
            return "caller", "Pressed nothing", "menu"
        case ev.LanguageChosen(language=language):
            return "caller", f"Chose {words.language(language)}", "menu"
        case ev.Entered(kind=kind):
            return "caller", f"Gave: {words.keyed(kind).lower()}", "menu"
        case ev.LookedUp(what=what, outcome=outcome):
            return of_an_answer(what, outcome)
        case ev.SupervisorKeyPressed():
            return "caller", "Pressed the supervisor key", "menu"
        case ev.SupervisorKeyWithdrawn():
            return "caller", "Did not confirm the supervisor key", "menu"
        case _:
            return None


def _between_people(agency: Agency, event: ev.AnyEvent) -> Said:  # noqa: PLR0912 - one row an event
    match event:
        case ev.Queued(tier=tier, reason=reason):
            return "center", f"Waited for {words.tier(tier)}: {reason}", "queue"
        case QueuePutOff(tier=tier):
            return "center", f"Could not put the caller in line for {words.tier(tier)} yet", "queue"
        case ev.PositionTold(position=position):
            return "center", f"Told the caller: number {position} in the queue", "queue"
        case ev.Presented(agent=agent, tier=tier, because=because):
            to = f"{agency.name_of(agent)} ({_of(tier)})"
            return "center", f"Presented to {to}: {because}", "agent"
        case ev.Unanswered(agent=agent, outcome=outcome):
            return agency.name_of(agent), _UNANSWERED[outcome], "agent"
        case ev.Answered(agent=agent, tier=tier):
            return agency.name_of(agent), f"Answered ({_of(tier)})", "agent"
        case ev.AgentLost(agent=agent, alone=alone, by=by):
            then = "; the caller waits again" if alone else ""
            if by:
                return agency.name_of(by), f"Signed {agency.name_of(agent)} out{then}", "agent"
            return "center", f"Lost the connection to {agency.name_of(agent)}{then}", "agent"
        case AgentMoved(agent=agent):
            return agency.name_of(agent), "Goes on at another screen; the caller holds", "agent"
        case AgentMovedIn(agent=agent):
            return agency.name_of(agent), "Is on the line again", "agent"
        case ev.AgentLeft(agent=agent):
            return agency.name_of(agent), "Left the call", "agent"
        case ev.SupervisorAsked(by=None):
            return "caller", "Asked for a supervisor", "transfer"
        case ev.SupervisorAsked(by=str(by)):
            return agency.name_of(by), "Noted that the caller asks for a supervisor", "transfer"
        case ev.TransferAsked(agent=agent, to=to, trigger=trigger, reason=reason, person=person):
            asked = f"Asked {whom(agency, to, person)} to take over ({TRIGGERS[trigger]}): {reason}"
            return agency.name_of(agent), asked, "transfer"
        case ev.TransferWithdrawn(agent=agent, why=why):
            return agency.name_of(agent), f"The transfer was given up: {why}", "transfer"
        case ev.Transferred(by=by, to=to):
            return agency.name_of(by), f"Handed the caller on to {agency.name_of(to)}", "transfer"
        case _:
            return None


def _with_an_agent(agency: Agency, event: ev.AnyEvent) -> Said:
    match event:
        case ev.Held(agent=agent):
            return agency.name_of(agent), "Put the caller on hold", "agent"
        case ev.Resumed(agent=agent):
            return agency.name_of(agent), "Took the caller off hold", "agent"
        case se.RequestCreated(number=number, office=office, agent=agent):
            made = f"Made Service Request {number} for {words.office(agency, office)}"
            return agency.name_of(agent), made, "request"
        case se.Referred(office=office, agent=agent):
            who = agency.name_of(agent) if agent else "center"
            return who, f"Referred to {words.office(agency, office)}", "request"
        case Disposed(agent=agent, code=code):
            chosen = f"Disposition: {words.disposition(agency, code)}" if code else "Gave no disposition"
            return agency.name_of(agent), chosen, "agent"
        case ev.PickedUpAgain():
            return "center", "Picked the call up again after a restart", "agent"
        case HistoryLost(events=events):
            return "center", f"Lost {events} entries of this call: nothing could take them", "agent"
        case ev.Ended(how=how):
            return *_ENDINGS[how], "end"
        case _:
            return None


def _of_scripts(agency: Agency, event: ev.AnyEvent) -> Said:
    match event:
        case se.ScriptPresented(agent=agent):
            return agency.name_of(agent), _presented(agency, event), "script"
        case se.GuideEnded(agent=agent, script=script):
            return agency.name_of(agent), f"Came to the end of “{words.script(agency, script)}”", "script"
        case se.OwnWordsAdded(agent=agent):
            return agency.name_of(agent), "Added own words", "script"
        case se.NoScriptFits(agent=agent):
            return agency.name_of(agent), "Found no script that fits", "script"
        case se.QuestionNoted(agent=agent):
            return agency.name_of(agent), "Wrote for the authors what was asked", "script"
        case _:
            return None


def _presented(agency: Agency, event: se.ScriptPresented) -> str:
    """Without the step of a guide: it tells by what it follows, to everyone who reads the timeline."""
    title, did = words.script(agency, event.script), "Read" if event.read else "Followed"
    return f"{did} “{title}” (version {event.version}, {words.language(event.language)})"


def _of(tier: str) -> str:
    return "supervisor" if tier == "supervisor" else f"Tier {tier}"
