"""The supervisors at a call, as its agent and its supervisors see them."""

from datetime import datetime

import msgspec

from tierline.calls.names import AgentId, CallId
from tierline.calls.state import Call
from tierline.calls.supervised import Supervising
from tierline.calls.supervision_events import Mode
from tierline.desk.center import Center
from tierline.desk.theirs import oversees
from tierline.staff.person import Person


class SupervisorView(msgspec.Struct, frozen=True, kw_only=True):
    """`since` is of the mode, or of the ring before it is `answered`."""

    user: AgentId
    name: str
    mode: Mode
    since: datetime
    answered: bool


class SupervisingView(msgspec.Struct, frozen=True, kw_only=True):
    """The supervisor's own: the call that they are at, and with whom."""

    call: CallId
    mode: Mode
    since: datetime
    answered: bool
    agents: tuple[str, ...]
    held: bool


def supervisors(center: Center, call: Call, viewer: Person) -> tuple[SupervisorView, ...]:
    """All for a supervisor; for others those of whom the agency's setting says that the agent is told."""
    if viewer.role == "supervisor":
        return all_supervisors(center, call)
    return tuple(_view(center, s) for s in call.supervising if s.answered and s.told)


def all_supervisors(center: Center, call: Call) -> tuple[SupervisorView, ...]:
    return tuple(_view(center, s) for s in call.supervising)


def supervising(center: Center, person: Person) -> SupervisingView | None:
    """Of agents those alone who are on this person's floor."""
    state, staff = center.floor.state(person.user), center.agency.staff
    call = center.calls.get(state.call) if state.call else None
    there = call.supervised_now_by(person.user) if call else None
    if call is None or there is None:
        return None
    return SupervisingView(
        call=call.id,
        mode=there.mode,
        since=there.since,
        answered=there.answered,
        agents=tuple(
            center.agency.name_of(s.agent)
            for s in call.serving
            if oversees(center, person, staff.get(s.agent))
        ),
        held=call.held,
    )


def _view(center: Center, there: Supervising) -> SupervisorView:
    return SupervisorView(
        user=there.agent,
        name=center.agency.name_of(there.agent),
        mode=there.mode,
        since=there.since,
        answered=there.answered,
    )
