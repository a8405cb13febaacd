"""The agent presses keys into the call: for the menu of an interpreters' line, or at the caller's end."""

import re

from tierline.calls.conversation_events import KeysSent
from tierline.calls.names import AgentId
from tierline.calls.seats import seats
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.colleagues import own_part
from tierline.desk.refusal import Refused

_KEYS = re.compile(r"[0-9*#]{1,32}")


async def send_keys(center: Center, call: Call, agent: AgentId, keys: str) -> Call:
    """To the interpreter, if one is in the call, else to the caller. Which keys is on no record: they may be
    an access code. Raises Refused. Within the call's turn."""
    own_part(call, agent)
    if not _KEYS.fullmatch(keys):
        raise Refused("send the keys 0 to 9, * and #, at most 32 at a time")
    interpreter = call.interpreter if call.interpreter and call.interpreter.joined else None
    if interpreter is None and call.leg not in seats(call).talk:
        raise Refused("the caller is on hold: go on with the caller first")
    await center.switch.send_keys(interpreter.leg if interpreter else call.leg, keys)
    return center.note(call, KeysSent(agent, len(keys), "interpreter" if interpreter else "caller"))
