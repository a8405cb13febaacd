"""The Service Requests of the clerk's own office."""

import msgspec
from litestar import Router, get, post
from litestar.params import FromPath, JSONBody

from tierline.desk.copying import Copied, request_copied
from tierline.desk.requests.working import takes_requests
from tierline.desk.views import words
from tierline.desk.views.office_inbox import InboxRow, RequestDetail
from tierline.desk.views.office_inbox import detail as the_detail
from tierline.desk.views.office_inbox import inbox as the_inbox
from tierline.staff.person import Person
from tierline.web.guards import CLERKS, ThePerson
from tierline.web.office.working import work
from tierline.web.site import TheSite


class OfficeName(msgspec.Struct, frozen=True):
    id: str
    name: str


class Inbox(msgspec.Struct, frozen=True):
    office: OfficeName
    offices: list[OfficeName]
    """Those that a request can be sent on to."""
    requests: list[InboxRow]


@get("/", roles=CLERKS)
async def inbox(site: TheSite, person: ThePerson) -> Inbox:
    office = _office(person)
    named = OfficeName(office, words.office(site.center.agency, office))
    others = [OfficeName(one.id, one.name) for one in takes_requests(site.center) if one.id != office]
    return Inbox(named, others, await the_inbox(site.center, office))


@get("/{number:str}", roles=CLERKS)
async def detail(site: TheSite, person: ThePerson, number: FromPath[str]) -> RequestDetail:
    return await the_detail(site.center, person, number)


@post("/{number:str}/copies", roles=CLERKS, status_code=204)
async def copied(site: TheSite, person: ThePerson, number: FromPath[str], data: JSONBody[Copied]) -> None:
    """Of what was copied or printed from the page of a request, the classes: never a value."""
    await request_copied(site.center, person, number, data)


def _office(person: Person) -> str:
    assert person.office, "only a clerk, who has an office, comes here"
    return person.office


routes = Router("/api/office/requests", route_handlers=[inbox, detail, copied, *work])
