"""Recording: follows what a call's state asks for, keeps what was recorded by rule, plays it for a reason."""

from tierline.desk.center import Center
from tierline.desk.recording.following import record_calls
from tierline.desk.recording.keeping import keep_by_rule
from tierline.ports.recordings import Recordings


def record(center: Center, recordings: Recordings) -> None:
    """For as long as the center runs."""
    record_calls(center, recordings)
    keep_by_rule(center)
