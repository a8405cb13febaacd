"""What happens to a caller in line besides being presented to somebody."""

from typing import Literal

from tierline.calls.event import Event


class LineLeft(Event, frozen=True, tag=True):
    """Out of the line and back into the flow at `step`, at the original age: by a `key` of the caller, or
    because the tier closed by its published hours (`closing`) or at once (`closure`)."""

    why: Literal["key", "closing", "closure"]
    step: str
    key: str = ""


class ServedAfterHours(Event, frozen=True, tag=True):
    """The tier closed by its published hours; who is in line already is still served, and was told so."""


LineEvent = LineLeft | ServedAfterHours
