"""The agent speaks with a colleague, and goes on with the caller: aside while the caller holds, in turns, or
all three together."""

from tierline.calls.conversation_events import ConsultAsked, SpokeWith
from tierline.calls.names import AgentId
from tierline.calls.state import Call, Serving, Transfer
from tierline.calls.state import Whom as SpeaksWith
from tierline.desk.bringing_in import given_up, leave_to, let_go, seek
from tierline.desk.center import Center
from tierline.desk.colleagues import (
    Whom,
    must_be_ready,
    must_be_there,
    must_not_be_with_an_office,
    must_say_why,
    must_stay,
    own_part,
)
from tierline.desk.practice.pretending import pretend
from tierline.desk.refusal import Refused
from tierline.desk.seating import connect
from tierline.desk.transferring import seek_supervisor
from tierline.desk.values import new_value
from tierline.sentence import Sentence
from tierline.staff.escalation import why_not


async def ask(center: Center, call: Call, agent: AgentId, whom: Whom, reason: str) -> Call:
    """Seeks a colleague of any tier: the caller is not handed on. Raises Refused, with what to do instead.
    Within the call's turn, as all here."""
    own_part(call, agent)
    if call.transfer:
        raise Refused("a colleague is being brought in already: go on with the caller first")
    must_not_be_with_an_office(call)
    must_say_why(reason)
    must_be_there(center, call, whom)
    must_be_ready(center, whom)
    if call.practice:
        return await pretend(center, call, agent, "consult", whom.tier, whom.person)
    why = new_value("reason", reason.strip())
    return await seek(center, call, why, ConsultAsked(agent, whom.tier, why.ref, whom.person))


async def speak_with(center: Center, call: Call, agent: AgentId, whom: SpeaksWith) -> Call:
    """Also within a warm transfer. Raises Refused while no colleague has answered."""
    consulting = _consulting(call, agent)
    if whom == consulting.speaks_with:
        return call
    call = await center.commit(call, SpokeWith(agent, whom))
    await connect(center, call)
    return call


async def go_on(center: Center, call: Call, agent: AgentId) -> Call:
    """With the caller, without the colleague. Raises Refused."""
    if call.transfer is None or call.transfer.by != agent:
        raise Refused("there is no colleague of yours in this call")
    call = await let_go(center, call, given_up(call.transfer, "went on with the caller"))
    return await seek_supervisor(center, call)


async def leave(center: Center, call: Call, agent: AgentId) -> Call:
    """The others go on without this agent: the colleague with the caller, where the caller may climb there,
    or whoever brought the colleague in. Raises Refused."""
    part, consulting = own_part(call, agent), call.consulting
    if consulting is None:
        raise Refused("the caller would be alone: end the call, or hand the caller on")
    if agent != consulting.by:
        return await let_go(center, call, given_up(consulting, "the colleague left"))
    must_stay(center, call)
    taking = call.colleagues[0]
    if instead := _why_not(center, call, part, taking):
        raise Refused("{why}; go on with the caller, or give the caller back to the queue", why=instead)
    call = await leave_to(center, call, part, taking)
    return await seek_supervisor(center, call)


def _why_not(center: Center, call: Call, leaving: Serving, taking: Serving) -> Sentence | None:
    tiers = center.pinned(call).tiers
    return why_not(tiers, taking.tier, "unresolved", by=leaving.tier, served_by=call.served_by)


def _consulting(call: Call, agent: AgentId) -> Transfer:
    if call.consulting is None or call.consulting.by != agent:
        raise Refused("no colleague of yours has answered yet: wait, or go on with the caller")
    return call.consulting
