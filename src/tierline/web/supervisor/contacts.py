"""What a supervisor asks of offices through their points of contact. Each answers with what is asked then."""

from typing import Annotated

import msgspec
from litestar import Router, delete, get, post
from litestar.params import FromPath, HeaderParameter, JSONBody, QueryParameter

from tierline.calls.contact_events import ContactWith, WantedOfOffice
from tierline.calls.names import CallId
from tierline.desk.contacting import calling, writing
from tierline.desk.contacting.asking import Wish
from tierline.desk.views.contacts import ContactsView, contacts_view
from tierline.desk.views.offices_asked import OpenView, offices_asked
from tierline.web.agent.at_call import At, routes_at_call
from tierline.web.errors import Invalid
from tierline.web.guards import SUPERVISORS, ThePerson
from tierline.web.site import TheSite

Short = Annotated[str, msgspec.Meta(max_length=200)]
Long = Annotated[str, msgspec.Meta(max_length=2000)]
Key = Annotated[str | None, HeaderParameter(name="Idempotency-Key")]


class WishForm(msgspec.Struct, frozen=True):
    """`number` of a Service Request of this call, or empty. `reason` stays on record here."""

    office: Short
    subject: Short
    wanted: WantedOfOffice
    reason: Long
    number: Short = ""

    def wish(self, key: str | None) -> Wish:
        """Raises Invalid."""
        if not key or len(key) > 100:
            raise Invalid("Idempotency-Key: send one of at most 100 characters, made once for each form")
        return Wish(key, self.office, self.subject, self.wanted, self.number, self.reason)


class Speaking(msgspec.Struct, frozen=True):
    whom: ContactWith


class Answer(msgspec.Struct, frozen=True):
    words: Long


class Open(msgspec.Struct, frozen=True):
    asked: tuple[OpenView, ...]


@get("/contacts", roles=SUPERVISORS)
async def look(
    site: TheSite,
    person: ThePerson,
    call_id: FromPath[str],
    office: Annotated[str, QueryParameter(max_length=200)] = "",
) -> ContactsView:
    """With whoever is in charge now at the office, if one is named."""
    return await contacts_view(site.center, person, CallId(call_id), office)


@post("/contacts/messages", roles=SUPERVISORS, status_code=200)
async def write(
    site: TheSite,
    person: ThePerson,
    call_id: FromPath[str],
    data: JSONBody[WishForm],
    idempotency_key: Key = None,
) -> ContactsView:
    """The same key again writes nothing more."""
    of = CallId(call_id)
    await writing.write(site.center, person, of, data.wish(idempotency_key))
    return await contacts_view(site.center, person, of, data.office)


@post("/contacts/{number:str}/acknowledgement", roles=SUPERVISORS, status_code=200)
async def acknowledge(
    site: TheSite, person: ThePerson, call_id: FromPath[str], number: FromPath[str]
) -> ContactsView:
    """`number` is the reference that the contact names."""
    of = CallId(call_id)
    await writing.acknowledge(site.center, person, of, number)
    return await contacts_view(site.center, person, of)


@post("/contacts/{number:str}/answer", roles=SUPERVISORS, status_code=200)
async def note_answer(
    site: TheSite, person: ThePerson, call_id: FromPath[str], number: FromPath[str], data: JSONBody[Answer]
) -> ContactsView:
    of = CallId(call_id)
    await writing.note_answer(site.center, person, of, number, data.words)
    return await contacts_view(site.center, person, of)


@post("/contact", roles=SUPERVISORS, status_code=200)
async def ring(at: At, data: JSONBody[WishForm], idempotency_key: Key = None) -> ContactsView:
    """Whoever is in charge, for who serves the caller; the caller holds as soon as they answer."""
    wish = data.wish(idempotency_key)
    await at.act(lambda call: calling.ring(at.center, call, at.user, wish))
    return await contacts_view(at.center, at.person, at.call_id, data.office)


@post("/contact/speaking", roles=SUPERVISORS, status_code=200)
async def speak_with(at: At, data: JSONBody[Speaking]) -> ContactsView:
    await at.act(lambda call: calling.speak_with(at.center, call, at.user, data.whom))
    return await contacts_view(at.center, at.person, at.call_id)


@delete("/contact", roles=SUPERVISORS, status_code=200)
async def let_go(at: At) -> ContactsView:
    """The supervisor and the caller go on together."""
    await at.act(lambda call: calling.let_go(at.center, call))
    return await contacts_view(at.center, at.person, at.call_id)


@get("/", roles=SUPERVISORS)
async def all_open(site: TheSite) -> Open:
    """Of all calls, what no contact has acknowledged, nor anybody written an answer to."""
    return Open(tuple(await offices_asked(site.center)))


of_all_calls = Router("/api/supervisor/contacts", route_handlers=[all_open])
routes = routes_at_call(look, write, acknowledge, note_answer, ring, speak_with, let_go)
