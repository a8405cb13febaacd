"""Who may look after whose work: the policies of `oversight.cedar`, asked about every two people there can
be. Without the file supervisors alone look after anybody."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import cedarpy

from tierline.agency.entitlements import sites_of, sound, vendors_of
from tierline.agency.reading import Reading
from tierline.staff.entitlement import Names
from tierline.staff.oversight import UNWRITTEN, Oversight, Pair, Post, beyond, pairs

POLICIES = "oversight.cedar"
SCHEMA = """
entity Person = {
  "role": String, "tier": String, "employment": String, "site": String, "vendor": String
};
action oversee, review appliesTo { principal: [Person], resource: [Person], context: {} };
"""
"""What a policy may ask of. `tier` is "" for who serves no callers, `vendor` for the agency's own people."""


def oversight_of(reading: Reading) -> Oversight:
    """Raises Unreadable."""
    if POLICIES not in reading.files:
        return UNWRITTEN
    asked = verdicts(policies_of(reading), sites_of(reading), vendors_of(reading))
    # What the checker finds may be published all the same; it opens no floor to anybody.
    return Oversight(frozenset(pair for pair in asked if beyond(pair) is None))


def policies_of(reading: Reading) -> str:
    """Raises Unreadable."""
    return reading.once(POLICIES, lambda: sound(reading, POLICIES, SCHEMA, "oversight-unusable"))


@lru_cache(maxsize=64)
def verdicts(policies: str, sites: Names, vendors: Names) -> Mapping[Pair, Names]:
    """Every two that are allowed, with the policies that allow it: `policy0` is the first of the file.
    `policies` have no faults."""
    every = list(pairs(sites, vendors))
    posts = dict.fromkeys(post for pair in every for post in (pair.viewer, pair.colleague))
    names = {post: str(nth) for nth, post in enumerate(posts)}
    requests = [_request(names, pair) for pair in every]
    answers = cedarpy.is_authorized_batch(requests, policies, [_entity(names[p], p) for p in posts], SCHEMA)
    asked = zip(every, answers, strict=True)
    return {pair: frozenset(answer.diagnostics.reasons) for pair, answer in asked if answer.allowed}


def _request(names: Mapping[Post, str], pair: Pair) -> dict[str, Any]:
    return {
        "principal": f'Person::"{names[pair.viewer]}"',
        "action": f'Action::"{pair.action}"',
        "resource": f'Person::"{names[pair.colleague]}"',
        "context": {},
    }


def _entity(name: str, post: Post) -> dict[str, Any]:
    attributes = {
        "role": post.role,
        "tier": post.tier or "",
        "employment": post.employment,
        "site": post.site,
        "vendor": post.vendor,
    }
    return {"uid": {"type": "Person", "id": name}, "attrs": attributes, "parents": []}
