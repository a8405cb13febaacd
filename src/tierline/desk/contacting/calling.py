"""A supervisor calls a point of contact while the caller holds, and may bring the two together. Whatever
becomes of it, the supervisor and the caller go on."""

import secrets
from typing import Literal

from tierline.calls.asked_office import AskedOffice
from tierline.calls.contact_events import (
    ContactCalled,
    ContactEvent,
    ContactJoined,
    ContactLeft,
    ContactNotReached,
    ContactSpokenWith,
    ContactWith,
)
from tierline.calls.dialling import listed_number
from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.colleagues import own_part
from tierline.desk.contacting.asking import Wish, begun, is_asked, may_ask
from tierline.desk.refusal import Refused
from tierline.desk.seating import connect
from tierline.offices.hours import is_open
from tierline.ports.switch import LegEnded

_TIMER = "contact"
_OUTCOMES: dict[str, Literal["busy", "no_answer", "failed"]] = {
    "rejected": "busy",
    "no_answer": "no_answer",
    "hung_up": "no_answer",
    "unreachable": "failed",
}


async def ring(center: Center, call: Call, agent: AgentId, wish: Wish) -> Call:
    """Only somebody of the agency's list is ever rung: whoever is in charge. Raises Refused, with what to do
    instead. Within the call's turn, as all here."""
    own_part(call, agent)
    if is_asked(call, wish):
        return call
    if call.contact_part:
        raise Refused("an office is in this call or being called already: let them go first")
    if call.transfer:
        raise Refused("a colleague is being brought in already: go on with the caller first")
    if call.emergency:
        raise Refused("this is an emergency: stay with the caller, and write to the contact")
    contact = may_ask(center, call, wish)
    number = listed_number(contact.phone) if contact.phone else None
    if number is None:
        raise Refused("{name} has no telephone that may be rung; write to them instead", name=contact.name)
    if not is_open(contact.hours, center.clock.now(), center.agency.holidays):
        raise Refused("{name} is closed at this hour; write to them instead", name=contact.name)
    leg = LegId(f"contact-{secrets.token_hex(8)}")
    asked, why = begun(agent, wish)
    rung = ContactCalled(asked.asking, contact.id, agent, leg)
    call = await center.commit(call, asked, rung, values=[why])
    center.legs[leg] = call.id
    _give_up_later(center, call)
    await center.switch.dial(leg, number, caller_id=center.agency.profile.numbers[0])
    return call


async def answered(center: Center, call: Call, part: AskedOffice) -> Call:
    """The caller holds from now on, until the supervisor wants them."""
    center.cancel(call.id, _TIMER)
    call = center.note(call, ContactJoined(part.id, part.contact))
    await connect(center, call)
    return call


async def speak_with(center: Center, call: Call, agent: AgentId, whom: ContactWith) -> Call:
    """Raises Refused while no contact has answered."""
    own_part(call, agent)
    part = call.contact_part
    if part is None or part.state != "joined":
        raise Refused("no contact has answered yet: wait, or go on with the caller")
    if whom == part.speaks_with:
        return call
    call = await center.commit(call, ContactSpokenWith(agent, whom))
    await connect(center, call)
    return call


async def leg_ended(center: Center, call: Call, part: AskedOffice, ended: LegEnded) -> Call:
    center.cancel(call.id, _TIMER)
    if part.state != "joined":
        return center.note(call, ContactNotReached(part.id, part.contact, _OUTCOMES[ended.cause]))
    call = center.note(call, ContactLeft(part.id, part.contact, "hung_up"))
    await connect(center, call)
    return call


async def let_go(center: Center, call: Call) -> Call:
    """Whoever serves the caller goes on with them. Nothing happens where there is no contact."""
    part = call.contact_part
    if part is None:
        return call
    call = center.note(call, *over(call))
    await hang_up(center, call, part)
    if call.serving:
        await connect(center, call)
    return call


def over(call: Call) -> list[ContactEvent]:
    """What is to be noted where the conversation that the contact is in comes to its end."""
    part = call.contact_part
    if part is None:
        return []
    if part.state == "joined":
        return [ContactLeft(part.id, part.contact, "released")]
    return [ContactNotReached(part.id, part.contact, "withdrawn")]


async def hang_up(center: Center, call: Call, part: AskedOffice) -> None:
    assert part.leg
    center.cancel(call.id, _TIMER)
    center.legs.pop(part.leg, None)
    await center.switch.hang_up(part.leg)


async def recover(center: Center, call: Call, answered_legs: dict[LegId, bool]) -> Call:
    """After a time without this process: who is gone has left, who has answered meanwhile is there, and who
    still rings is given the time anew."""
    part = call.contact_part
    if part is None or part.leg is None:
        return call
    if part.leg not in answered_legs:
        center.legs.pop(part.leg, None)
        if part.state == "joined":
            return center.note(call, ContactLeft(part.id, part.contact, "lost"))
        return center.note(call, ContactNotReached(part.id, part.contact, "failed"))
    if part.state == "joined":
        return call
    if answered_legs[part.leg]:
        return await answered(center, call, part)
    _give_up_later(center, call)
    return call


def _give_up_later(center: Center, call: Call) -> None:
    seconds = center.agency.contacts.ring_seconds
    center.after(call.id, _TIMER, seconds, lambda: _nobody_answers(center, call.id))


async def _nobody_answers(center: Center, of: CallId) -> None:
    async with center.turn(of) as call:
        part = call.contact_part if call else None
        if call and part and part.state == "ringing":
            center.note(call, ContactNotReached(part.id, part.contact, "no_answer"))
            await hang_up(center, call, part)
