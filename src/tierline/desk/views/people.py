"""Members of staff, as screens show them."""

from collections.abc import Iterable

import msgspec

from tierline.calls.events import Answered, Recorded
from tierline.calls.names import AgentId, Tier
from tierline.calls.supervision_events import Mode
from tierline.ports.agency import Agency
from tierline.staff.person import Person, Role
from tierline.staff.supervision import modes_of


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """The person signed in. `number` is what they say aloud to callers; `office` is a clerk's, `vendor` the
    company of a contractor, by name. `site` is as the agency calls it in each language. `supervision` has the
    modes in which they may be at a colleague's call."""

    user: AgentId
    name: str
    role: Role
    tier: Tier | None
    languages: tuple[str, ...]
    office: str | None
    office_name: str | None
    number: str
    site: str | dict[str, str]
    vendor: str | None
    supervision: tuple[Mode, ...]


class PersonView(msgspec.Struct, frozen=True, kw_only=True):
    user: AgentId
    name: str
    role: Role
    tier: Tier | None
    number: str


def me(agency: Agency, person: Person) -> Me:
    office = agency.directory.find(person.office)
    site, vendor = agency.sites.site(person.site), agency.sites.vendor(person.vendor)
    return Me(
        user=person.user,
        name=person.name,
        role=person.role,
        tier=person.tier,
        languages=person.languages,
        office=person.office,
        office_name=office.name if office else None,
        number=person.number,
        site=site.names if site else person.site,
        vendor=vendor.name if vendor else None,
        supervision=tuple(modes_of(agency.supervision, person.role)),
    )


def who_answered(agency: Agency, history: Iterable[Recorded]) -> tuple[PersonView, ...]:
    """Everyone who took part in the call, in the order in which they came."""
    users = dict.fromkeys(r.event.agent for r in history if isinstance(r.event, Answered))
    return tuple(_view(agency.staff[user]) for user in users if user in agency.staff)


def _view(person: Person) -> PersonView:
    return PersonView(
        user=person.user, name=person.name, role=person.role, tier=person.tier, number=person.number
    )
