"""What became of a call's recording, as sentences. Its parts are not told: they come and go with the legs."""

from tierline.calls import recording_events as re
from tierline.calls.events import AnyEvent
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency

_CHOSEN = {
    (True, "heard"): "Was told that the call is recorded",
    (True, "key"): "Agreed to be recorded, by a key",
    (False, "key"): "Declined to be recorded, by a key",
}


def of_a_recording(agency: Agency, event: AnyEvent) -> Said:
    """None for an event that is not about one, and for its parts."""
    match event:
        case re.RecordingChosen(agreed=agreed, by=str(by)):
            said = "agrees to be recorded" if agreed else "does not want to be recorded"
            return agency.name_of(by), f"Noted that the caller {said}", "agent"
        case re.RecordingChosen(agreed=agreed, how=how):
            return "caller", _CHOSEN[agreed, how], "menu"
        case re.RecordingPaused(agent=agent):
            return agency.name_of(agent), "Paused the recording", "agent"
        case re.RecordingResumed(agent=agent):
            return agency.name_of(agent), "Went on with the recording", "agent"
        case re.RecordingStopped(cut_short=True):
            return "center", "A recording was cut short with the engine; what there was is kept", "agent"
        case re.RecordingBroke():
            return "center", "A recording could not be made or went wrong; the call went on", "agent"
        case re.RecordingPlayed(agent=agent):
            return agency.name_of(agent), "Listened to the recording, with a reason on record", "agent"
        case re.RecordingReleased(agent=agent):
            return agency.name_of(agent), "Left the recording to the rules of retention again", "agent"
        case re.RecordingDeleted(days=days):
            return "center", f"Deleted the recording, {days} days after the call", "end"
        case _:
            return None
