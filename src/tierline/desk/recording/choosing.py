"""What the agent does about the recording of their conversation, and notes of what the caller says of it."""

from tierline.calls import recording_events as re
from tierline.calls.names import AgentId
from tierline.calls.recording_wanted import asks_unrecorded
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.refusal import Refused


async def pause(center: Center, call: Call, agent: AgentId) -> Call:
    """Again changes nothing. Raises Refused. Within the call's turn, as all here."""
    _must_record(center)
    return call if call.recording.paused else center.note(call, re.RecordingPaused(agent))


async def resume(center: Center, call: Call, agent: AgentId) -> Call:
    """Also of what is silent by itself."""
    _must_record(center)
    silent = call.recording.paused or asks_unrecorded(call)
    return center.note(call, re.RecordingResumed(agent)) if silent else call


async def choose(center: Center, call: Call, agent: AgentId, *, agreed: bool) -> Call:
    """The caller told the agent so."""
    _must_record(center)
    if call.recording.agreed == agreed:
        return call
    return center.note(call, re.RecordingChosen(agreed, "voice", agent))


def records(center: Center) -> bool:
    """Conversations with callers who were told."""
    return center.recordings is not None and center.agency.recording.conversations


def _must_record(center: Center) -> None:
    if not records(center):
        raise Refused("your agency does not record calls")
