"""Many callers at once, in one tight loop: their SIP, their sound both ways, and their keys."""

import select
import socket
import time
from collections.abc import Callable
from random import Random

import msgspec

from tierline.bench import sip
from tierline.bench.caller import Answered, Itinerary, LoadCaller

SLOTS = 20
"""In the 20 ms of a packet: callers are spread over them, so that their packets do not come in one bunch."""
SLOT = 1_000_000
"""Nanoseconds."""
DIALS_A_SECOND = 20
ANSWERED_WITHIN = 15.0
"""Seconds."""


class Refused(Exception):
    """The callers could not be connected, or were cut off; the message says how many and why."""


class Line(msgspec.Struct, frozen=True):
    """`engine` is its SIP, `number` what is dialled, `host` the address the callers have."""

    engine: tuple[str, int]
    number: str
    host: str


class Sent(msgspec.Struct, frozen=True):
    """How late packets were sent, nanoseconds each; processor time of this process, as a part of one core."""

    lateness: list[int]
    cpu: float


class Load:
    def __init__(self, line: Line, callers: int, itinerary: Itinerary, *, seed: int) -> None:
        chance = Random(seed)  # noqa: S311 - when keys are pressed is no secret
        self._line = line
        self._sip = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sip.bind((line.host, 0))
        self._sip.setblocking(False)
        self._callers = [LoadCaller(line.host, itinerary, chance) for _ in range(callers)]
        self._slots = [self._callers[nth::SLOTS] for nth in range(SLOTS)]
        self._dialogs: dict[str, tuple[sip.Dialog, LoadCaller]] = {}
        self._ringing: dict[str, float] = {}
        """Calls not answered yet, and when to ring again."""
        self._ended: set[str] = set()
        self._readers = {caller.sound.fileno(): caller for caller in self._callers}
        self._poll = select.epoll()
        for file in (self._sip.fileno(), *self._readers):
            self._poll.register(file, select.EPOLLIN)
        self._due = time.perf_counter_ns()
        self._slot = 0
        self._lateness: list[int] = []
        self._refusals: list[str] = []

    def connect(self) -> None:
        """Everyone, some each second. Raises Refused."""
        here: tuple[str, int] = self._sip.getsockname()
        for caller in self._callers:
            dialog = sip.Dialog(here, self._line.engine, self._line.number, caller.port)
            self._dialogs[dialog.call] = dialog, caller
            self._ring(dialog)
            self.go_on(1 / DIALS_A_SECOND)
        self.go_on(ANSWERED_WITHIN, until=lambda: not self._ringing or bool(self._refusals))
        self._check()

    def warm_up(self, seconds: float) -> None:
        """Until everyone's keys have been answered in the loop. Raises Refused."""
        self.go_on(seconds, until=lambda: all(caller.opened for caller in self._callers))
        late = sum(not caller.opened for caller in self._callers)
        if late:
            raise Refused(f"{late} of {len(self._callers)} callers had no answer to their first keys")
        self._check()

    def measure(self, seconds: float) -> tuple[list[Answered], Sent]:
        """The keys pressed in this time. Raises Refused when somebody was cut off meanwhile."""
        self._lateness = []
        began, cpu = time.time_ns(), time.process_time()
        self.go_on(seconds)
        ended, cpu = time.time_ns(), time.process_time() - cpu
        sent = Sent(self._lateness, cpu / seconds)
        self._lateness = []
        self.go_on(5, until=lambda: not any(c.waiting for c in self._callers))
        self._check()
        keys = [answer for caller in self._callers for answer in caller.answers]
        return [key for key in keys if began <= key.pressed < ended], sent

    def hang_up(self) -> None:
        """Everyone, and wait until the engine knows."""
        for call, (dialog, caller) in self._dialogs.items():
            caller.talking = False
            if call not in self._ended:
                self._send(dialog.bye())
                self.go_on(0.002)
        self.go_on(5, until=lambda: len(self._ended) == len(self._dialogs))
        for caller in self._callers:
            caller.close()
        self._poll.close()
        self._sip.close()

    def go_on(self, seconds: float, *, until: Callable[[], bool] = lambda: False) -> None:
        """Sends what is due and reads what comes, for so long, or `until` it is so."""
        end = time.perf_counter_ns() + int(seconds * 1e9)
        while time.perf_counter_ns() < end and not until():
            now = time.perf_counter_ns()
            if now < self._due:
                self._read((self._due - now) / 1e9)
                continue
            for caller in self._slots[self._slot]:
                if caller.talking:
                    caller.send()
                    self._lateness.append(time.perf_counter_ns() - self._due)
            self._slot = (self._slot + 1) % SLOTS
            self._due += SLOT
            if self._slot == 0:
                self._ring_again()
            self._read(0)

    def _read(self, seconds: float) -> None:
        for file, _ in self._poll.poll(seconds):
            if caller := self._readers.get(file):
                caller.receive()
            else:
                self._signalled()

    def _signalled(self) -> None:
        try:
            while True:
                self._take(sip.read(self._sip.recv(8192)))
        except BlockingIOError:
            return

    def _take(self, message: sip.Message) -> None:
        if message.call not in self._dialogs:
            return  # of somebody else's: whoever had this port before may still be spoken to
        dialog, caller = self._dialogs[message.call]
        match message:
            case sip.Message(status=0, method="ACK"):
                pass
            case sip.Message(status=0, method=method):
                self._send(sip.ok(message))
                if method == "BYE":
                    self._cut_off(caller, message.call)
            case sip.Message(method="BYE"):
                self._ended.add(message.call)
            case sip.Message(method="INVITE", status=status) if status >= 200:
                self._send(dialog.acknowledge(message))
                self._answered(caller, message)
            case _:
                self._ringing[message.call] = time.monotonic() + ANSWERED_WITHIN

    def _answered(self, caller: LoadCaller, message: sip.Message) -> None:
        self._ringing.pop(message.call, None)
        if message.status >= 300:
            self._refusals.append(message.text.splitlines()[0])
            self._ended.add(message.call)
        elif not caller.talking and message.call not in self._ended:
            caller.connected(sip.media_of(message))

    def _cut_off(self, caller: LoadCaller, call: str) -> None:
        caller.talking = False
        self._ended.add(call)
        self._refusals.append("the engine hung up")

    def _ring(self, dialog: sip.Dialog) -> None:
        self._send(dialog.invite())
        self._ringing[dialog.call] = time.monotonic() + sip.RESENT_AFTER

    def _ring_again(self) -> None:
        now = time.monotonic()
        for call in [call for call, when in self._ringing.items() if now >= when]:
            self._ring(self._dialogs[call][0])

    def _send(self, datagram: bytes) -> None:
        self._sip.sendto(datagram, self._line.engine)

    def _check(self) -> None:
        """Raises Refused."""
        wrong = self._refusals or (["no answer"] if self._ringing else [])
        if wrong:
            many = len(self._refusals) + len(self._ringing)
            raise Refused(f"{many} of {len(self._callers)} calls failed: {wrong[0]}")
