"""A clerk works on the requests of their office: takes one, replies to it, asks its caller back, sends it on
to the office where it belongs."""

from collections.abc import Callable
from typing import TypeVar

from tierline.calls.names import Ref
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.requests.changing import commit
from tierline.desk.values import new_value
from tierline.offices.office import OVERSEAS, Office
from tierline.requests import work
from tierline.requests.events import RequestEvent, Stage
from tierline.requests.request import ServiceRequest
from tierline.sentence import sentence
from tierline.staff.person import Person

T = TypeVar("T", bound=RequestEvent)


def takes_requests(center: Center) -> list[Office]:
    """Customers are referred to the others (policy A14)."""
    return [office for office in center.agency.directory.offices if office.kind != OVERSEAS]


async def of_their_office(center: Center, clerk: Person, number: str) -> ServiceRequest:
    """Raises NotFound, also for a request of another office, and StoreAway; as all here."""
    request = await center.store.request(number)
    if request is None or request.office != clerk.office:
        raise NotFound("there is no such request in your inbox")
    return request


async def take(center: Center, clerk: Person, number: str) -> ServiceRequest:
    """Raises Refused, with what to do instead; as all here."""
    request = await of_their_office(center, clerk, number)
    if request.taken_by == clerk.user:
        return request
    return await commit(center, request, _or_refused(lambda: work.take(request, clerk.user)))


async def put_back(center: Center, clerk: Person, number: str) -> ServiceRequest:
    request = await of_their_office(center, clerk, number)
    return await commit(center, request, _or_refused(lambda: work.put_back(request, clerk.user)))


async def reply(center: Center, clerk: Person, number: str, stage: Stage, words: str) -> ServiceRequest:
    """On the same request, however often: initial, follow-up, and the final one, which is the answer."""
    request = await of_their_office(center, clerk, number)
    said = new_value("reply", _must_say(words))
    replied = _or_refused(lambda: work.reply(request, clerk.user, stage, said.ref))
    return await commit(center, request, replied, values=[said])


async def ask_back(center: Center, clerk: Person, number: str, words: str) -> ServiceRequest:
    request = await of_their_office(center, clerk, number)
    said = new_value("question", _must_say(words))
    asked = _or_refused(lambda: work.ask_back(request, clerk.user, said.ref))
    return await commit(center, request, asked, values=[said])


async def send_on(center: Center, clerk: Person, number: str, office: str, why: str) -> ServiceRequest:
    """The clerk's "wrong office": keeping number, age and history, with their name and the reason."""
    request = await of_their_office(center, clerk, number)
    to = center.agency.directory.find(office)
    if to is None:
        raise Refused("there is no such office; choose another")
    if to.kind == OVERSEAS:
        raise Refused("an overseas office takes no requests: answer this one with its contact instead")
    said = new_value("reason", _must_say(why))
    because = (str(sentence("A clerk found that it belongs to {office}", office=to.name)),)
    moved = _or_refused(lambda: work.reroute(request, clerk.user, to.id, because, Ref(said.ref)))
    return await commit(center, request, moved, values=[said])


def _must_say(words: str) -> str:
    if not words.strip():
        raise Refused("write a few words first: the request goes on without you in it")
    return words.strip()


def _or_refused(decide: Callable[[], T]) -> T:
    try:
        return decide()
    except work.NotNow as not_now:
        raise Refused.saying(not_now.why) from not_now
