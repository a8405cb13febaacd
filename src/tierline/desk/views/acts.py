"""What an officer can do in the case systems, and what was done in this call."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from tierline.calls.events import Recorded
from tierline.calls.service_events import ConfirmedBySystem, DoneInSystem, RefusedBySystem
from tierline.calls.state import Call
from tierline.desk.acting import State, may_act
from tierline.desk.center import Center
from tierline.desk.views.gone import gone
from tierline.ports.agency import Agency
from tierline.sentence import SentenceView
from tierline.staff.person import Person

Words = Mapping[str, str]


class ActionView(msgspec.Struct, frozen=True):
    """`written`: the center can do it there; else it is done by hand."""

    system: str
    system_names: Words
    action: str
    names: Words
    written: bool


class DoneView(msgspec.Struct, frozen=True, kw_only=True):
    """`number` is the system's own, once it has confirmed it. What was done by hand is `shown` by the case,
    where one can look for it; what the center wrote can always be asked for once more."""

    key: str
    system: str
    action: str
    system_names: Words
    names: Words
    note: str
    by: str
    at: datetime
    by_hand: bool
    shown: bool
    state: State
    number: str
    gone: SentenceView | None
    """Why there is no note any more."""


class ActsView(msgspec.Struct, frozen=True):
    offered: tuple[ActionView, ...]
    done: tuple[DoneView, ...]


async def acts_view(
    center: Center, call: Call, history: Sequence[Recorded], viewer: Person, *, takes_part: bool
) -> ActsView | None:
    """None for whoever does nothing in the systems. The caller has shown that this viewer sees the case."""
    if not may_act(viewer) or call.practice:
        return None
    done = [await _done(center, call, recorded, history) for recorded in history if _is_act(recorded)]
    return ActsView(_offered(center.agency, viewer) if takes_part else (), tuple(done))


def _offered(agency: Agency, viewer: Person) -> tuple[ActionView, ...]:
    return tuple(
        ActionView(system.id, system.names, action.id, action.names, action.writing is not None)
        for system in agency.case_systems.systems
        if not system.asked_for or viewer.role in system.asked_for
        for action in system.actions
    )


def _is_act(recorded: Recorded) -> bool:
    return isinstance(recorded.event, DoneInSystem)


async def _done(center: Center, call: Call, recorded: Recorded, history: Sequence[Recorded]) -> DoneView:
    event = recorded.event
    assert isinstance(event, DoneInSystem)
    agency = center.agency
    system = agency.case_systems.system(event.system)
    action = system.action(event.action) if system else None
    state, number = _state(event.key, history)
    refs = [event.note] if event.note else []
    noted = {ref: note for ref in refs if (note := await center.values.kept(call, ref)) is not None}
    why = await gone(center, refs, noted)
    return DoneView(
        key=event.key,
        system=event.system,
        action=event.action,
        system_names=system.names if system else {"en": event.system},
        names=action.names if action else {"en": event.action},
        note=noted.get(event.note, "") if event.note else "",
        gone=why.get(event.note) if event.note else None,
        by=agency.name_of(event.agent),
        at=recorded.at,
        by_hand=event.by_hand,
        shown=bool(action and action.shown_by),
        state=state,
        number=number,
    )


def _state(key: str, history: Sequence[Recorded]) -> tuple[State, str]:
    for recorded in history:
        match recorded.event:
            case ConfirmedBySystem(key=of, number=number) if of == key:
                return "confirmed", number
            case RefusedBySystem(key=of) if of == key:
                return "refused", ""
    return "not_confirmed", ""
