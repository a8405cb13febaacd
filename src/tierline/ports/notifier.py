"""What sends a caller something in writing: an SMS gateway, a mail server."""

from abc import ABC, abstractmethod
from datetime import timedelta
from typing import Literal

import msgspec

from tierline.calls.names import Channel, MessageId


class NotifierAway(Exception):
    """Not now: try again, with the same message, not before `wait` has passed. The message says why, without
    personal data. Whether this one arrived is not known."""

    def __init__(self, why: str, wait: timedelta = timedelta()) -> None:
        super().__init__(why)
        self.wait = wait


class Undeliverable(Exception):
    """Never: the number, the address or the text was refused. The message says why, without personal data."""


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """`to` is a number in E.164 or an e-mail address, as the channel wants. `subject` is for e-mail alone."""

    id: MessageId
    channel: Channel
    to: str
    text: str
    subject: str = ""


class Receipt(msgspec.Struct, frozen=True):
    """`reference` is the gateway's own name for it, where it gives one. `how` says whether anything left this
    machine."""

    reference: str = ""
    how: Literal["gateway", "trial"] = "gateway"


class Notifier(ABC):
    @property
    @abstractmethod
    def channels(self) -> frozenset[Channel]:
        """Those by which it can send."""

    @abstractmethod
    async def send(self, message: Message) -> Receipt:
        """When it returns, the gateway has taken the message on. May be repeated: the gateway is told the
        message's `id`, and does not send the same one twice. Takes half a minute at most. Raises
        NotifierAway, Undeliverable."""
