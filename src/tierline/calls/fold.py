"""How each event changes the state of its call. Nothing else changes it."""

from collections.abc import Iterable

import msgspec

from tierline.calls import events as ev
from tierline.calls import service_events as se
from tierline.calls.away_events import HistoryLost, QueuePutOff
from tierline.calls.callback_fold import callback_changes
from tierline.calls.contact_fold import contact_changes
from tierline.calls.conversation_fold import conversation_changes
from tierline.calls.desk_events import AgentMoved, AgentMovedIn
from tierline.calls.disposition_events import Disposed
from tierline.calls.disposition_fold import with_disposition
from tierline.calls.interpreter_fold import interpreter_changes
from tierline.calls.line_events import CallerKnown, LineLeft, ServedAfterHours
from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.practice import CallerSpoke
from tierline.calls.recording_fold import recording_changes
from tierline.calls.state import Call, Keyed, MeantFor, PutOff, Reservation, Serving
from tierline.calls.supervision_fold import supervision_changes
from tierline.calls.verification_fold import verification_changes


class BrokenHistory(Exception):
    """Events that cannot follow one another: a hole in `seq`, or a call that did not begin by arriving."""


def follows(recorded: ev.Recorded) -> int:
    """The `seq` of the event before this one; 0 for a first."""
    lost = recorded.event.events if isinstance(recorded.event, HistoryLost) else 1
    return recorded.seq - lost


def begin(recorded: ev.Recorded) -> Call:
    arrived = recorded.event
    if isinstance(arrived, HistoryLost) and follows(recorded) == 0:
        return _known_again(arrived, recorded)
    if not isinstance(arrived, ev.Arrived) or recorded.seq != 1:
        raise BrokenHistory(f"call {recorded.call} begins with {type(arrived).__name__}, not with Arrived")
    return Call(
        id=CallId(recorded.call),
        seq=1,
        leg=arrived.leg,
        number=arrived.number,
        caller=arrived.caller,
        agency=arrived.agency,
        arrived_at=recorded.at,
        practice=arrived.practice,
        attestation=arrived.attestation,
        path=arrived.practice.path if arrived.practice else (),
    )


def fold(history: Iterable[ev.Recorded], onto: Call | None = None) -> Call:
    """The state after a whole history, or after what followed a state. Raises BrokenHistory."""
    call = onto
    for recorded in history:
        call = begin(recorded) if call is None else evolve(call, recorded)
    if call is None:
        raise BrokenHistory("no events")
    return call


def evolve(call: Call, recorded: ev.Recorded) -> Call:
    """The state after one more event. Raises BrokenHistory."""
    if follows(recorded) != call.seq:
        raise BrokenHistory(f"call {call.id}: event {recorded.seq} after {call.seq}")
    if isinstance(recorded.event, HistoryLost):
        return _known_again(recorded.event, recorded)
    return msgspec.structs.replace(call, seq=recorded.seq, **_changes(call, recorded))


def _changes(call: Call, recorded: ev.Recorded) -> dict[str, object]:  # noqa: PLR0912 - one row an event
    at = recorded.at
    match recorded.event:
        case ev.StepReached(place=place):
            return {"place": place}
        case ev.KeyPressed(step=step) if call.place and call.place.offered:
            return {"path": (*call.path, step)}
        case ev.KeyEverywhere(meaning="person"):
            return {"path": (*call.path, "person")}
        case ev.LanguageChosen(language=language):
            return {"language": language}
        case ev.ConsentGiven(channel=channel):
            return {"consents": call.consents | {channel}}
        case ev.RelayCaller():
            return {"relay": True}
        case ev.Entered(kind=kind, value=value) if value is not None:
            return {"keyed": (*call.keyed, Keyed(kind, value))}
        case ev.Queued(tier=tier, skills=skills, person=person):
            return {
                "phase": "waiting",
                "tier": tier,
                "skills": skills or call.skills,
                "meant_for": MeantFor(person, at) if person else None,
                "waiting_since": call.waiting_since or at,
                "promise": None,
                "put_off": None,
                "queued_at": at,
                "served_after_hours": False,
            }
        case ev.PositionTold():
            return {"announced": call.announced + 1}
        case CallerKnown(agents=agents):
            return {"known_to": agents}
        case LineLeft():
            return {"phase": "ivr"}
        case ServedAfterHours():
            return {"served_after_hours": True}
        case QueuePutOff(tier=tier, reason=reason, skills=skills):
            return {"put_off": PutOff(tier, reason, skills), "waiting_since": call.waiting_since or at}
        case ev.SupervisorKeyPressed():
            return {"confirming_supervisor": True}
        case ev.SupervisorKeyWithdrawn():
            return {"confirming_supervisor": False}
        case ev.SupervisorAsked():
            return {"confirming_supervisor": False, "supervisor": "asked"}
        case ev.Presented(agent=agent, leg=leg, tier=tier):
            phase = call.phase if call.serving else "presented"
            return {"phase": phase, "reservation": Reservation(agent, leg, tier, at)}
        case se.RequestCreated(number=number) as made:
            return {"requests": (*call.requests, number), **recording_changes(call, made, at)}
        case se.RequestFollowedUp(number=number) as again:
            others = tuple(other for other in call.requests if other != number)
            return {"requests": (*others, number), **recording_changes(call, again, at)}
        case se.Referred(office=office) as referred:
            return {"referrals": (*call.referrals, office), **recording_changes(call, referred, at)}
        case AgentMoved(agent=agent, leg=leg):
            return {"serving": _at_another_desk(call, agent, leg)}
        case AgentMovedIn(agent=agent):
            return {"serving": _at_another_desk(call, agent, None)}
        case CallerSpoke(line=line) if call.practice:
            return {"practice": msgspec.structs.replace(call.practice, said=line)}
        case Disposed() as disposed:
            return with_disposition(call, disposed)
        case ev.Ended(how=how):
            return {
                "phase": "ended",
                "ended_at": at,
                "ending": how,
                "promise": None,
                "reservation": None,
                "serving": (),
                "supervising": (),
                "transfer": None,
                "meant_for": None,
                "not_taken": None,
                "interpreter": None,
                "confirming_supervisor": False,
                "put_off": None,
            }
        case other:
            return (
                callback_changes(call, other, at)
                or conversation_changes(call, other, at)
                or interpreter_changes(call, other)
                or contact_changes(call, other, at)
                or supervision_changes(call, other, at)
                or {**recording_changes(call, other, at), **verification_changes(call, other)}
            )


def _known_again(lost: HistoryLost, recorded: ev.Recorded) -> Call:
    return msgspec.structs.replace(lost.state, seq=recorded.seq)


def _at_another_desk(call: Call, agent: AgentId, leg: LegId | None) -> tuple[Serving, ...]:
    """With the new leg, or on the line with it."""
    change = {"leg": leg, "moving": True} if leg else {"moving": False}
    return tuple(msgspec.structs.replace(s, **change) if s.agent == agent else s for s in call.serving)
