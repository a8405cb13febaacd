"""Disposition codes: what came of a conversation, chosen from the agency's list by whoever had it."""

from collections.abc import Sequence

import msgspec

from tierline.calls.names import Tier


class DispositionCode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For the tiers named; none named: for all."""

    id: str
    names: dict[str, str]
    tiers: frozenset[Tier] = frozenset()


class DispositionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`dispositions.yaml`. At the tiers of `required` an agent does not end wrap-up early without one; where
    wrap-up ends by itself, that none was given is on record."""

    dispositions: tuple[DispositionCode, ...] = ()
    required: frozenset[Tier] = frozenset()

    def of(self, tier: Tier) -> Sequence[DispositionCode]:
        """In the order in which they are offered."""
        return [code for code in self.dispositions if not code.tiers or tier in code.tiers]

    def are_required(self, tier: Tier) -> bool:
        return tier in self.required and bool(self.of(tier))


NO_DISPOSITIONS = DispositionsFile()
