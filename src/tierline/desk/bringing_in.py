"""How a colleague comes into a call and leaves it, whatever for: sought while the agent stays with the
caller, then beside them, then gone or with the caller."""

from tierline.calls.conversation_events import ConsultEnded
from tierline.calls.events import AgentLeft, AnyEvent, Transferred, TransferWithdrawn
from tierline.calls.names import CallId
from tierline.calls.state import Call, Serving, Transfer
from tierline.desk.center import Center
from tierline.desk.distributing import distribute, withdraw
from tierline.desk.seating import connect
from tierline.desk.waiting import named_agent_seconds
from tierline.desk.wrapping_up import wrap_up
from tierline.ports.store import Value


async def seek(center: Center, call: Call, why: Value, *asked: AnyEvent) -> Call:
    """Durable, then sought. Within the call's turn, as all here."""
    call = await center.commit(call, *asked, values=[why])
    no_longer_than_it_takes(center, call)
    distribute(center)
    return call


def no_longer_than_it_takes(center: Center, call: Call) -> None:
    """A colleague asked for by name who was taken by somebody else in that moment is not waited for."""
    if call.transfer and call.transfer.person and call.transfer.stage == "seeking":
        seconds = named_agent_seconds(center.pinned(call), call)
        center.after(call.id, "named", seconds, lambda: _not_there(center, call.id))


async def let_go(center: Center, call: Call, ended: TransferWithdrawn | ConsultEnded) -> Call:
    """The caller and the agent go on together; a colleague who was found is free again."""
    center.cancel(call.id, "named")
    call = await withdraw(center, call)
    colleagues = call.colleagues
    call = await center.commit(call, ended, *(AgentLeft(s.agent) for s in colleagues))
    for colleague in colleagues:
        await release(center, call, colleague)
    await connect(center, call)
    distribute(center)
    return call


async def leave_to(center: Center, call: Call, leaving: Serving, taking: Serving) -> Call:
    """The caller is with the colleague, and the agent leaves."""
    call = await center.commit(call, Transferred(leaving.agent, taking.agent), AgentLeft(leaving.agent))
    await connect(center, call)
    await release(center, call, leaving)
    return call


async def release(center: Center, call: Call, serving: Serving) -> None:
    """Out of the call, to note it down."""
    center.legs.pop(serving.leg, None)
    await center.carefully(center.switch.hang_up(serving.leg))  # first: their phone would be busy
    wrap_up(center, serving, call)


async def _not_there(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        transfer = call.transfer if call else None
        if call and transfer and transfer.person and transfer.stage == "seeking" and not call.reservation:
            await let_go(center, call, given_up(transfer, "the colleague was not free any more"))


def given_up(transfer: Transfer, why: str) -> TransferWithdrawn | ConsultEnded:
    kind = ConsultEnded if transfer.purpose == "consult" else TransferWithdrawn
    return kind(transfer.by, why)
