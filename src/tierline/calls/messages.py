"""A message in writing on its way to a caller, and when it is tried again."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec
from msgspec.structs import replace

from tierline.calls.names import CallId, Channel, MessageId, Ref

GIVE_UP_AFTER = timedelta(days=1)
"""What a caller asked for yesterday is of no use any more."""

_BETWEEN_TRIES = tuple(timedelta(seconds=seconds) for seconds in (10, 60, 300, 1800))
"""The last of them again and again."""


class OutboxMessage(msgspec.Struct, frozen=True, kw_only=True):
    """`id` is given to the gateway with every try, so that it can tell a repeated one. `to` and `text` refer
    to personal values. `tries` were made so far, the last of which failed because of `why` (no personal
    data); the next is due at `due_at`. `settled_at` is when it was sent or given up."""

    id: MessageId
    call: CallId
    channel: Channel
    to: Ref
    text: Ref
    created_at: datetime
    due_at: datetime
    status: Literal["queued", "sent", "trial", "failed"] = "queued"
    tries: int = 0
    why: str = ""
    settled_at: datetime | None = None

    def sent(self, at: datetime, how: Literal["gateway", "trial"]) -> "OutboxMessage":
        """`trial`: it would have been, were there a gateway."""
        return replace(
            self, status="sent" if how == "gateway" else "trial", tries=self.tries + 1, settled_at=at
        )

    def failed(self, at: datetime, why: str) -> "OutboxMessage":
        return replace(self, status="failed", tries=self.tries + 1, why=why, settled_at=at)

    def tried_in_vain(self, at: datetime, why: str, wait: timedelta = timedelta()) -> "OutboxMessage | None":
        """Due again later, not before `wait` has passed; None when it is to be given up."""
        pause = max(_BETWEEN_TRIES[min(self.tries, len(_BETWEEN_TRIES) - 1)], wait)
        if at + pause > self.created_at + GIVE_UP_AFTER:
            return None
        return replace(self, tries=self.tries + 1, why=why, due_at=at + pause)
