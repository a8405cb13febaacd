"""How supervisors at a call, and an emergency in it, change its state."""

from datetime import datetime

from msgspec.structs import replace

from tierline.calls import emergency_events as em
from tierline.calls import supervision_events as su
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.calls.supervised import Emergency, Supervising


def supervision_changes(call: Call, event: object, at: datetime) -> dict[str, object]:
    """Nothing for an event that is about neither."""
    match event:
        case su.SupervisionAsked(agent=agent, leg=leg, mode=mode, away=away):
            return _with(call, Supervising(agent, leg, mode, at, away))
        case su.SupervisionBegan(agent=agent, mode=mode, told=told):
            return {**_in_mode(call, agent, mode, told, at), **_joined(call, agent)}
        case su.SupervisionChanged(agent=agent, mode=mode, told=told):
            return _in_mode(call, agent, mode, told, at)
        case su.SupervisionEnded(agent=agent):
            return {"supervising": tuple(s for s in call.supervising if s.agent != agent)}
        case em.EmergencyDeclared(agent=agent, kind=kind):
            return {"emergency": Emergency(kind, agent, at), "keep_recording": True}
        case em.EmergencyJoined(agent=agent, leg=leg, mode=mode, told=told):
            joins = Supervising(agent, leg, mode, at, None, answered=True, told=told)
            return {**_with(call, joins), **_joined(call, agent), "reservation": None}
        case em.EmergencyAcknowledged(agent=agent, note=note) if call.emergency:
            return {"emergency": replace(call.emergency, acknowledged=agent, note=note)}
        case _:
            return {}


def _with(call: Call, supervising: Supervising) -> dict[str, object]:
    return {"supervising": (*call.supervising, supervising)}


def _joined(call: Call, agent: AgentId) -> dict[str, object]:
    if call.emergency is None or call.emergency.joined:
        return {}
    return {"emergency": replace(call.emergency, joined=agent)}


def _in_mode(call: Call, agent: AgentId, mode: su.Mode, told: bool, at: datetime) -> dict[str, object]:
    return {
        "supervising": tuple(
            replace(s, mode=mode, since=at, answered=True, told=told) if s.agent == agent else s
            for s in call.supervising
        )
    }
