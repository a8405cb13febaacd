"""Which messages in writing this process is sending, and what it knows of them that the store does not."""

import asyncio

from tierline.calls.message_events import MessageFailed, MessageSent
from tierline.calls.names import MessageId

AT_A_TIME = 4
"""Messages that are given to a gateway at once, after it was away for instance."""


class Deliveries:
    """`queueing` is held while the limits are looked at and a message is queued, so that two calls at once
    cannot both be the last one allowed."""

    def __init__(self) -> None:
        self.under_way: set[MessageId] = set()
        self.ended: dict[MessageId, MessageSent | MessageFailed] = {}
        """Not on record yet, the database being away: such a message is not sent once more."""
        self.queueing = asyncio.Lock()
        self.room = asyncio.Semaphore(AT_A_TIME)
