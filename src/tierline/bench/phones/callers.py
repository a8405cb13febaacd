"""Callers of one address: they ring, wait, hear, and hang up."""

from collections.abc import Callable

from tierline.bench import sip
from tierline.bench.phones.leg import Leg
from tierline.bench.phones.telephones import Telephones
from tierline.bench.phones.wire import Address


class Callers(Telephones):
    """`on_refused` when the engine does not take a call at all."""

    def __init__(self, engine: Address, host: str, number: str, *, always: bool = False) -> None:
        super().__init__(engine, host)
        self.on_answered: list[Callable[[Leg], None]] = []
        self.on_refused: list[Callable[[Leg], None]] = []
        self._number = number
        self._always = always
        self._dialogs: dict[str, sip.Dialog] = {}

    def dial(self, nth: int) -> Leg:
        dialog = sip.Dialog(self.address, self.engine, self._number, self.sound_port)
        leg = Leg(nth, dialog.call, always=self._always)
        self._dialogs[leg.call], self.legs[leg.call] = dialog, leg
        self.send_until_answered(leg.call, dialog.invite())
        return leg

    def hang_up(self, leg: Leg) -> None:
        """At once, or as soon as it is answered; nothing happens where it is over."""
        if leg.over.is_set():
            return
        answered = leg.talks
        self._end(leg)
        if answered:
            self.send_until_answered(leg.call, self._dialogs[leg.call].bye())

    def take(self, message: sip.Message) -> None:
        dialog = self._dialogs.get(message.call)
        if dialog is None:
            return
        self.was_answered(message.call)
        if message.method == "BYE":
            del self._dialogs[message.call]
        elif message.method == "INVITE" and message.status >= 200:
            self.send(dialog.acknowledge(message))
            leg = self.legs.get(message.call)
            if leg and message.status >= 300:
                self._end(leg)
                for refused in self.on_refused:
                    refused(leg)
            elif leg and leg.answered_at is None:
                self.talks(leg, sip.media_of(message))
                for answered in self.on_answered:
                    answered(leg)
            elif leg is None and message.status < 300:
                self.send_until_answered(message.call, dialog.bye())
