"""An agent goes on with a call at another screen, while the caller holds."""

from tierline.calls.event import Event
from tierline.calls.names import AgentId, LegId


class AgentMoved(Event, frozen=True, tag=True):
    """The phone at the first screen is out of the call; `leg` will be the one at the other."""

    agent: AgentId
    leg: LegId


class AgentMovedIn(Event, frozen=True, tag=True):
    """The phone at the other screen is on the line."""

    agent: AgentId
