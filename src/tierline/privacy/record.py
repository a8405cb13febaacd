"""What personal values belong to. Each record has a key of its own, and is disposed of as a whole."""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import CallId

Series = Literal["call", "practice", "request", "message"]
"""Those that a schedule is about. Recordings have rules of their own (`tierline.staff.recording`)."""


class Record(msgspec.Struct, frozen=True):
    """`id` is the call's, the request's number or the message's; `call` is the one that it came of."""

    id: str
    series: Series | Literal["hold"]
    call: CallId


class Closed(msgspec.Struct, frozen=True):
    """A record as the schedule looks at it: `since` is when the time for which it is kept began, None while
    it is open. `call_open` as long as its call goes on, is promised a callback, or has an emergency that
    nobody has acknowledged."""

    record: Record
    since: datetime | None
    call_open: bool


class Disposition(msgspec.Struct, frozen=True, kw_only=True):
    """That the personal values of a record were destroyed: what of, when, and who says so. No personal
    data."""

    record: Record
    at: datetime
    authority: str
    values: int
