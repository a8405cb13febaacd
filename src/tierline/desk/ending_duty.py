"""The end of an agent's duty by somebody else: at once, for the phone, the screen and the session."""

from tierline.calls.names import AgentId
from tierline.desk import disposing
from tierline.desk.center import Center
from tierline.ports.store import StoreAway
from tierline.staff.work_states import SIGNED_OUT

_TRY_AGAIN_SECONDS = 5.0


def end_duty(center: Center, agent: AgentId, *, by: AgentId | None, why: str | None) -> None:
    """Of an agent who is in no call any more."""
    disposing.none_given(center, agent)
    center.cancel(agent)
    center.floor.put(agent, "not_ready", reason=SIGNED_OUT, by=by, why=why)
    center.floor.seats.vacate(agent, by=center.agency.name_of(by) if by else None, why=why)
    center.spawn(center.switch.sign_out(agent))
    center.spawn(_close_sessions(center, agent))


async def _close_sessions(center: Center, agent: AgentId) -> None:
    """While the database is away no session is open to anybody; it must not be again when that is back."""
    try:
        await center.store.close_sessions(agent)
    except StoreAway:
        center.after(f"sessions-{agent}", "close", _TRY_AGAIN_SECONDS, lambda: _close_sessions(center, agent))
