"""What a branch of the flow may depend on."""

from typing import Protocol

import msgspec

from tierline.calls.names import Tier, Verification


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Holds when all that it names holds. `open` is a tier within its published hours and not closed;
    `closure` a tier closed by an emergency or another closure; `waiting` a tier with at least so many callers
    in line, `full` one whose line would not take this caller;
    `has` a value of that kind, keyed or known; `called` the number dialled."""

    open: Tier | None = None
    closure: Tier | None = None
    holiday: bool | None = None
    language: tuple[str, ...] | None = None
    verification: tuple[Verification, ...] | None = None
    has: str | None = None
    waiting: dict[Tier, int] | None = None
    full: Tier | None = None
    staffed: Tier | None = None
    relay: bool | None = None
    called: tuple[str, ...] | None = None
    unless: "Condition | None" = None


class Surroundings(Protocol):
    """What is so at this moment, for this call."""

    @property
    def language(self) -> str: ...
    @property
    def verification(self) -> Verification: ...
    @property
    def relay(self) -> bool: ...
    @property
    def number(self) -> str: ...
    @property
    def holiday(self) -> bool: ...
    def is_open(self, tier: Tier) -> bool: ...
    def is_closure(self, tier: Tier) -> bool: ...
    def is_staffed(self, tier: Tier) -> bool: ...
    def waiting(self, tier: Tier) -> int: ...
    def is_full(self, tier: Tier) -> bool: ...
    def has(self, kind: str) -> bool: ...


def holds(condition: Condition, now: Surroundings) -> bool:
    return all(
        (
            condition.open is None or now.is_open(condition.open),
            condition.closure is None or now.is_closure(condition.closure),
            condition.staffed is None or now.is_staffed(condition.staffed),
            condition.holiday is None or now.holiday == condition.holiday,
            condition.language is None or now.language in condition.language,
            condition.verification is None or now.verification in condition.verification,
            condition.has is None or now.has(condition.has),
            all(now.waiting(tier) >= least for tier, least in (condition.waiting or {}).items()),
            condition.full is None or now.is_full(condition.full),
            condition.relay is None or now.relay == condition.relay,
            condition.called is None or now.number in condition.called,
            condition.unless is None or not holds(condition.unless, now),
        )
    )
