"""How long a caller who asks for a person now would wait (policy B2.2)."""

from tierline.acd.estimate import wait_band
from tierline.calls.names import AgentId, Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.speaking import language_of
from tierline.desk.waiting import for_tier


async def wait(center: Center, call: Call, about: Tier | None) -> Answer:
    """`none` while somebody is ready and nobody is before the caller; `unknown` while nobody is there."""
    assert about is not None
    place = center.router.position(for_tier(center.pinned(call), call, about))
    at_work = [name for agent, name in _states(center) if _serves(center, agent, about, call)]
    if "ready" in at_work and place == 1:
        return Answer("none")
    busy = [name for name in at_work if name != "not_ready"]
    if not busy:
        return Answer("unknown", {"position": place})
    band = wait_band(place - 1, len(busy), center.pinned(call).tiers.tier(about).handle_seconds)
    return Answer("band", {"low": band.low, "high": band.high, "position": place})


def _states(center: Center) -> list[tuple[AgentId, str]]:
    return [(agent, state.name) for agent, state in center.floor.agents().items()]


def _serves(center: Center, agent: AgentId, tier: Tier, call: Call) -> bool:
    person = center.agency.staff.get(agent)
    return person is not None and person.tier == tier and language_of(center, call) in person.languages
