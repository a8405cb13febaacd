"""How long a caller of a queue will wait, as far as anybody can say (policy B2.2)."""

from tierline.acd import estimate as reckoning
from tierline.acd.agents import StateName
from tierline.acd.estimate import Band, wait_band
from tierline.acd.waiting import QueueName
from tierline.calls.names import AgentId, Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.speaking import language_of
from tierline.ports.agency import Agency


def estimate(center: Center, call: Call, tier: Tier, position: int) -> Band | None:
    """None while nobody is at work for them."""
    queue = QueueName(tier, language_of(center, call))
    minutes = wait_minutes(center, center.pinned(call), queue, position)
    return None if minutes is None else wait_band(minutes)


def wait_minutes(center: Center, agency: Agency, queue: QueueName, position: int) -> float | None:
    """At the pace of this agency's tiers; None while nobody is at work for those of the queue."""
    agents = len(at_work(center, queue.tier, queue.language))
    if not agents:
        return None
    return reckoning.wait_minutes(position - 1, agents, agency.tiers.tier(queue.tier).handle_seconds)


def at_work(center: Center, tier: Tier, language: str | None = None) -> list[StateName]:
    """The state of each who serves the tier, in this language or in any: those who are ready, and those who
    will be. Whoever is not ready has gone away."""
    return [
        state.name
        for agent, state in center.floor.on_duty().items()
        if state.name != "not_ready" and _serves(center, agent, tier, language)
    ]


def _serves(center: Center, agent: AgentId, tier: Tier, language: str | None) -> bool:
    person = center.agency.staff.get(agent)
    return person is not None and person.tier == tier and language in (None, *person.languages)
