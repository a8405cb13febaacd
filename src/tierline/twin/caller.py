"""A caller of a rehearsal, who listens, presses keys and hangs up."""

from collections.abc import Callable
from datetime import timedelta

from tierline.calls.names import LegId
from tierline.desk.closing import look
from tierline.desk.opening import is_open
from tierline.twin.rehearsal import Rehearsal

PATIENCE = timedelta(minutes=15)
"""For how long a silent caller waits that something happens."""
PROMPTS_IN_A_ROW = 100


class SpeaksOnAndOn(Exception):
    """The flow said so many prompts in a row that a caller could only hang up."""


class Caller:
    def __init__(self, rehearsal: Rehearsal, leg: LegId) -> None:
        self._rehearsal = rehearsal
        self.leg = leg
        self.call_id = rehearsal.center.legs[leg]

    @property
    def connected(self) -> bool:
        return self.leg in self._rehearsal.switch.legs

    def presses(self, keys: str) -> None:
        """A space lets the prompt of that moment play to its end first."""
        for key in keys:
            if key == " ":
                self.listens()
            else:
                self._rehearsal.switch.presses(self.leg, key)
                self._rehearsal.settle()

    def listens(self) -> None:
        """To what plays now, until its end."""
        self._rehearsal.switch.finish_playing(self.leg)
        self._rehearsal.settle()

    def hears_out(self) -> None:
        """What plays now; where the center is busy for the caller without a word, what it says then."""
        if self._hears_a_prompt:
            self.listens()
        else:
            self._moved_on_until(lambda: self._hears_a_prompt or not self._kept_waiting)

    def stays_silent(self) -> None:
        """Hears everything out, and then does nothing until something happens."""
        self.stays_until_asked()
        before = self._seq
        self._moved_on_until(lambda: self._seq != before)

    def stays_until_asked(self) -> None:
        """Until the center has nothing more to say before the caller does something. Raises SpeaksOnAndOn."""
        for _ in range(PROMPTS_IN_A_ROW):
            if not self._hears_a_prompt and not self._kept_waiting:
                return
            self.hears_out()
        raise SpeaksOnAndOn(f"{PROMPTS_IN_A_ROW} prompts in a row, and none is the last")

    def types(self) -> None:
        """Something, on a text telephone."""
        self._rehearsal.switch.caller_sends_tty(self.leg)
        self._rehearsal.settle()

    def outwaits_the_hours(self) -> None:
        """In line, until the tier that they wait for closes; not for longer than a day."""
        center, clock = self._rehearsal.center, self._rehearsal.clock
        tier = center.calls[self.call_id].tier
        last = clock.now() + timedelta(days=1)
        while tier and is_open(center, tier) and clock.now() < last:
            self._rehearsal.wait(minutes=1)
        self._rehearsal.do(look(center))

    def hangs_up(self) -> None:
        self._rehearsal.switch.caller_hangs_up(self.leg)
        self._rehearsal.settle()

    @property
    def _hears_a_prompt(self) -> bool:
        return self.connected and self._rehearsal.switch.playing(self.leg) is not None

    @property
    def _kept_waiting(self) -> bool:
        return self.connected and self._rehearsal.clock.asleep > 0

    @property
    def _seq(self) -> int | None:
        """Changes whenever something is on record for this call."""
        call = self._rehearsal.center.calls.get(self.call_id)
        return call.seq if call else None

    def _moved_on_until(self, reached: Callable[[], bool]) -> None:
        until = self._rehearsal.clock.now() + PATIENCE
        while not reached() and self._rehearsal.fire_next(until):
            pass
