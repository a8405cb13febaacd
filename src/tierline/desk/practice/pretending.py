"""What an agent does in a practice call that would reach somebody else: noted, and not done."""

from tierline.calls.names import AgentId
from tierline.calls.practice import Act, Pretended
from tierline.calls.state import Call
from tierline.desk.center import Center


async def pretend(
    center: Center,
    call: Call,
    agent: AgentId,
    act: Act,
    of: str,
    to: str | None = None,
    form: str | None = None,
) -> Call:
    """After all that would have refused it. Within the call's turn."""
    return await center.commit(call, Pretended(agent, act, of, to, form))


async def is_noted(center: Center, call: Call, form: str) -> bool:
    history = await center.history(call.id)
    return any(isinstance(r.event, Pretended) and r.event.form == form for r in history)
