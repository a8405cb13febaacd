"""Members of staff, as screens show them."""

from collections.abc import Iterable

import msgspec

from tierline.calls.events import Answered, Recorded
from tierline.calls.names import AgentId, Tier
from tierline.ports.agency import Agency
from tierline.staff.person import Person, Role


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """The person signed in. `number` is what they say aloud to callers; `office` is a clerk's."""

    user: AgentId
    name: str
    role: Role
    tier: Tier | None
    languages: tuple[str, ...]
    office: str | None
    office_name: str | None
    number: str


class PersonView(msgspec.Struct, frozen=True, kw_only=True):
    user: AgentId
    name: str
    role: Role
    tier: Tier | None
    number: str


def me(agency: Agency, person: Person) -> Me:
    office = agency.directory.find(person.office)
    return Me(
        user=person.user,
        name=person.name,
        role=person.role,
        tier=person.tier,
        languages=person.languages,
        office=person.office,
        office_name=office.name if office else None,
        number=person.number,
    )


def who_answered(agency: Agency, history: Iterable[Recorded]) -> tuple[PersonView, ...]:
    """Everyone who took part in the call, in the order in which they came."""
    users = dict.fromkeys(r.event.agent for r in history if isinstance(r.event, Answered))
    return tuple(_view(agency.staff[user]) for user in users if user in agency.staff)


def _view(person: Person) -> PersonView:
    return PersonView(
        user=person.user, name=person.name, role=person.role, tier=person.tier, number=person.number
    )
