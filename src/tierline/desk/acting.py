"""What an officer does in a case system: written there where the system takes it, else noted as done by hand.
On record first, and not confirmed until the system says so."""

from typing import Literal

import msgspec
import structlog

from tierline.calls.names import AgentId, CallId
from tierline.calls.service_events import ConfirmedBySystem, DoneInSystem, RefusedBySystem
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.entitled import case_of, record_known_to
from tierline.desk.refusal import Refused
from tierline.desk.values import new_value
from tierline.ports.case_system import Act, Asked, ByHand, CaseSystemAway, NotDone, shows
from tierline.ports.case_systems_file import SystemAction
from tierline.ports.store import Conflict, StoreAway, Value
from tierline.staff.person import Person

log = structlog.get_logger()

State = Literal["not_confirmed", "confirmed", "refused"]


class Doing(msgspec.Struct, frozen=True, kw_only=True):
    """`key` is made once for each: the same again asks a system once more that has not confirmed it."""

    key: str
    system: str
    action: str
    note: str = ""
    by_hand: bool = False


def may_act(person: Person) -> bool:
    """Officers have access to the systems (policy B3.2), and supervisors take over from them."""
    return person.tier in ("2", "supervisor")


async def act(center: Center, call: Call, agent: AgentId, doing: Doing) -> Call:
    """Durable when it returns; what the system says of it comes later. Raises Refused. Within the call's
    turn."""
    if call.practice:
        raise Refused("in practice nothing is done in a case system")
    person = center.agency.staff[agent]
    action = _action(center, person, doing)
    record = await record_known_to(center, call, call.matter, call.verification, person)
    if record is None or call.verification == "none":
        raise Refused("verify the caller first: it is done for the case that they were verified for")
    earlier = await _earlier(center, call, doing.key)
    if earlier is None:
        note = new_value("note", doing.note.strip()) if doing.note.strip() else None
        by_hand = doing.by_hand or action.writing is None
        earlier = DoneInSystem(
            doing.key, doing.system, doing.action, agent, by_hand, note.ref if note else None
        )
        call = await center.commit(call, earlier, values=[note] if note else [])
    elif await state_of(center, call, doing.key) != "not_confirmed":
        return call
    if earlier.by_hand:
        center.spawn(_look(center, call.id, earlier.key, action))
    else:
        noted = (await center.values.kept(call, earlier.note) or "") if earlier.note else ""
        written = Act(earlier.system, earlier.action, record.receipt, earlier.key, noted)
        center.spawn(_write(center, call.id, written))
    return call


async def state_of(center: Center, call: Call, key: str) -> State:
    for recorded in reversed(await center.history(call.id)):
        match recorded.event:
            case ConfirmedBySystem(key=of) if of == key:
                return "confirmed"
            case RefusedBySystem(key=of) if of == key:
                return "refused"
    return "not_confirmed"


def _action(center: Center, person: Person, doing: Doing) -> SystemAction:
    system = center.agency.case_systems.system(doing.system)
    asked = system is not None and (not system.asked_for or person.role in system.asked_for)
    action = system.action(doing.action) if system and asked and may_act(person) else None
    if action is None:
        raise Refused("this is not done in that system by you; choose another")
    return action


async def _earlier(center: Center, call: Call, key: str) -> DoneInSystem | None:
    events = (recorded.event for recorded in await center.history(call.id))
    return next((event for event in events if isinstance(event, DoneInSystem) and event.key == key), None)


async def _write(center: Center, call_id: CallId, written: Act) -> None:
    """Where it is not known whether it was done it stays not confirmed, and the officer may ask once more."""
    try:
        said = ConfirmedBySystem(written.key, await center.cases.act(written))
    except NotDone as refused:
        why = new_value("reason", str(refused))
        await _record(center, call_id, RefusedBySystem(written.key, why.ref), why)
        return
    except (ByHand, CaseSystemAway) as unknown:
        log.warning("a case system has not confirmed what was done", system=written.system, why=str(unknown))
        return
    await _record(center, call_id, said)


async def _look(center: Center, call_id: CallId, key: str, action: SystemAction) -> None:
    """Whether the case shows by now what was done by hand; else it stays not confirmed, and the officer may
    look once more."""
    if not action.shown_by:
        return
    try:
        call = await center.call(call_id)
        of_now = Asked(newest=frozenset(action.shown_by))
        case = await case_of(center, call, of_now) if call else None
    except (StoreAway, Refused):
        return
    if case and shows(case, action.shown_by):
        await _record(center, call_id, ConfirmedBySystem(key, ""))


async def _record(
    center: Center, call_id: CallId, said: ConfirmedBySystem | RefusedBySystem, *values: Value
) -> None:
    try:
        async with center.turn(call_id):
            call = await center.call(call_id)
            if call and await state_of(center, call, said.key) == "not_confirmed":
                await center.commit(call, said, values=values)
    except (StoreAway, Conflict) as away:
        log.warning("what a case system said is not on record", call=call_id, why=str(away))
