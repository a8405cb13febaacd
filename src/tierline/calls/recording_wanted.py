"""Whose legs are to be recorded now: told from the state of a call alone, so that nothing has to keep count
and a restart needs no special case.

Silence is a leg that is not recorded for a while: nothing of it is ever written.
"""

from collections.abc import Mapping

from tierline.calls.names import LegId
from tierline.calls.seats import seats
from tierline.calls.state import Call

CALLER, INTERPRETER = "caller", "interpreter"


def recording_wanted(call: Call, *, consults: bool) -> Mapping[LegId, str]:
    """By leg, who speaks on it. Those in the caller's conversation, unless the caller was not told, declined,
    the agent paused it, or asks for what is not to be recorded; a caller on hold is not recorded, while who
    serves them still is, nor whoever has muted themselves. `consults`: colleagues out of the caller's hearing
    too. A supervisor's voice is part of the conversation only where the caller hears it."""
    if call.phase != "talking" or call.practice or not call.recording.agreed or call.recording.paused:
        return {}
    if asks_unrecorded(call):
        return {}
    if _colleagues_by_themselves(call) and not consults:
        return {}
    where = seats(call)
    legs = {*where.talk, *where.consult}
    wanted = {leg: of for leg, of in _speaking(call).items() if leg in legs}
    return wanted | _joined(call) if call.leg in where.talk else wanted


def _colleagues_by_themselves(call: Call) -> bool:
    """Or a supervisor with an office."""
    contact = call.contact_part
    if contact and contact.state == "joined" and contact.speaks_with == "contact":
        return True
    consulting = call.consulting
    if consulting is None or consulting.speaks_with == "caller":
        return False
    return consulting.speaks_with == "colleague" or call.held


def asks_unrecorded(call: Call) -> bool:
    """For as long as the agent who does has not left."""
    asking = call.recording.silent_for
    return asking is not None and any(s.agent == asking.agent and s.since <= asking.at for s in call.serving)


def _speaking(call: Call) -> dict[LegId, str]:
    people: dict[LegId, str] = {call.leg: CALLER}
    people |= {s.leg: s.agent for s in call.serving if not s.moving and not s.muted}
    if call.interpreter and call.interpreter.joined:
        people[call.interpreter.leg] = INTERPRETER
    return people


def _joined(call: Call) -> dict[LegId, str]:
    return {s.leg: s.agent for s in call.supervising if s.answered and s.mode == "barge"}
