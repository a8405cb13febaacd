"""The ways a call may climb (policy A3, B2.3, B3.1, B3.3, B4.2): only upwards, and Tier 2 only after Tier 1.
For which reasons is the agency's, within that."""

from collections.abc import Collection, Sequence
from typing import get_args

from tierline.calls.names import Tier, Trigger
from tierline.sentence import Sentence, sentence
from tierline.staff.tiers import TiersFile

_UPWARDS: dict[Tier, tuple[Tier, ...]] = {"1": ("2", "supervisor"), "2": ("supervisor",), "supervisor": ()}
_ALWAYS: frozenset[Trigger] = frozenset({"caller_asked", "upset", "urgent"})
"""For these a call *will be* routed to a supervisor (B4.2), whatever the agency writes."""


def tiers_above(tier: Tier) -> Sequence[Tier]:
    return _UPWARDS[tier]


def reasons(by: Tier, to: Tier) -> frozenset[Trigger]:
    """That the policy knows for this way up."""
    known: frozenset[Trigger] = frozenset(get_args(Trigger))
    asked = known if to == "supervisor" else known - {"caller_asked"}
    return asked if by == "2" else asked - {"officer_judgement"}


def why_not(
    tiers: TiersFile, to: Tier, trigger: Trigger, *, by: Tier, served_by: Collection[Tier]
) -> Sentence | None:
    """None when the transfer is allowed, else the sentence that says what instead."""
    if to not in tiers_above(by):
        return sentence("a call goes up, never from {by} to {to}", by=called(by), to=called(to))
    if to == "2" and "1" not in served_by:
        return sentence("Tier 2 is for callers whom Tier 1 could not help; let Tier 1 speak with them first")
    if trigger not in reasons(by, to):
        if trigger == "officer_judgement":
            return sentence(
                "the officer's judgement is an officer's reason; say what the caller needs instead"
            )
        return sentence("a caller may ask for a supervisor; for Tier 2 say what could not be resolved")
    if trigger not in _of_the_agency(tiers, by, to):
        return sentence(
            "your agency hands no call to {to} for this reason; choose another way on", to=called(to)
        )
    return None


def called(tier: Tier) -> Sentence:
    return sentence("a supervisor") if tier == "supervisor" else sentence("Tier {number}", number=tier)


def _of_the_agency(tiers: TiersFile, by: Tier, to: Tier) -> frozenset[Trigger]:
    written = tiers.tier(by).escalates.get(to) if tiers.has(by) else None
    if written is None:
        return reasons(by, to)
    return written | _ALWAYS if to == "supervisor" else written
