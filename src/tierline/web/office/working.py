"""What a clerk does with a request: each answers with the request as it stands then."""

import msgspec
from litestar import post
from litestar.params import FromPath, JSONBody

from tierline.desk.requests import working
from tierline.desk.views.office_inbox import RequestDetail, detail
from tierline.requests.events import Stage
from tierline.web.guards import CLERKS, ThePerson
from tierline.web.site import TheSite


class ReplyForm(msgspec.Struct, frozen=True):
    stage: Stage
    words: str


class Words(msgspec.Struct, frozen=True):
    words: str


class Onward(msgspec.Struct, frozen=True):
    office: str
    why: str


@post("/{number:str}/take", roles=CLERKS, status_code=200)
async def take(site: TheSite, person: ThePerson, number: FromPath[str]) -> RequestDetail:
    await working.take(site.center, person, number)
    return await detail(site.center, person, number)


@post("/{number:str}/put-back", roles=CLERKS, status_code=200)
async def put_back(site: TheSite, person: ThePerson, number: FromPath[str]) -> RequestDetail:
    await working.put_back(site.center, person, number)
    return await detail(site.center, person, number)


@post("/{number:str}/replies", roles=CLERKS, status_code=200)
async def reply(
    site: TheSite, person: ThePerson, number: FromPath[str], data: JSONBody[ReplyForm]
) -> RequestDetail:
    await working.reply(site.center, person, number, data.stage, data.words)
    return await detail(site.center, person, number)


@post("/{number:str}/questions", roles=CLERKS, status_code=200)
async def ask_back(
    site: TheSite, person: ThePerson, number: FromPath[str], data: JSONBody[Words]
) -> RequestDetail:
    await working.ask_back(site.center, person, number, data.words)
    return await detail(site.center, person, number)


@post("/{number:str}/office", roles=CLERKS, status_code=204)
async def send_on(site: TheSite, person: ThePerson, number: FromPath[str], data: JSONBody[Onward]) -> None:
    """It is in another inbox from then on."""
    await working.send_on(site.center, person, number, data.office, data.why)


work = [take, put_back, reply, ask_back, send_on]
