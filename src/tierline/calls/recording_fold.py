"""How a call's recording changes its state."""

from datetime import datetime

from msgspec.structs import replace

from tierline.calls import recording_events as re
from tierline.calls import service_events as se
from tierline.calls.recorded import Asking, CallRecording, Part
from tierline.calls.state import Call
from tierline.calls.verification_events import Verified

_GONE_ON = (
    se.ScriptPresented,
    se.GuideEnded,
    se.OwnWordsAdded,
    se.NoScriptFits,
    se.RequestCreated,
    se.RequestFollowedUp,
    se.CallerTold,
    se.Referred,
    Verified,
)
"""What comes after an answer that was not recorded."""


def recording_changes(call: Call, event: object, at: datetime) -> dict[str, object]:
    """Nothing for an event that is not about it."""
    recording = _after(call.recording, event, at)
    kept = {"keep_recording": False} if isinstance(event, re.RecordingReleased) else {}
    return {**({"recording": recording} if recording != call.recording else {}), **kept}


def not_told_yet(call: Call) -> CallRecording:
    """Whoever answers the telephone that we ring need not be who was told before."""
    return replace(call.recording, agreed=None, paused=False, silent_for=None)


def _after(recording: CallRecording, event: object, at: datetime) -> CallRecording:
    match event:
        case re.RecordingChosen(agreed=agreed):
            return replace(recording, agreed=agreed)
        case re.RecordingPaused():
            return replace(recording, paused=True)
        case re.RecordingResumed():
            return replace(recording, paused=False, silent_for=None)
        case se.ScriptPresented(agent=agent, unrecorded=True):
            return replace(recording, silent_for=Asking(agent, at))
        case _ if isinstance(event, _GONE_ON):
            return replace(recording, silent_for=None)
        case re.RecordingStarted(recording=name, leg=leg, of=of):
            return replace(recording, parts=(*recording.parts, Part(name, leg, of, at)))
        case re.RecordingStopped(recording=name, seconds=seconds, cut_short=cut_short):
            return _over(recording, name, seconds, cut_short=cut_short)
        case re.RecordingBroke(recording=name, seconds=seconds):
            return _over(recording, name, seconds, broke=True)
        case re.RecordingDeleted():
            return replace(recording, deleted=True)
        case _:
            return recording


def _over(
    recording: CallRecording, name: str, seconds: float, *, cut_short: bool = False, broke: bool = False
) -> CallRecording:
    parts = tuple(
        replace(part, seconds=seconds, cut_short=cut_short, broke=broke) if part.name == name else part
        for part in recording.parts
    )
    return replace(recording, parts=parts)
