"""Agents' phones: known to the engine, rung by it, and picked up."""

import asyncio
import secrets
from collections.abc import Callable

from tierline.bench import sip
from tierline.bench.phones.answering import Registration, answer, dialled, sdp
from tierline.bench.phones.leg import Leg
from tierline.bench.phones.telephones import Telephones
from tierline.bench.phones.wire import Address

PICKED_UP_AFTER = 0.02
"""Seconds of ringing."""


class AgentPhones(Telephones):
    """The phone `agent-7` is the 7th. `on_rung` at each INVITE; a phone in a call says that it is busy."""

    def __init__(self, engine: Address, host: str, *, always: bool = False) -> None:
        super().__init__(engine, host)
        self.on_rung: list[Callable[[int], None]] = []
        self.unplugged: set[int] = set()
        """Phones that take nothing and say nothing."""
        self._always = always
        self._registrations: dict[str, tuple[Registration, asyncio.Future[None]]] = {}
        self._answers: dict[str, bytes] = {}
        self._invited: dict[str, sip.Message] = {}
        self._unheard: set[str] = set()
        self._ringing: dict[str, asyncio.TimerHandle] = {}

    async def close(self) -> None:
        for until_picked_up in self._ringing.values():
            until_picked_up.cancel()
        await super().close()

    async def register(self, user: str, password: str) -> None:
        """Raises TimeoutError."""
        registration = Registration(user, password, self.address, self.engine)
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._registrations[registration.call] = registration, done
        self.send_until_answered(registration.call, registration.message())
        async with asyncio.timeout(10):
            await done

    def busy(self, nth: int) -> bool:
        return any(leg.nth == nth for leg in self.legs.values())

    def take(self, message: sip.Message) -> None:
        match message:
            case sip.Message(method="REGISTER"):
                self._registered(message)
            case sip.Message(status=0, method="INVITE"):
                self._rung(message)
            case sip.Message(status=0, method="CANCEL"):
                self._cancelled(message)
            case sip.Message(status=0, method="ACK") if leg := self.legs.get(message.call):
                self.talks(leg, sip.media_of(self._invited[message.call]))
            case _:
                self.was_answered(message.call)

    def _registered(self, message: sip.Message) -> None:
        registration, done = self._registrations[message.call]
        self.was_answered(message.call)
        if message.status == 401 and not done.done():
            self.send_until_answered(message.call, registration.message(message))
        elif message.status >= 200 and not done.done():
            done.set_result(None)

    def _rung(self, message: sip.Message) -> None:
        if known := self._answers.get(message.call):
            self.send(known)  # it did not arrive, or the engine invites anew within the call
            return
        if message.call in self._invited:
            return  # sent again before this phone came to read it; it rings already, or was cancelled
        nth = int(dialled(message).rpartition("-")[2])
        # Sent again to a phone that was unplugged: perhaps given up since, which the engine cannot say before
        # the phone has said anything. It is no ring of its own.
        if message.call not in self._unheard:
            for tell in self.on_rung:
                tell(nth)
        if nth in self.unplugged:
            self._unheard.add(message.call)
            return
        if self.busy(nth):
            self._answers[message.call] = answer(message, self.address, "486 Busy Here", "busy")
            self.send(self._answers[message.call])
            return
        leg = self.legs[message.call] = Leg(nth, message.call, always=self._always, first=True)
        self._invited[leg.call] = message
        tag = secrets.token_hex(4)
        self.send(answer(message, self.address, "180 Ringing", tag))
        later = asyncio.get_running_loop().call_later
        self._ringing[leg.call] = later(PICKED_UP_AFTER, self._pick_up, leg, message, tag)

    def _pick_up(self, leg: Leg, invited: sip.Message, tag: str) -> None:
        del self._ringing[leg.call]
        if leg.call in self.legs:
            here = sdp(self.host, self.sound_port)
            self._answers[leg.call] = answer(invited, self.address, "200 OK", tag, here)
            self.send(self._answers[leg.call])

    def _cancelled(self, message: sip.Message) -> None:
        self.send(sip.ok(message))
        leg, invited = self.legs.get(message.call), self._invited.get(message.call)
        if leg and invited and not leg.talks:
            self._end(leg)
            self.send(answer(invited, self.address, "487 Request Terminated", "cancelled"))
