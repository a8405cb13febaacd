"""Puts on record that somebody copied or printed from a screen that shows a person's record: which classes of
what is personal, of whose record, never a value. It hinders nobody: a browser that does not tell is not held
to it."""

from typing import Literal

import msgspec

from tierline.calls.names import CallId
from tierline.desk.access import readable
from tierline.desk.as_known import as_known_to
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound
from tierline.desk.site_calls import of_theirs
from tierline.privacy.masking import Personal
from tierline.staff.person import Person


class Copied(msgspec.Struct, frozen=True):
    how: Literal["copied", "printed"]
    classes: frozenset[Personal]


async def call_copied(center: Center, person: Person, of: CallId, copied: Copied) -> None:
    """On record when it returns, unless the database is away: then soon after. Raises NotFound, StoreAway."""
    call = await readable(center, person, of)
    if call.practice:
        return
    known = await as_known_to(center, await center.history(of), person)
    center.looks.seen(person, of, copied.classes, matter=known.call.matter, how=copied.how)
    await center.looks.settled()


async def site_call_copied(center: Center, person: Person, of: CallId, copied: Copied) -> None:
    """The same, by who reviews what their site told callers. Raises NotFound, StoreAway."""
    known = await of_theirs(center, person, of)
    center.looks.seen(person, of, copied.classes, matter=known.call.matter, how=copied.how)
    await center.looks.settled()


async def request_copied(center: Center, person: Person, number: str, copied: Copied) -> None:
    """The same, by a clerk. Raises NotFound, StoreAway."""
    request = await center.store.request(number)
    if request is None or request.office != person.office:
        raise NotFound("there is no such request in your inbox")
    matter, classes = request.receipt, copied.classes
    center.looks.seen(person, request.call, classes, matter=matter, request=number, how=copied.how)
    await center.looks.settled()
