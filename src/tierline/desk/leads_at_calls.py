"""A lead at a call of their own site, where the agency lets them listen or whisper. They hear CSRs of theirs
and callers who speak with these: once anybody else speaks in the call they hear nothing more, and leave."""

from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.calls.supervision_events import Mode
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.theirs import oversees
from tierline.staff.person import Person
from tierline.staff.supervision import modes_of


def must_be_open(center: Center, person: Person, mode: Mode) -> None:
    """Whatever call it is about. Raises Refused."""
    if mode not in modes_of(center.agency.supervision, person.role):
        raise Refused("your agency does not let you do this: ask a supervisor")


def must_be_theirs(center: Center, call: Call, agent: AgentId) -> None:
    """Raises NotFound for a call that they may not know of, and Refused for an emergency."""
    if not may_hear(center, call, agent):
        if call.emergency and _all_theirs(center, call, agent):
            raise Refused("an emergency was declared in this call: it is for supervisors")
        raise NotFound("there is no such call; it may have just ended")


def may_hear(center: Center, call: Call, agent: AgentId) -> bool:
    """At this moment. A supervisor, any call."""
    person = center.agency.staff.get(agent)
    if person is None or person.role == "supervisor":
        return True
    allowed = bool(modes_of(center.agency.supervision, person.role))
    return (
        allowed
        and call.emergency is None
        and _all_theirs(center, call, agent)
        and not _a_supervisor_speaks(center, call)
    )


def _a_supervisor_speaks(center: Center, call: Call) -> bool:
    """With the caller, or to the agent alone."""
    staff = center.agency.staff
    speaking = [staff.get(s.agent) for s in call.supervising if s.mode != "monitor"]
    return any(person is None or person.role == "supervisor" for person in speaking)


def _all_theirs(center: Center, call: Call, agent: AgentId) -> bool:
    staff = center.agency.staff
    viewer = staff.get(agent)
    theirs = (viewer is not None and oversees(center, viewer, staff.get(s.agent)) for s in call.serving)
    return bool(call.serving) and all(theirs)
