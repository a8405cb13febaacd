"""What callers and agents' phones have in common: one socket for all their SIP and one for all their sound.

Whose sound a packet is, is told by the port that the engine sends it from: each leg has its own there.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress

from tierline.bench import sip
from tierline.bench.phones.leg import Leg
from tierline.bench.phones.wire import Address, Wire

TICK = 0.02
TRIES = 20
"""Of a message that nobody answers."""

OnHeard = Callable[[Leg, int], None]
OnOver = Callable[[Leg], None]


class Telephones:
    """`on_heard` when a leg hears somebody for the first time, or another than before; `on_over` when the
    other side ended it."""

    def __init__(self, engine: Address, host: str) -> None:
        self.engine = engine
        self.host = host
        self.on_heard: list[OnHeard] = []
        self.on_over: list[OnOver] = []
        self.legs: dict[str, Leg] = {}
        self._sip: Wire
        self._sound: Wire
        self._ports: dict[Address, Leg] = {}
        self._sounds: dict[str, Address] = {}
        self._unanswered: dict[str, tuple[bytes, float, int]] = {}
        self._ticking: asyncio.Task[None] | None = None

    async def open(self) -> None:
        self._sip = await Wire.open(self.host, self._signalled)
        self._sound = await Wire.open(self.host, self._sounded)
        self._ticking = asyncio.create_task(self._tick())

    async def close(self) -> None:
        if self._ticking:
            self._ticking.cancel()
            with suppress(asyncio.CancelledError):
                await self._ticking
        self._sip.close()
        self._sound.close()

    @property
    def address(self) -> Address:
        return self._sip.address

    def forget_all(self) -> None:
        """The engine was killed: nobody is left to end these legs."""
        for leg in list(self.legs.values()):
            self.forget(leg)
        self._unanswered.clear()

    def forget(self, leg: Leg) -> None:
        """Without a word to the other side."""
        self._end(leg)

    # ---- for those who are one of the two

    def take(self, message: sip.Message) -> None:
        """One that belongs to no leg's usual course."""
        raise NotImplementedError

    def send(self, datagram: bytes) -> None:
        self._sip.send(datagram, self.engine)

    def send_until_answered(self, call: str, datagram: bytes) -> None:
        self._unanswered[call] = (datagram, time.monotonic() + sip.RESENT_AFTER, TRIES)
        self.send(datagram)

    def was_answered(self, call: str) -> None:
        self._unanswered.pop(call, None)

    @property
    def sound_port(self) -> int:
        return self._sound.address[1]

    def talks(self, leg: Leg, sound: Address) -> None:
        """From now on, with its sound to and from there."""
        leg.answered_at = leg.answered_at or time.monotonic()
        self._ports[sound] = leg
        self._sounds[leg.call] = sound

    def _end(self, leg: Leg) -> None:
        self.legs.pop(leg.call, None)
        sound = self._sounds.pop(leg.call, None)
        if sound and self._ports.get(sound) is leg:
            del self._ports[sound]
        leg.over.set()
        leg.news.set()

    # ----

    def _signalled(self, datagram: bytes, _: Address) -> None:
        message = sip.read(datagram)
        if message.status == 0 and message.method == "BYE":
            self.send(sip.ok(message))
            if leg := self.legs.get(message.call):
                self._end(leg)
                for tell in self.on_over:
                    tell(leg)
        elif message.status == 0 and message.method not in ("INVITE", "ACK", "CANCEL"):
            self.send(sip.ok(message))  # OPTIONS, NOTIFY, UPDATE: nothing of ours depends on it
        else:
            self.take(message)

    def _sounded(self, packet: bytes, sender: Address) -> None:
        leg = self._ports.get(sender)
        who = leg.took(packet) if leg else None
        if leg and who is not None:
            for tell in self.on_heard:
                tell(leg, who)

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            now = time.monotonic()
            for call, sound in list(self._sounds.items()):
                if packet := self.legs[call].due(now):
                    self._sound.send(packet, sound)
            for call, (datagram, when, left) in list(self._unanswered.items()):
                if now >= when and left:
                    self._unanswered[call] = (datagram, now + sip.RESENT_AFTER, left - 1)
                    self.send(datagram)
                elif not left:
                    del self._unanswered[call]
