"""The notice that a conversation is recorded, and what the caller says to it."""

from tierline.calls.recording_events import RecordingChosen
from tierline.ivr import effects as fx
from tierline.ivr.flow import Flow
from tierline.ivr.moving import enter
from tierline.ivr.session import Session, Turn, after
from tierline.ivr.steps import RecordingNotice


def answer_notice(flow: Flow, session: Session, notice: RecordingNotice, digit: str) -> Turn | None:
    """None for a key that says neither."""
    if digit == notice.decline:
        return _onward(flow, session, notice.declined, RecordingChosen(False, "key"))
    if digit == notice.go_on:
        return _onward(flow, session, notice.then, RecordingChosen(True, "key"))
    return None


def notice_heard(flow: Flow, session: Session, notice: RecordingNotice) -> Turn:
    """To its end, and nothing was said against it."""
    return _onward(flow, session, notice.then, RecordingChosen(True, "heard"))


def _onward(flow: Flow, session: Session, then: str, chosen: RecordingChosen) -> Turn:
    noted = (fx.Hush(), fx.Note(chosen))
    return after(noted, enter(flow, session, session.place.at_step(then)))
