"""Whose work leads, quality and workforce people may look after, and what supervisors may review: as the
agency's policies allow, and no more.

As with the facts of a case, the policies are looked at for every two people there can be when an agency is
read (`agency.oversight`); here their answers are looked up.
"""

from collections.abc import Iterator
from itertools import product
from typing import Literal, get_args

import msgspec

from tierline.calls.names import Tier
from tierline.staff.entitlement import Names, employers
from tierline.staff.person import (
    FOR_FEDERAL_STAFF_ONLY,
    OVER_THEIR_SITE,
    TIER_OF,
    Employment,
    Person,
    Role,
)

Oversees = Literal["oversee", "review"]
"""Their state, their day and what may be done about it; what they told callers, and the recording of it."""


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """What a policy may ask of a member of staff."""

    role: Role
    employment: Employment
    site: str
    vendor: str = ""

    @property
    def tier(self) -> Tier | None:
        return TIER_OF.get(self.role)


class Pair(msgspec.Struct, frozen=True):
    """Somebody who would look after a colleague, in this way."""

    viewer: Post
    action: Oversees
    colleague: Post


class Oversight(msgspec.Struct, frozen=True):
    """`allowed` has every two of whom one may look after the other. Where an agency has not `written` it,
    any supervisor reviews what anybody told callers (policy B4.4a), and nobody else looks after anybody."""

    allowed: frozenset[Pair]
    written: bool = True

    def allows(self, person: Person, action: Oversees, colleague: Person) -> bool:
        """Not asked of a supervisor for `oversee`: they see the whole floor."""
        if not self.written:
            return person.role == "supervisor" and action == "review"
        return Pair(post_of(person), action, post_of(colleague)) in self.allowed


Bound = Literal["elsewhere", "upwards", "content"]
"""Another site, or another vendor's people; above Tier 1; words, for whoever is to know of no call."""


def beyond(pair: Pair) -> Bound | None:
    """What no agency may allow, whatever its policies say."""
    viewer, colleague = pair.viewer, pair.colleague
    if viewer.role not in OVER_THEIR_SITE:
        return None
    if colleague.tier != "1":
        return "upwards"
    if viewer.site != colleague.site or (viewer.vendor and viewer.vendor != colleague.vendor):
        return "elsewhere"
    return "content" if viewer.role == "workforce" and pair.action == "review" else None


UNWRITTEN = Oversight(frozenset(), written=False)

ANOTHER_SITE = "(another site)"
"""Asked about too: a policy that forgets the site is found out while there is only one."""


def post_of(person: Person) -> Post:
    return Post(role=person.role, employment=person.employment, site=person.site, vendor=person.vendor)


def pairs(sites: Names, vendors: Names) -> Iterator[Pair]:
    """All that there can be of those over their site, or supervisors, and those who take calls."""
    everywhere = sorted({*sites, ANOTHER_SITE})
    viewers = _posts(OVER_THEIR_SITE | {"supervisor"}, everywhere, vendors)
    colleagues = _posts(frozenset(TIER_OF), everywhere, vendors)
    for viewer, action, colleague in product(viewers, get_args(Oversees), colleagues):
        if viewer.role != "supervisor" or action == "review":
            yield Pair(viewer, action, colleague)


def _posts(roles: frozenset[Role], sites: list[str], vendors: Names) -> list[Post]:
    return [
        Post(role=role, employment=employment, site=site, vendor=vendor)
        for role, site, (employment, vendor) in product(sorted(roles), sites, employers(vendors))
        if employment == "federal" or role not in FOR_FEDERAL_STAFF_ONLY
    ]
