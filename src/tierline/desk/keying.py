"""The agent presses keys into the call: for the menu of an interpreters' line, or of an office, or at the
caller's end."""

import re
from typing import Literal

from tierline.calls.conversation_events import KeysSent
from tierline.calls.names import AgentId, LegId
from tierline.calls.seats import seats
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.colleagues import own_part
from tierline.desk.refusal import Refused

_KEYS = re.compile(r"[0-9*#]{1,32}")


async def send_keys(center: Center, call: Call, agent: AgentId, keys: str) -> Call:
    """To the contact of an office who is in the call, else to the interpreter, else to the caller. Which keys
    is on no record: they may be an access code. Raises Refused. Within the call's turn."""
    own_part(call, agent)
    if not _KEYS.fullmatch(keys):
        raise Refused("send the keys 0 to 9, * and #, at most 32 at a time")
    to, leg = _whose_menu(call)
    if to == "caller" and leg not in seats(call).talk:
        raise Refused("the caller is on hold: go on with the caller first")
    await center.switch.send_keys(leg, keys)
    return center.note(call, KeysSent(agent, len(keys), to))


def _whose_menu(call: Call) -> tuple[Literal["caller", "interpreter", "contact"], LegId]:
    contact, interpreter = call.contact_part, call.interpreter
    if contact and contact.state == "joined" and contact.leg:
        return "contact", contact.leg
    if interpreter and interpreter.joined:
        return "interpreter", interpreter.leg
    return "caller", call.leg
