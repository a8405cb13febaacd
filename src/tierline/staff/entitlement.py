"""Which facts of a case may be shown, spoken or sent to whom (I9). What no row of the agency's table allows
is not allowed."""

from collections.abc import Set as AbstractSet
from typing import Literal

import msgspec

from tierline.calls.names import Tier, Verification

ViewerRole = Literal["ivr", "csr", "officer", "supervisor", "clerk", "author", "approver"]
FieldClass = Literal["basic", "contact", "case", "protected"]


class Viewer(msgspec.Struct, frozen=True, kw_only=True):
    """Who would see or hear it; the IVR is one too (role "ivr", no tier). `grants` are personal
    clearances."""

    role: ViewerRole
    tier: Tier | None = None
    employment: Literal["contract", "federal"] | None = None
    grants: frozenset[str] = frozenset()


class Entitlement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row: these viewers, on these calls, for cases that carry no other flag than `flags`, may see
    these classes of field. An empty `tiers` or `employment` asks nothing; `grants` must all be held."""

    roles: frozenset[ViewerRole]
    verification: frozenset[Verification]
    shows: frozenset[FieldClass]
    says: str
    tiers: frozenset[Tier] = frozenset()
    employment: frozenset[str] = frozenset()
    grants: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()


class Entitlements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`entitlements.yaml`. `fields` gives each field of a case its class. `hiding_flags` make a case look
    unknown to whoever is not shown anything of it."""

    source: str
    fields: dict[str, FieldClass]
    hiding_flags: frozenset[str]
    rows: tuple[Entitlement, ...]


class Disclosure(msgspec.Struct, frozen=True):
    """What a viewer gets of a case. With `known` false the case has to sound and look exactly like a number
    that does not exist."""

    known: bool
    fields: frozenset[str]


UNKNOWN = Disclosure(known=False, fields=frozenset())
"""Also the answer for a number that really does not exist."""


def disclose(
    table: Entitlements, viewer: Viewer, verification: Verification, flags: AbstractSet[str]
) -> Disclosure:
    """For a case that exists. That an ordinary case exists is not hidden, or two readings of one keyed
    number could not be told apart."""
    fields = visible_fields(table, viewer, verification, flags)
    hidden = not fields and not table.hiding_flags.isdisjoint(flags)
    return UNKNOWN if hidden else Disclosure(known=True, fields=fields)


def visible_fields(
    table: Entitlements, viewer: Viewer, verification: Verification, flags: AbstractSet[str]
) -> frozenset[str]:
    """Names of the fields of a case that may reach this viewer; what the caller keyed is theirs already and
    not among them."""
    shown = {c for row in table.rows if _applies(row, viewer, verification, flags) for c in row.shows}
    return frozenset(field for field, kept_as in table.fields.items() if kept_as in shown)


def _applies(row: Entitlement, viewer: Viewer, verification: Verification, flags: AbstractSet[str]) -> bool:
    return (
        viewer.role in row.roles
        and verification in row.verification
        and (not row.tiers or viewer.tier in row.tiers)
        and (not row.employment or viewer.employment in row.employment)
        and row.grants <= viewer.grants
        and row.flags >= flags
    )
