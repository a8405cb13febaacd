"""What happens to a call because the database is away."""

from tierline.calls.event import Event
from tierline.calls.names import Tier
from tierline.calls.state import Call


class QueuePutOff(Event, frozen=True, tag=True):
    """A place in line could not be made durable. The caller's age counts from here; it is tried again."""

    tier: Tier
    reason: str
    skills: frozenset[str] = frozenset()


class HistoryLost(Event, frozen=True, tag=True):
    """Stands for the last `events` events of the call, itself among them: neither the database nor the spool
    could take them. `state` is what they led to, so that the call goes on, and ends, on record."""

    events: int
    state: Call
