"""One telephone's side of a call."""

import asyncio

from tierline.bench.phones.marking import Marked, heard

OFTEN, SELDOM = 0.04, 5.0
"""Seconds between two packets: while somebody may have to get to know this phone, and otherwise, so that
nobody takes it for unplugged."""
STILL_OFTEN = 10
"""Packets after the answer, and after another is heard who may not know this one yet."""


class Leg:
    """Of the `nth` telephone. `hears` is the number of the one it heard last. It sends often
    all the time with `always`, and with `first` until it hears somebody: who waits in line is as silent as
    can be, and an agent makes themselves known. Moments are of the machine's monotonic clock."""

    def __init__(self, nth: int, call: str, *, always: bool = False, first: bool = False) -> None:
        self.nth = nth
        self.call = call
        self.answered_at: float | None = None
        self.hears: int | None = None
        self.over = asyncio.Event()
        self.news = asyncio.Event()
        """Set once somebody is heard, or the call is over."""
        self._mark = Marked(nth)
        self._always = always
        self._first = first
        self._often = STILL_OFTEN
        self._next = 0.0

    @property
    def talks(self) -> bool:
        """From the answer to the end."""
        return self.answered_at is not None and not self.over.is_set()

    def due(self, now: float) -> bytes | None:
        """The packet that is to be sent now, if one is."""
        if not self.talks or now < self._next:
            return None
        if self.hears is not None or not self._first:
            self._often -= 1
        self._next = now + (OFTEN if self._always or self._often > 0 else SELDOM)
        return self._mark.packet()

    def took(self, packet: bytes) -> int | None:
        """Who is heard, where that is news: nobody was, or somebody else."""
        who = heard(packet)
        if who is None:
            return None
        news, self.hears = who != self.hears, who
        if news:
            self.news.set()
            self._often, self._next = STILL_OFTEN, 0.0
        return who if news else None
