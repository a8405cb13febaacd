"""How long a caller of a queue will wait, as far as anybody can say (policy B2.2)."""

from tierline.acd.estimate import Band, wait_band
from tierline.calls.names import AgentId, Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.speaking import language_of


def estimate(center: Center, call: Call, tier: Tier, position: int) -> Band | None:
    """None while nobody is at work for them."""
    busy = [state for state in at_work(center, call, tier) if state != "not_ready"]
    if not busy:
        return None
    return wait_band(position - 1, len(busy), center.pinned(call).tiers.tier(tier).handle_seconds)


def at_work(center: Center, call: Call, tier: Tier) -> list[str]:
    """The state of each who serves the tier in the caller's language."""
    return [
        state.name
        for agent, state in center.floor.on_duty().items()
        if _serves(center, agent, tier, language_of(center, call))
    ]


def _serves(center: Center, agent: AgentId, tier: Tier, language: str) -> bool:
    person = center.agency.staff.get(agent)
    return person is not None and person.tier == tier and language in person.languages
