"""One caller of the benchmark: stays in the call, presses a key now and again, and times what comes of it."""

import socket
import struct
import time
from collections.abc import Iterator, Sequence
from random import Random

import msgspec

from tierline.bench.recognition import Prompt
from tierline.bench.rtp import Outgoing, sequence_of

PATIENCE = 5_000_000_000
"""Nanoseconds after which a key counts as unanswered."""

SO_TIMESTAMPNS = 35
"""socket(7), asm-generic: the kernel says when each packet arrived, however late we come to read it."""
ANCILLARY = socket.CMSG_SPACE(16)


class Step(msgspec.Struct, frozen=True):
    """`prompt` is what answers the key; None where nobody listens for it."""

    key: str
    prompt: Prompt | None


class Itinerary(msgspec.Struct, frozen=True):
    """`loop` is gone through again and again after `opening`. Between a prompt's start and the next key pass
    `every` seconds, give or take a half: nobody presses in time with another."""

    opening: Sequence[Step]
    loop: Sequence[Step]
    every: float

    def steps(self) -> Iterator[Step]:
        yield from self.opening
        while True:
            yield from self.loop


class Answered(msgspec.Struct, frozen=True):
    """`pressed` is when the key's first end packet was sent, `after` how long the prompt's first packet then
    took; None when it did not come. Nanoseconds; `pressed` of the machine's clock."""

    pressed: int
    after: int | None


class LoadCaller:
    def __init__(self, host: str, itinerary: Itinerary, chance: Random) -> None:
        self.sound = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sound.bind((host, 0))
        self.sound.setblocking(False)
        self.sound.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self.talking = False
        self.answers: list[Answered] = []
        self.opened = False
        """Whether the opening is behind them, and the loop has been answered once."""
        self._steps = itinerary.steps()
        self._to_open = len(itinerary.opening) + len(itinerary.loop)
        self._every = itinerary.every
        self._chance = chance
        self._outgoing = Outgoing(chance.getrandbits(32))
        self._press_at = 0
        self._step: Step | None = None
        self._pressed = 0
        self._arrived: dict[int, int] = {}

    @property
    def port(self) -> int:
        port: int = self.sound.getsockname()[1]
        return port

    @property
    def waiting(self) -> bool:
        """For a prompt that a key asked for."""
        return self._pressed != 0

    def connected(self, engine: tuple[str, int]) -> None:
        self.sound.connect(engine)
        self.talking = True
        self._rest()

    def send(self) -> None:
        """One packet; called 50 times a second."""
        now = time.time_ns()
        if self._step is None and now >= self._press_at:
            self._step = next(self._steps)
            self._outgoing.press(self._step.key)
        packet, let_go = self._outgoing.packet()
        if let_go:
            self._let_go(time.time_ns())
        elif self._pressed and now - self._pressed > PATIENCE:
            self._over(None)
        try:
            self.sound.send(packet)
        except OSError:
            self.talking = False  # nobody is there any more

    def receive(self) -> None:
        """All that is there. What nobody waits for costs as little as can be."""
        try:
            while True:
                if self._pressed:
                    self._hear(*self.sound.recvmsg(2048, ANCILLARY)[:2])
                else:
                    self.sound.recv(2048)
        except OSError:
            return

    def close(self) -> None:
        self.talking = False
        self.sound.close()

    def _hear(self, packet: bytes, ancillary: Sequence[tuple[int, int, bytes]]) -> None:
        assert self._step
        assert self._step.prompt
        self._arrived[sequence_of(packet)] = _arrival(ancillary)
        began = self._step.prompt.began(packet)
        # The same prompt may have been playing when the key was pressed: that one's first packet came before.
        first = None if began is None else self._arrived.get(began)
        if first is not None and first > self._pressed:
            self._over(first - self._pressed)

    def _let_go(self, now: int) -> None:
        assert self._step
        if self._step.prompt is None:
            self._rest()
        else:
            self._pressed = now
            self._arrived.clear()

    def _over(self, after: int | None) -> None:
        self.answers.append(Answered(self._pressed, after))
        self._pressed = 0
        heard = sum(answer.after is not None for answer in self.answers)
        self.opened = heard >= self._to_open
        self._rest()

    def _rest(self) -> None:
        self._step = None
        self._press_at = time.time_ns() + int(self._every * self._chance.uniform(0.5, 1.5) * 1e9)


def _arrival(ancillary: Sequence[tuple[int, int, bytes]]) -> int:
    for _, kind, data in ancillary:
        if kind == SO_TIMESTAMPNS:
            seconds, nanoseconds = struct.unpack("qq", data)
            return int(seconds * 1_000_000_000 + nanoseconds)
    return time.time_ns()
