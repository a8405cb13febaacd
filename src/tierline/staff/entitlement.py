"""Which facts of a case may be shown, spoken or sent to whom (I9). What the agency's policies do not allow is
not allowed.

The policies are looked at for every situation that there can be when an agency is read
(`agency.entitlement_policies`); here their answers are looked up.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations, product
from typing import Literal, get_args

import msgspec

from tierline.calls.names import Tier, Verification
from tierline.staff.person import TIER_OF, Employment, Role

ViewerRole = Literal["ivr", Role]
FieldClass = Literal["basic", "contact", "case", "protected"]
CLASSES: tuple[FieldClass, ...] = get_args(FieldClass)
Names = frozenset[str]


class Viewer(msgspec.Struct, frozen=True, kw_only=True):
    """Who would see or hear it; the IVR is one too (role "ivr", nobody's employee, at no site). `vendor` is a
    contractor's company, `grants` are personal clearances."""

    role: ViewerRole
    employment: Employment | None = None
    site: str = ""
    vendor: str = ""
    grants: Names = frozenset()

    @property
    def tier(self) -> Tier | None:
        return None if self.role == "ivr" else TIER_OF.get(self.role)


class EntitlementsFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`entitlements.yaml`: what the policies of `entitlements.cedar` speak of. `fields` gives each field of a
    case its class. `flags` are what a case may be marked with: one with any other is shown to nobody.
    `hiding_flags`, which are among them, make a case look unknown to whoever is not shown anything of it.
    `grants` are clearances that staff may hold. `names`, by language, are what a field is called on screens,
    where it is not called as everywhere."""

    source: str
    fields: dict[str, FieldClass]
    names: dict[str, dict[str, str]] = {}
    flags: Names = frozenset()
    hiding_flags: Names = frozenset()
    grants: Names = frozenset()


class Situation(msgspec.Struct, frozen=True):
    """Somebody who would see something of a case with these flags, on a call that is so far verified."""

    viewer: Viewer
    verification: Verification
    flags: Names = frozenset()


class Entitlements(msgspec.Struct, frozen=True):
    """`shows` has every situation in which anything may be seen."""

    fields: Mapping[str, FieldClass]
    hiding_flags: Names
    grants: Names
    names: Mapping[str, Mapping[str, str]]
    shows: Mapping[Situation, frozenset[FieldClass]]


class Disclosure(msgspec.Struct, frozen=True):
    """What a viewer gets of a case. With `known` false the case has to sound and look exactly like a number
    that does not exist."""

    known: bool
    fields: Names


UNKNOWN = Disclosure(known=False, fields=frozenset())
"""Also the answer for a number that really does not exist."""

NOTHING_SHOWN = Entitlements(fields={}, hiding_flags=frozenset(), grants=frozenset(), names={}, shows={})


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
) -> Names:
    """Names of the fields of a case that may reach this viewer; what the caller keyed is theirs already and
    not among them."""
    known = msgspec.structs.replace(viewer, grants=viewer.grants & table.grants)
    shown = table.shows.get(Situation(known, verification, frozenset(flags)), frozenset())
    return frozenset(field for field, kept_as in table.fields.items() if kept_as in shown)


def situations(sites: Names, vendors: Names, file: EntitlementsFile) -> Iterator[Situation]:
    """All that there can be, those among them that an agency's staff may not be in (a contractor as an
    officer): the policies are asked about these too."""
    for viewer, verification, flags in product(
        _viewers(sites, vendors, file.grants), get_args(Verification), _subsets(file.flags)
    ):
        yield Situation(viewer, verification, flags)


def _viewers(sites: Names, vendors: Names, grants: Names) -> Iterator[Viewer]:
    yield Viewer(role="ivr")
    for role, (employment, vendor), site, held in product(
        get_args(Role), employers(vendors), sorted(sites), _subsets(grants)
    ):
        yield Viewer(role=role, employment=employment, vendor=vendor, site=site, grants=held)


def employers(vendors: Names) -> list[tuple[Employment, str]]:
    """For whom somebody can work: the agency, or a vendor of its own that may have no name."""
    return [("federal", ""), *(("contract", vendor) for vendor in ("", *sorted(vendors)))]


def _subsets(names: Names) -> list[Names]:
    return [frozenset(some) for n in range(len(names) + 1) for some in combinations(sorted(names), n)]
