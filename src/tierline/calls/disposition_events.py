"""What an agent says came of a conversation."""

from tierline.calls.event import Event
from tierline.calls.names import AgentId, Tier


class Disposed(Event, frozen=True, tag=True):
    """`code` is one of the agency's for this tier; None where one was required, and wrap-up ended without.
    The last one of each agent holds."""

    agent: AgentId
    tier: Tier
    code: str | None
