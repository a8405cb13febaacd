"""A legal hold: what it is about is not destroyed, whatever the schedule says, until it is released."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import CallId, Ref
from tierline.privacy.record import Closed
from tierline.privacy.schedule import PrivacyFile

About = Literal["call", "request", "number"]


class Released(msgspec.Struct, frozen=True):
    """`why` stands for what was written."""

    at: datetime
    by: str
    why: Ref


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """It keeps whole calls, with what came of them: requests, messages, the recording. `call` is the one that
    it keeps; or `number` stands for a telephone number, an address or a receipt number: then it keeps every
    call in which it is, also those that come later. `matter` and `why` stand for what was written."""

    id: str
    about: About
    call: CallId | None = None
    number: Ref | None = None
    matter: Ref
    why: Ref
    by: str
    at: datetime
    released: Released | None = None


def is_due(record: Closed, schedule: PrivacyFile, *, held: Collection[CallId], now: datetime) -> bool:
    """Whether its values are to be destroyed now. `held` are the calls that some hold keeps."""
    at = schedule.due_at(record)
    return at is not None and at <= now and record.record.call not in held
