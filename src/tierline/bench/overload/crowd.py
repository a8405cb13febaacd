"""A crowd of short visits at a given rate, at random moments, all in one loop."""

import asyncio
import socket
import time
from contextlib import suppress
from random import Random

import msgspec

from tierline.bench import sip
from tierline.bench.load import Line
from tierline.bench.overload.visit import Visit, Words
from tierline.bench.phones.wire import ROOM

SLOTS = 5
SLOT = 0.004
"""Seconds; callers are spread over the 20 ms of a packet."""
RESENT = 10
"""Times, of what is not answered."""


class Offered(msgspec.Struct, frozen=True):
    """The visits that began while it was measured, for so many `seconds`; how late the callers themselves
    were (99th percentile), and how much of one core they took."""

    visits: tuple[Visit, ...]
    seconds: float
    late_ms: float
    cpu: float


class Crowd:
    """`async with Crowd(…) as crowd`."""

    def __init__(self, line: Line, words: Words, *, seed: int) -> None:
        self._line = line
        self._words = words
        self._chance = Random(seed)  # noqa: S311 - when callers come is no secret
        self._visits: dict[str, Visit] = {}
        self._going_on: list[list[Visit]] = [[] for _ in range(SLOTS)]
        self._unanswered: dict[str, tuple[bytes, float, int]] = {}
        self._late: list[float] = []
        self._all_over = asyncio.Event()
        self._sip = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sip.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, ROOM)
        self._sip.setblocking(False)
        self._sip.bind((line.host, 0))
        self._ticking: asyncio.Task[None]

    async def __aenter__(self) -> "Crowd":
        asyncio.get_running_loop().add_reader(self._sip, self._read)
        self._ticking = asyncio.create_task(self._tick())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ticking.cancel()
        await asyncio.gather(self._ticking, return_exceptions=True)
        asyncio.get_running_loop().remove_reader(self._sip)
        self._sip.close()

    async def offers(self, rate: float, seconds: float, *, warm_up: float) -> Offered:
        """So many calls a second, independent of one another and of what becomes of those before."""
        began = time.monotonic()
        measured: list[Visit] = []
        cpu, due = 0.0, began
        while due < began + warm_up + seconds:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if due >= began + warm_up and not measured:
                self._late.clear()
                cpu = time.process_time()
            visit = self._dial()
            if due >= began + warm_up:
                measured.append(visit)
            due += self._chance.expovariate(rate)
        cpu = time.process_time() - cpu
        late = sorted(self._late)[-1 - len(self._late) // 100] if self._late else 0.0
        self._all_over.clear()
        await self._all_over.wait()
        self._visits.clear()
        return Offered(tuple(measured), seconds, round(late * 1000, 1), round(cpu / seconds, 2))

    def _dial(self) -> Visit:
        line = self._line
        visit = Visit(line.host, self._sip.getsockname(), line.engine, line.number, self._words, self._chance)
        self._visits[visit.dialog.call] = visit
        min(self._going_on, key=len).append(visit)
        self._send_until_answered(visit, visit.dialog.invite())
        return visit

    async def _tick(self) -> None:
        due, slot = time.monotonic(), 0
        while True:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            now = time.monotonic()
            self._late.append(now - due)
            for visit in self._going_on[slot]:
                visit.tick(now)
                if visit.hangs_up:
                    visit.hangs_up = False
                    self._send_until_answered(visit, visit.dialog.bye())
            self._going_on[slot] = [visit for visit in self._going_on[slot] if not visit.over]
            if slot == 0:
                self._send_again(now)
                if not any(self._going_on) and not self._unanswered:
                    self._all_over.set()
            slot, due = (slot + 1) % SLOTS, max(due + SLOT, now)

    def _read(self) -> None:
        """All that is there: in a crowd more comes than one message a turn of the loop."""
        with suppress(BlockingIOError):
            while True:
                self._signalled(sip.read(self._sip.recv(8192)))

    def _signalled(self, message: sip.Message) -> None:
        visit = self._visits.get(message.call)
        match message:
            case sip.Message(status=0, method="ACK"):
                return
            case sip.Message(status=0):
                self._send(sip.ok(message))
                if visit and message.method == "BYE" and not visit.over:
                    visit.cut_off()
            case sip.Message(method="BYE"):
                self._unanswered.pop(message.call, None)
            case sip.Message(method="INVITE", status=status) if visit and status >= 200:
                self._answered(visit, message)
            case sip.Message(method="INVITE") if visit and not visit.over:
                self._unanswered.pop(message.call, None)  # it is known there: the answer will be sent again

    def _answered(self, visit: Visit, message: sip.Message) -> None:
        self._send(visit.dialog.acknowledge(message))
        if message.status >= 300:
            self._unanswered.pop(message.call, None)
            if not visit.over:
                visit.refused()
        elif visit.over:  # nobody is there to be answered any more
            self._send_until_answered(visit, visit.dialog.bye())
        else:
            self._unanswered.pop(message.call, None)
            visit.answered(sip.media_of(message), time.monotonic())

    def _send_until_answered(self, visit: Visit, datagram: bytes) -> None:
        self._unanswered[visit.dialog.call] = datagram, time.monotonic() + sip.RESENT_AFTER, RESENT
        self._send(datagram)

    def _send_again(self, now: float) -> None:
        for call, (datagram, when, left) in list(self._unanswered.items()):
            if now >= when and left:
                wait = sip.RESENT_AFTER * 2 ** (RESENT - left + 1)
                self._unanswered[call] = datagram, now + min(wait, 4.0), left - 1
                self._send(datagram)
            elif not left:
                del self._unanswered[call]

    def _send(self, datagram: bytes) -> None:
        self._sip.sendto(datagram, self._line.engine)
