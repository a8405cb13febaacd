"""What became of a call's recording, as sentences. Its parts are not told: they come and go with the legs."""

from tierline.calls import recording_events as re
from tierline.calls.events import AnyEvent
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency
from tierline.sentence import sentence

_CHOSEN = {
    (True, "heard"): sentence("Was told that the call is recorded"),
    (True, "key"): sentence("Agreed to be recorded, by a key"),
    (False, "key"): sentence("Declined to be recorded, by a key"),
}


def of_a_recording(agency: Agency, event: AnyEvent) -> Said:
    """None for an event that is not about one, and for its parts."""
    match event:
        case re.RecordingChosen(agreed=agreed, by=str(by)):
            yes = sentence("Noted that the caller agrees to be recorded")
            no = sentence("Noted that the caller does not want to be recorded")
            return agency.name_of(by), yes if agreed else no, "agent"
        case re.RecordingChosen(agreed=agreed, how=how):
            return "caller", _CHOSEN[agreed, how], "menu"
        case re.RecordingPaused(agent=agent):
            return agency.name_of(agent), sentence("Paused the recording"), "agent"
        case re.RecordingResumed(agent=agent):
            return agency.name_of(agent), sentence("Went on with the recording"), "agent"
        case re.RecordingStopped(cut_short=True):
            return (
                "center",
                sentence("A recording was cut short with the engine; what there was is kept"),
                "agent",
            )
        case re.RecordingBroke():
            return (
                "center",
                sentence("A recording could not be made or went wrong; the call went on"),
                "agent",
            )
        case re.RecordingPlayed(agent=agent):
            return (
                agency.name_of(agent),
                sentence("Listened to the recording, with a reason on record"),
                "agent",
            )
        case re.RecordingReleased(agent=agent):
            return (
                agency.name_of(agent),
                sentence("Left the recording to the rules of retention again"),
                "agent",
            )
        case re.RecordingDeleted(days=days):
            return "center", sentence("Deleted the recording, {days} days after the call", days=days), "end"
        case _:
            return None
