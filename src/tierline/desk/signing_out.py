"""A supervisor signs an agent out: phone, screen and session end at once. In mid-call the supervisor chooses
what becomes of the caller."""

from typing import Literal

from msgspec.structs import replace

from tierline.acd.duty import Afterwards
from tierline.calls.names import AgentId
from tierline.desk.center import Center
from tierline.desk.distributing import distribute
from tierline.desk.ending_duty import end_duty
from tierline.desk.off_the_phone import off_the_phone
from tierline.desk.refusal import Refused
from tierline.staff.work_states import SIGNED_OUT

TheCaller = Literal["finish", "requeue"]
"""Goes on with the agent until the call is over; or waits for another at once, at the original age."""


async def force(
    center: Center, agent: AgentId, *, by: AgentId, why: str, caller: TheCaller = "finish"
) -> None:
    """Raises Refused for one who is signed out already, and without a reason."""
    if not why.strip():
        raise Refused("say why: it is kept with the sign-out")
    duty = center.floor.duty(agent)
    state = duty.state
    if state.signed_out:
        raise Refused("this agent is signed out already")
    if state.name == "talking" and caller == "finish":
        center.floor.change(replace(duty, afterwards=Afterwards(SIGNED_OUT, by, why)))
        return
    leg = await off_the_phone(center, agent, "withdrawn", by)
    end_duty(center, agent, by=by, why=why)
    distribute(center)
    if leg:
        await center.switch.hang_up(leg)
