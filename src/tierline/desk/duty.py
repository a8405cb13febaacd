"""Agents come and go: signed in, ready, not ready, or gone with their browser."""

from typing import Literal

from tierline.calls.names import AgentId, LegId
from tierline.desk.center import Center
from tierline.desk.distributing import distribute, not_answered
from tierline.desk.overhearing import is_supervising, leave
from tierline.desk.refusal import Refused
from tierline.ports.switch import SipLogin


async def phone(center: Center, agent: AgentId, kind: Literal["browser", "desk"]) -> SipLogin:
    """A fresh account for the agent's phone. Raises SwitchAway."""
    login = await center.switch.sign_in(agent, kind)
    if center.floor.state(agent).reason == "signed out":
        center.floor.put(agent, "not_ready", reason="just signed in")
        center.changed()
    return login


def ready(center: Center, agent: AgentId) -> None:
    """Also ends wrap-up early. Raises Refused in mid-call."""
    _must_be_free(center, agent)
    if center.floor.state(agent).name == "ready":
        return
    center.cancel(agent)
    center.floor.put(agent, "ready")
    center.changed()
    distribute(center)


def not_ready(center: Center, agent: AgentId, reason: str) -> None:
    """Raises Refused in mid-call."""
    _must_be_free(center, agent)
    center.cancel(agent)
    center.floor.put(agent, "not_ready", reason=reason or "no reason given")
    center.changed()


async def gone(center: Center, agent: AgentId) -> None:
    """The agent's screen has been away too long: the phone is hung up, so that a caller with them goes back
    to the queue."""
    state = center.floor.state(agent)
    center.cancel(agent)
    if state.call is None or state.name == "wrap_up":
        center.floor.put(agent, "not_ready", reason="signed out")
        center.changed()
        return
    leg: LegId | None = None
    async with center.turn(state.call) as call:
        if call is None:
            return
        if call.reservation and call.reservation.agent == agent:
            leg = call.reservation.leg
            await not_answered(center, call, call.reservation, "failed")
            distribute(center)
        elif there := call.supervised_now_by(agent):
            await leave(center, call, there, "left")
            center.floor.put(agent, "not_ready", reason="signed out")
            center.changed()
        else:
            leg = next((s.leg for s in call.serving if s.agent == agent), None)
    if leg:
        await center.switch.hang_up(leg)


def _must_be_free(center: Center, agent: AgentId) -> None:
    if center.floor.state(agent).name in ("reserved", "talking") or is_supervising(center, agent):
        raise Refused("you are in a call: end it or hand it on first")
