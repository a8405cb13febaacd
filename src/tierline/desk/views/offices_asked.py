"""The messages to points of contact that nobody has acknowledged, of all calls: so that a supervisor finds
them when the call is long over."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from tierline.calls.asked_office import State
from tierline.calls.names import CallId
from tierline.desk.center import Center
from tierline.desk.contacting.passing_on import due
from tierline.desk.views.contacts import of_office, of_subject
from tierline.desk.views.contacts_said import name


class OpenView(msgspec.Struct, frozen=True, kw_only=True):
    """`due` is until when the `contact` has to acknowledge it; None where nobody was reached, and somebody
    has to see to it."""

    call: CallId
    id: str
    by: str
    office: Mapping[str, str]
    subject: Mapping[str, str]
    since: datetime
    state: State
    contact: str
    due: datetime | None


async def offices_asked(center: Center) -> list[OpenView]:
    """Those whom nobody answers first, then by when they are due. Raises StoreAway."""
    agency = center.agency
    found = [
        OpenView(
            call=call.id,
            id=asked.id,
            by=agency.name_of(asked.by),
            office=of_office(center, asked.office),
            subject=of_subject(center, asked.subject),
            since=asked.since,
            state=asked.state,
            contact=name(agency, asked.contact),
            due=due(center, asked) if asked.state == "written" else None,
        )
        for call in await center.store.calls_awaiting_contact()
        for asked in call.asked_offices
        if asked.is_open
    ]
    return sorted(found, key=lambda one: (one.state == "written", one.due or one.since, one.since))
