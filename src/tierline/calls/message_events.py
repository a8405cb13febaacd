"""What can happen to a message in writing that a caller agreed to. It may happen after the call has ended."""

from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import Channel, MessageId, Ref


class MessageQueued(Event, frozen=True, tag=True):
    """Durable before the caller hears that it is on its way. `prompt` is the one whose words it has."""

    message: MessageId
    channel: Channel
    prompt: str
    to: Ref
    text: Ref


class MessageSent(Event, frozen=True, tag=True):
    """A gateway has taken it. `how`: in a trial without a gateway nothing leaves the machine."""

    message: MessageId
    how: Literal["gateway", "trial"] = "gateway"


class MessageFailed(Event, frozen=True, tag=True):
    """It will never arrive. `refused` by the gateway; `gave_up` after trying for a day."""

    message: MessageId
    why: Literal["refused", "gave_up"]


MessageEvent = MessageQueued | MessageSent | MessageFailed
