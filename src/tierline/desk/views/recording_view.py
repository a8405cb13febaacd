"""A call's recording on the screens: how it stands for the agent, what there is for whoever may hear it."""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.recording_wanted import asks_unrecorded
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.recording.choosing import records
from tierline.desk.recording.following import broken, wanted
from tierline.desk.recording.keeping import due
from tierline.desk.recording.playing import may_play
from tierline.staff.person import Person

Status = Literal["on", "silent", "paused", "asking", "declined", "not_told", "failing"]
"""`silent`: the caller is not recorded at the moment, since they hold; `asking`: nobody is, while a script
asks for what is not to be recorded; `not_told`: they heard no notice to its end."""


class RecordingView(msgspec.Struct, frozen=True, kw_only=True):
    """`status` while the call goes on between people. `seconds` of conversation that can be heard by the
    viewer, once it is over: None where there is nothing, or they may not. `until` is when it is deleted."""

    status: Status | None
    seconds: float | None
    cut_short: bool
    deleted: bool
    kept_for_emergency: bool
    until: datetime | None


def recording_view(center: Center, call: Call, viewer: Person) -> RecordingView | None:
    """None where nothing is recorded, nor was."""
    if not records(center) and not call.recording.parts:
        return None
    plays = may_play(center, viewer) and call.phase == "ended"
    return RecordingView(
        status=_status(center, call) if records(center) and call.phase == "talking" else None,
        seconds=_seconds(call) if plays else None,
        cut_short=any(part.cut_short for part in call.recording.parts),
        deleted=call.recording.deleted,
        kept_for_emergency=call.keep_recording,
        until=due(center, call) if plays and call.recording.kept else None,
    )


def _status(center: Center, call: Call) -> Status:
    recording = call.recording
    if recording.agreed is None:
        return "not_told"
    if not recording.agreed:
        return "declined"
    if recording.paused:
        return "paused"
    if asks_unrecorded(call):
        return "asking"
    legs = wanted(center, call)
    if any(broken(call, leg) for leg in legs):
        return "failing"
    return "on" if call.leg in legs else "silent"


def _seconds(call: Call) -> float | None:
    parts = call.recording.kept
    if not parts:
        return None
    begins = min(part.since for part in parts)
    return max((part.since - begins).total_seconds() + (part.seconds or 0) for part in parts)
