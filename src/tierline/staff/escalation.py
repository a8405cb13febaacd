"""The ways a call may climb (policy A3, B2.3, B3.1, B3.3, B4.2). Only upwards, and Tier 2 only after Tier
1."""

from collections.abc import Collection, Sequence

from tierline.calls.names import Tier, Trigger

_UPWARDS: dict[Tier, tuple[Tier, ...]] = {"1": ("2", "supervisor"), "2": ("supervisor",), "supervisor": ()}


def tiers_above(tier: Tier) -> Sequence[Tier]:
    return _UPWARDS[tier]


def why_not(to: Tier, trigger: Trigger, *, by: Tier, served_by: Collection[Tier]) -> str | None:
    """None when the transfer is allowed, else the sentence that says what instead."""
    if to not in tiers_above(by):
        return f"a call goes up, never from {called(by)} to {called(to)}"
    if to == "2" and "1" not in served_by:
        return "Tier 2 is for callers whom Tier 1 could not help; let Tier 1 speak with them first"
    if trigger == "officer_judgement" and by != "2":
        return "the officer's judgement is an officer's reason; say what the caller needs instead"
    if trigger == "caller_asked" and to != "supervisor":
        return "a caller may ask for a supervisor; for Tier 2 say what could not be resolved"
    return None


def called(tier: Tier) -> str:
    return "a supervisor" if tier == "supervisor" else f"Tier {tier}"
