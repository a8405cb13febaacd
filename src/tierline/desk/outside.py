"""Those from outside whom an agent has called into a conversation, an interpreter or the contact of an
office: they go when it is over."""

from collections.abc import Sequence

from tierline.calls.events import AnyEvent
from tierline.calls.names import LegId
from tierline.calls.state import Call
from tierline.desk import interpreting
from tierline.desk.center import Center
from tierline.desk.contacting import calling


def over(call: Call) -> list[AnyEvent]:
    """What is to be noted where the conversation comes to its end."""
    return [*interpreting.over(call), *calling.over(call)]


def legs_of(call: Call) -> Sequence[LegId]:
    interpreter, contact = call.interpreter, call.contact_part
    legs = (interpreter.leg if interpreter else None, contact.leg if contact else None)
    return [leg for leg in legs if leg]


async def hang_up(center: Center, before: Call) -> None:
    """Of those who were in the call as it stood `before` its end was noted."""
    if before.interpreter:
        await interpreting.hang_up(center, before, before.interpreter)
    if before.contact_part:
        await calling.hang_up(center, before, before.contact_part)
