"""Sends nothing: a trial without a gateway still shows on a call's timeline that something would go out."""

from tierline.calls.names import Channel
from tierline.ports.notifier import Message, Notifier, Receipt


class TrialNotifier(Notifier):
    @property
    def channels(self) -> frozenset[Channel]:
        return frozenset({"sms", "email"})

    async def send(self, message: Message) -> Receipt:
        return Receipt(how="trial")
