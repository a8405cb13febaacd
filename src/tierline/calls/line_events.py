"""What happens to a caller in line besides being presented to somebody."""

from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import AgentId, Tier


class CallerKnown(Event, frozen=True, tag=True):
    """Somebody rang from this number before and spoke with these agents, the last one first, who are on duty
    now. It may be another person: the number is reason enough to prefer an agent, and for nothing else."""

    agents: tuple[AgentId, ...]


class LineLeft(Event, frozen=True, tag=True):
    """Out of the line and back into the flow at `step`, at the original age: by a `key` of the caller, or
    because the tier closed by its published hours (`closing`) or at once (`closure`)."""

    why: Literal["key", "closing", "closure"]
    step: str
    key: str = ""


class ServedAfterHours(Event, frozen=True, tag=True):
    """The tier closed by its published hours; who is in line already is still served, and was told so."""


class LineFull(Event, frozen=True, tag=True):
    """The line of this tier, of the rule `queue` of `queues.yaml`, did not take the caller: as many as it
    takes were `waiting`, or the next would have waited longer than it allows. `bound` says which, `most` what
    it allows. `minutes` is what the wait was reckoned to be; None where nobody could."""

    tier: Tier
    queue: str
    bound: Literal["waiting", "wait_minutes"]
    most: int
    waiting: int
    minutes: int | None = None


LineEvent = CallerKnown | LineLeft | ServedAfterHours | LineFull
