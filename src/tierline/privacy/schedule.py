"""For how long personal values are kept, and who says so: as the agency writes it."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

import msgspec

from tierline.privacy.record import Closed, Series

Days = Annotated[int, msgspec.Meta(ge=1, le=36_500)]
Authority = Annotated[str, msgspec.Meta(pattern=r"\S", max_length=300)]


class _Kept(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`authority` cites the records schedule that says so, in words: it is shown wherever values were."""

    days: Days
    authority: Authority


class AfterEnd(_Kept, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Counted from the end of the call."""

    after: Literal["ended"]


class AfterAnswer(_Kept, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Counted from the office's answer."""

    after: Literal["answered"]


class AfterSettled(_Kept, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Counted from when the message was sent or given up."""

    after: Literal["settled"]


class PrivacyFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`privacy.yaml`: of each series of records, how many days its personal values are kept and by which
    authority. Then their keys are destroyed, which is itself on record; that something happened, and when,
    stays. A series that is not here is kept. Recordings are in `recording.yaml`."""

    call: AfterEnd | None = None
    practice: AfterEnd | None = None
    request: AfterAnswer | None = None
    message: AfterSettled | None = None

    def of(self, series: str) -> AfterEnd | AfterAnswer | AfterSettled | None:
        by_series = {
            "call": self.call,
            "practice": self.practice,
            "request": self.request,
            "message": self.message,
        }
        return by_series.get(series)

    def due_at(self, record: Closed) -> datetime | None:
        """When its values are to be destroyed, unless they are held; None while it is open, and where no
        schedule says so."""
        kept = self.of(record.record.series)
        if kept is None or record.since is None or record.call_open:
            return None
        return record.since + timedelta(days=kept.days)


KEPT = PrivacyFile()
"""Of an agency that has no such file."""

SERIES: tuple[Series, ...] = ("call", "practice", "request", "message")
