"""What is so around a call at this moment, for the branches of its flow."""

from tierline.calls.names import Tier, Verification
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.estimating import at_work
from tierline.desk.full_lines import full_for
from tierline.desk.opening import closed_for, is_open
from tierline.desk.speaking import language_of
from tierline.desk.waiting import for_tier
from tierline.ivr.conditions import Surroundings


class AroundCall(Surroundings):
    """Hours, holidays and closures are those of now, whatever version of the flow the call walks."""

    def __init__(self, center: Center, call: Call) -> None:
        self._center = center
        self._call = call

    @property
    def language(self) -> str:
        return language_of(self._center, self._call)

    @property
    def verification(self) -> Verification:
        return self._call.verification

    @property
    def relay(self) -> bool:
        return self._call.relay

    @property
    def number(self) -> str:
        return self._call.number

    @property
    def holiday(self) -> bool:
        today = self._center.clock.now().astimezone(self._center.agency.zone).date()
        return self._center.agency.holidays.on(today) is not None

    def is_open(self, tier: Tier) -> bool:
        return is_open(self._center, tier)

    def is_closure(self, tier: Tier) -> bool:
        return closed_for(self._center, tier) is not None

    def is_staffed(self, tier: Tier) -> bool:
        """Somebody of the tier is signed in and not away."""
        return bool(at_work(self._center, tier))

    def waiting(self, tier: Tier) -> int:
        """In the queue that the caller would join."""
        queue = for_tier(self._center.pinned(self._call), self._call, tier).queue
        return self._center.router.length(queue)

    def is_full(self, tier: Tier) -> bool:
        return full_for(self._center, self._call, tier, frozenset()) is not None

    def has(self, kind: str) -> bool:
        return self._call.entered(kind) is not None
