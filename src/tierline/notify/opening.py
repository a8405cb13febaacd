"""The notifier that the settings describe, each channel by its own way."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from tierline.calls.names import Channel
from tierline.notify.email import EmailNotifier
from tierline.notify.http import HttpNotifier
from tierline.notify.settings import NotifierFile
from tierline.ports.clock import Clock
from tierline.ports.notifier import Message, Notifier, NotifierAway, Receipt


class ByChannel(Notifier):
    def __init__(self, ways: Mapping[Channel, Notifier]) -> None:
        self._ways = ways

    @property
    def channels(self) -> frozenset[Channel]:
        return frozenset(self._ways)

    async def send(self, message: Message) -> Receipt:
        """A channel that was taken out of the settings may come back."""
        if message.channel not in self._ways:
            raise NotifierAway(f"no way to send by {message.channel} is set up")
        return await self._ways[message.channel].send(message)


@asynccontextmanager
async def notifier_of(file: NotifierFile, clock: Clock) -> AsyncIterator[Notifier]:
    """Raises SecretMissing."""
    gateway = HttpNotifier(file.sms) if file.sms else None
    ways: dict[Channel, Notifier] = {"sms": gateway} if gateway else {}
    try:
        if file.email:
            ways["email"] = EmailNotifier(file.email, clock)
        yield ByChannel(ways)
    finally:
        if gateway:
            await gateway.close()
