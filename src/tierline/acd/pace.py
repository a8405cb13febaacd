"""How many calls come in a second: fewer after we were behind, and more again while we keep up. Pure."""

import msgspec

SLOWER = 0.85
FASTER, FASTEST = 0.005, 0.04
"""Of the pace, at each look in time: a little more at each, since what is right shows only moments later."""

BACK_AT_ONCE, BACK_BY = 0.8, 0.1
"""Below this part of the pace that was kept before, it rises by so much at each look: what cut
it may be over."""

SHOWS_AFTER = 8
"""Looks until what was done can be seen: those who came in before have to be served first."""

LEAST = 2.0
"""Calls a second: somebody always comes in."""


class Pace(msgspec.Struct, frozen=True):
    """`most` calls a second; `looks` since it was made slower, `kept_up` of them in a row in time."""

    most: float
    before: float = 0.0
    """The pace that was kept last before it was cut."""
    looks: int = SHOWS_AFTER
    kept_up: int = 0

    def after(self, *, late: bool, came: float, more: bool) -> "Pace":
        """`came` is how many came in a second, of late; `more` whether others were turned away meanwhile: a
        pace that is not used up says nothing about whether more could come."""
        looks = self.looks + 1
        if late and looks > SHOWS_AFTER:
            # While nobody comes in, because the door is held, that nobody came says nothing.
            used = min(self.most, max(came, self.most / 2))
            before = used if self.kept_up else self.before or used
            return Pace(max(LEAST, SLOWER * used), before, looks=0)
        kept_up = 0 if late else self.kept_up + more
        return Pace(self.most * (1 + self._faster(late=late, more=more)), self.before, looks, kept_up)

    def _faster(self, *, late: bool, more: bool) -> float:
        if late or not more:
            return 0.0
        if self.most < BACK_AT_ONCE * self.before:
            return BACK_BY
        return min(FASTER * (self.kept_up + 1), FASTEST)
