"""What of an answer its reader may not know: facts of the case, and whoever is not of their site."""

from collections.abc import Iterator, Set
from contextlib import suppress
from datetime import date
from typing import get_args

from tests.journeys.world import World
from tierline.calls.names import AgentId, CallId, Verification
from tierline.desk.entitled import viewer_of
from tierline.desk.theirs import oversees, reviews
from tierline.spoken.dates import day
from tierline.staff.entitlement import visible_fields
from tierline.staff.person import OVER_THEIR_SITE, Person, Role

BORN = "1931-07-19"
FACTS = {
    "applicant": "Quellaria Zyx",
    "date_of_birth": BORN,
    "zip": "98799",
    "email": "quellaria@zyx.example",
    "status": "The zyx status of this very case.",
    "next_steps": "The zyx steps that come next.",
    "received": "2017-03-09",
    "updated": "2018-10-23",
}
"""What would be known by sight in any answer; the marks of the case are looked for by their name."""
CALLERS_NUMBER = "2025550111"


def facts_in(answer: str) -> set[str]:
    return {fact for fact, value in FACTS.items() if any(way in answer for way in _written(value))}


def _written(value: str) -> Iterator[str]:
    """A day also as people say it."""
    yield value
    with suppress(ValueError):
        yield from (day(date.fromisoformat(value), language) for language in ("en", "es"))


def leaked(answer: str, may_see: Set[str], hidden: Set[str]) -> set[str]:
    """The facts that are in it and are not for its reader, and what else they may not come to know."""
    return (facts_in(answer) - may_see) | {text for text in hidden if text in answer}


def verified(world: World) -> Verification:
    """How sure we are who is speaking in the newest call."""
    calls = world.do(world.store.recent_calls(1))
    return calls[0].verification if calls else "none"


def may_see(world: World, user: str, verification: Verification, flags: frozenset[str]) -> frozenset[str]:
    agency = world.center.agency
    return visible_fields(agency.entitlements, viewer_of(agency.staff[AgentId(user)]), verification, flags)


def hidden_from(world: World, user: str, call: CallId | None) -> set[str]:
    """From all but supervisors, which points of contact offices have. From whoever looks after a site:
    everybody who is not on their floor, the caller's number, and, where they may not know of it, that there
    is such a call."""
    viewer = world.center.agency.staff[AgentId(user)]
    if viewer.role == "supervisor":
        return set()
    listed = world.center.agency.contacts.contacts
    contacts = {hidden for contact in listed for hidden in (contact.name, contact.email) if hidden}
    if viewer.role not in OVER_THEIR_SITE:
        return contacts
    strangers = list(_strangers(world, viewer))
    others = {person.name for person in strangers}
    others |= {f'"{person.user}"' for person in strangers if person.user not in get_args(Role)}
    of_no_call = {call} if call and viewer.role == "workforce" else set()
    return contacts | others | {CALLERS_NUMBER} | of_no_call


def _strangers(world: World, viewer: Person) -> Iterator[Person]:
    for person in world.center.agency.staff.values():
        known = oversees(world.center, viewer, person) or reviews(world.center, viewer, person.user)
        if person.user != viewer.user and not known:
            yield person
