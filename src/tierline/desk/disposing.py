"""The disposition code of a conversation: chosen during it or while it is noted down, and missed on record
where the agency requires one."""

from msgspec.structs import replace

from tierline.calls.disposition_events import Disposed
from tierline.calls.names import AgentId, CallId, Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound, Refused
from tierline.ports.store import Conflict, StoreAway

_TRY_AGAIN_SECONDS = 5.0


async def dispose(center: Center, call_id: CallId, agent: AgentId, code: str) -> Call:
    """Of the call that the agent serves, or has just left. Durable when it returns. Raises NotFound, and
    Refused for a code that is none of the agency's for this tier."""
    duty = center.floor.duty(agent)
    tier = tier_of(center, agent)
    if duty.state.call != call_id or duty.state.name not in ("talking", "wrap_up") or tier is None:
        raise NotFound("there is no such call of yours; a disposition is chosen before wrap-up ends")
    if code not in (known.id for known in center.agency.dispositions.of(tier)):
        raise Refused("choose one of the dispositions in the list")
    call = await _on_record(center, call_id, Disposed(agent, tier, code))
    duty = center.floor.duty(agent)
    if duty.state.call == call_id:
        center.floor.change(replace(duty, disposition=code))
    return call


def is_owed(center: Center, agent: AgentId) -> bool:
    """Whether wrap-up may not be ended early yet."""
    duty, tier = center.floor.duty(agent), tier_of(center, agent)
    required = tier is not None and center.agency.dispositions.are_required(tier)
    return required and duty.state.name == "wrap_up" and duty.disposition is None


def none_given(center: Center, agent: AgentId) -> None:
    """Wrap-up ends by something else than the agent's choice: where one was owed, that is on record."""
    call_id, tier = center.floor.state(agent).call, tier_of(center, agent)
    if is_owed(center, agent) and call_id and tier:
        center.spawn(_none_on_record(center, call_id, Disposed(agent, tier, None)))


def tier_of(center: Center, agent: AgentId) -> Tier | None:
    person = center.agency.staff.get(agent)
    return person.tier if person else None


async def _none_on_record(center: Center, call_id: CallId, none: Disposed) -> None:
    try:
        await _on_record(center, call_id, none)
    except (StoreAway, Conflict):
        again = lambda: _none_on_record(center, call_id, none)  # noqa: E731
        center.after(f"disposition-{call_id}", none.agent, _TRY_AGAIN_SECONDS, again)


async def _on_record(center: Center, call_id: CallId, disposed: Disposed) -> Call:
    """The call may be over, or go on with somebody else. Raises NotFound, StoreAway, Conflict."""
    async with center.turn(call_id):
        call = await center.call(call_id)
        if call is None:
            raise NotFound("there is no such call")
        return await center.commit(call, disposed)
