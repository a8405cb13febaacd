"""What those who look after a site may know of: people of their own, and calls that none but these had. The
one place where it is asked; a supervisor is kept to no site."""

from collections.abc import Iterable

from tierline.calls import emergency_events as em
from tierline.calls import supervision_events as su
from tierline.calls.away_events import HistoryLost
from tierline.calls.events import Answered, Recorded
from tierline.calls.names import AgentId
from tierline.desk.center import Center
from tierline.staff.person import Person

_WHOEVER = AgentId("")
"""Was heard in what is not on record: nobody's."""


def oversees(center: Center, viewer: Person, colleague: Person | None) -> bool:
    """Whether this colleague is on the viewer's floor, at the newest edition of the agency."""
    if colleague is None or colleague.tier is None:
        return False
    return viewer.role == "supervisor" or center.agency.oversight.allows(viewer, "oversee", colleague)


def reviews(center: Center, viewer: Person, agent: AgentId) -> bool:
    """Whether the viewer may look into what this agent told callers: quality reads it, and a supervisor
    verifies or corrects it (policy B4.4a). Of one who has left the staff it is any supervisor's."""
    colleague = center.agency.staff.get(agent)
    if colleague is None:
        return viewer.role == "supervisor"
    return center.agency.oversight.allows(viewer, "review", colleague)


def wholly_theirs(center: Center, viewer: Person, history: Iterable[Recorded]) -> bool:
    """Whether everyone who was heard in the call is one whose words this viewer reviews."""
    heard = {agent for recorded in history if (agent := _heard(recorded)) is not None}
    return bool(heard) and all(reviews(center, viewer, agent) for agent in heard)


def _heard(recorded: Recorded) -> AgentId | None:
    match recorded.event:
        case Answered(agent=agent):
            return agent
        # Who listens is not heard, nor is a whisper, which is not recorded either.
        case (
            su.SupervisionBegan(agent=agent, mode="barge")
            | su.SupervisionChanged(agent=agent, mode="barge")
            | em.EmergencyJoined(agent=agent, mode="barge")
        ):
            return agent
        case HistoryLost():
            return _WHOEVER
        case _:
            return None
