"""To a higher tier by callback: the agent books it with all that came before, and is free; the caller hangs
up, keeps the age, and is rung by the colleague whose turn it is."""

from tierline.calls.conversation_events import HandedOn
from tierline.calls.events import AgentLeft, AnyEvent, Entered
from tierline.calls.names import AgentId, Trigger
from tierline.calls.state import Call
from tierline.desk.bringing_in import release
from tierline.desk.calling_back import number_to_ring, promise_from_talk, take_leave
from tierline.desk.center import Center
from tierline.desk.colleagues import Whom, may_hand_on, must_not_interrupt, own_part
from tierline.desk.outside import hang_up, over
from tierline.desk.practice.pretending import pretend
from tierline.desk.refusal import Refused
from tierline.desk.speaking import language_of
from tierline.desk.transferring import supervisor_asked
from tierline.desk.values import new_value

_PROMISE = "callback-promised"


async def book(
    center: Center, call: Call, agent: AgentId, to: Whom, trigger: Trigger, reason: str, phone: str = ""
) -> Call:
    """`phone` is what the caller says; without it they are rung where they ring from, or at the number that
    they keyed. Durable, then told to the caller. Raises Refused, with what to do instead, and StoreAway: then
    the agent still has the caller. Within the call's turn."""
    leaving = own_part(call, agent)
    must_not_interrupt(call)
    may_hand_on(center, call, leaving, to, trigger, reason)
    if _PROMISE not in center.pinned(call).prompts[language_of(center, call)]:
        raise Refused("this agency does not call back; transfer the caller, or make a request")
    number = new_value("phone", await _number(center, call, phone))
    if call.practice:
        return await pretend(center, call, agent, "callback", to.tier, to.person)
    why = new_value("reason", reason.strip())
    why = new_value("reason", reason.strip())
    handed = HandedOn(agent, to.tier, trigger, why.ref, to.person, "callback")
    before: list[AnyEvent] = [
        *supervisor_asked(call, agent, trigger),
        *over(call),
        Entered("phone", number.ref),
        handed,
        AgentLeft(agent),
    ]
    talking = call
    call = await promise_from_talk(center, call, to.tier, number, before, why)
    await hang_up(center, talking)
    call = await take_leave(center, call)
    await release(center, call, leaving)
    return call


async def _number(center: Center, call: Call, said: str) -> str:
    """In E.164. Raises Refused."""
    if said.strip():
        number = number_to_ring(center, said)
    else:
        keyed = call.entered("phone")
        known = [await center.values.kept(call, ref) for ref in (keyed, call.caller) if ref]
        number = next((usable for one in known if one and (usable := number_to_ring(center, one))), None)
    if number is None:
        raise Refused("this number cannot be called; ask the caller for another, with its area code")
    return number
