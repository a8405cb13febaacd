"""A notifier in memory, under the same contract as the real ones (`tests/contract/test_notifier.py`)."""

from collections.abc import Callable

from tierline.calls.names import Channel, MessageId
from tierline.ports.notifier import Message, Notifier, NotifierAway, Receipt, Undeliverable


class MemoryNotifier(Notifier):
    """`away` is a gateway that takes nothing now; `refuses` are numbers and addresses it never sends to.
    `asked` counts the tries; `when_taken` is called when it has taken a message on."""

    def __init__(self) -> None:
        self.away = False
        self.refuses: set[str] = set()
        self.asked = 0
        self.when_taken: Callable[[], None] = lambda: None
        self._taken: dict[MessageId, Message] = {}

    @property
    def taken(self) -> tuple[Message, ...]:
        """Each message once, in the order in which they were taken on."""
        return tuple(self._taken.values())

    @property
    def channels(self) -> frozenset[Channel]:
        return frozenset({"sms", "email"})

    async def send(self, message: Message) -> Receipt:
        self.asked += 1
        if self.away:
            raise NotifierAway("the gateway in memory is away")
        if message.to in self.refuses:
            raise Undeliverable("the gateway in memory refused it")
        self._taken.setdefault(message.id, message)
        self.when_taken()
        return Receipt(f"memory-{message.id}")
