"""One caller's short visit: rings, hears the greeting, presses a key, hears its answer, hangs up."""

import socket
import time
from contextlib import suppress
from random import Random
from typing import Literal

import msgspec

from tierline.bench import sip
from tierline.bench.phones.wire import Address
from tierline.bench.recognition import Prompt
from tierline.bench.rtp import Outgoing

PROMPT_WITHIN = 2.0
"""Seconds from dialling to the first word; later is not served."""
ANSWER_WITHIN = 1.0
"""Seconds from the key to the first word of its answer."""
GIVES_UP_AFTER = 8.0
"""Seconds without anything new; a caller's patience with a telephone that does nothing."""
LISTENS = (0.5, 1.5)
"""Seconds at random, before the key and before hanging up."""

How = Literal["served", "late", "told", "refused", "cut_off", "nothing"]
"""In full and in time; in full, but not in time; heard that all lines are in use; refused by the network's
signal (503); hung up on; or none of it, within a caller's patience."""


class Words(msgspec.Struct, frozen=True):
    """What may be heard: `greeting` when somebody comes in, `answer` to `key`, `busy` where nobody does."""

    greeting: Prompt
    key: str
    answer: Prompt
    busy: Prompt


class Visit:
    """`began` and `over` by time.monotonic()."""

    def __init__(self, host: str, here: Address, engine: Address, number: str, words: Words, chance: Random):
        self.sound = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sound.bind((host, 0))
        self.sound.setblocking(False)
        self.dialog = sip.Dialog(here, engine, number, self.sound.getsockname()[1])
        self.began = self._last = time.monotonic()
        self.how: How | None = None
        self.prompt_after = self.answer_after = 0.0
        self.hangs_up = False
        """Whether it is this caller who ends it now."""
        self._words = words
        self._chance = chance
        self._outgoing = Outgoing(chance.getrandbits(32))
        self._talks = False
        self._told = False
        self._act_at = 0.0
        self._pressed = 0.0
        self._stage: Literal["rings", "greeting", "presses", "answer", "leaves"] = "rings"

    @property
    def over(self) -> bool:
        return self.how is not None

    @property
    def talks(self) -> bool:
        return self._talks and not self.over

    def answered(self, sound: Address, now: float) -> None:
        if not self._talks:
            self.sound.connect(sound)
            self._talks, self._stage, self._last = True, "greeting", now

    def refused(self) -> None:
        self._end("refused")

    def cut_off(self) -> None:
        """The other side hung up: after the words that all lines are in use, as it should."""
        self._end("told" if self._told else "cut_off")

    def tick(self, now: float) -> None:
        """Each 20 ms: one packet out, all that came in."""
        if self.over:
            return
        if now - self._last > GIVES_UP_AFTER and not self._told:
            self.hangs_up = self._talks
            self._end("nothing")
            return
        if not self._talks:
            return
        self._act(now)
        if not self.over:
            self._send(now)
            self._listen(now)

    def _act(self, now: float) -> None:
        if now < self._act_at:
            return
        if self._stage == "presses":
            self._outgoing.press(self._words.key)
            self._stage, self._last = "answer", now
            self._forget_what_came()
        elif self._stage == "leaves":
            self.hangs_up = True
            in_time = self.prompt_after <= PROMPT_WITHIN and self.answer_after <= ANSWER_WITHIN
            self._end("served" if in_time else "late")

    def _send(self, now: float) -> None:
        packet, let_go = self._outgoing.packet()
        if let_go:
            self._pressed = now
        with suppress(OSError):  # nobody is there any more, which the signalling says
            self.sound.send(packet)

    def _listen(self, now: float) -> None:
        """What nobody waits for is left where it is: the system drops what is too much."""
        heeds = self._stage == "greeting" or (self._stage == "answer" and self._pressed > 0)
        while heeds and not self._told:
            try:
                heeds = not self._heard(self.sound.recv(2048), now)
            except OSError:
                return

    def _forget_what_came(self) -> None:
        with suppress(OSError):
            while True:
                self.sound.recv(2048)

    def _heard(self, packet: bytes, now: float) -> bool:
        words = self._words
        if self._stage == "answer":
            if words.answer.began(packet) is None:
                return False
            self.answer_after = now - self._pressed
            self._rest("leaves", now)
            return True
        if self._told or words.busy.began(packet) is not None:
            self._told = True
            return True
        if words.greeting.began(packet) is None:
            return False
        self.prompt_after = now - self.began
        self._rest("presses", now)
        return True

    def _rest(self, then: Literal["presses", "leaves"], now: float) -> None:
        self._stage, self._last = then, now
        self._act_at = now + self._chance.uniform(*LISTENS)

    def _end(self, how: How) -> None:
        self.how = how
        self.sound.close()
