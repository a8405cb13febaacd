"""How long a caller who asks for a person now would wait (policy B2.2)."""

from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.estimating import at_work, estimate
from tierline.desk.look_ups.answer import Answer
from tierline.desk.speaking import language_of
from tierline.desk.waiting import for_tier


async def wait(center: Center, call: Call, about: Tier | None) -> Answer:
    """`none` while somebody is ready and nobody is before the caller; `unknown` while nobody is there."""
    assert about is not None
    place = center.router.position(for_tier(center.pinned(call), call, about))
    if "ready" in at_work(center, about, language_of(center, call)) and place == 1:
        return Answer("none")
    band = estimate(center, call, about, place)
    if band is None:
        return Answer("unknown", {"position": place})
    return Answer("band", {"low": band.low, "high": band.high, "position": place})
