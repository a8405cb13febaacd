"""Signing in and out."""

import secrets
from datetime import timedelta
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, Router, delete, get, post
from litestar.datastructures import Cookie
from litestar.params import JSONBody

from tierline.calls.names import AgentId
from tierline.desk import duty
from tierline.desk.views.people import Me, me
from tierline.ports.store import StoreAway
from tierline.staff.person import Person
from tierline.web import passwords
from tierline.web.guards import ANYONE, COOKIE, STAFF, MustWait, NotSignedIn, ThePerson, token_hash
from tierline.web.site import Site, TheSite

LASTS = timedelta(hours=12)


class SignIn(msgspec.Struct, frozen=True):
    user: Annotated[str, msgspec.Meta(max_length=100)]
    password: Annotated[str, msgspec.Meta(max_length=200)]


@post("/", roles=ANYONE, status_code=200)
async def sign_in(site: TheSite, data: JSONBody[SignIn]) -> Response[Me]:
    person = await _who(site, data)
    token = secrets.token_urlsafe(32)
    now = site.center.clock.now()
    await site.center.store.open_session(token_hash(token), person.user, now + LASTS, now)
    return Response(me(site.center.agency, person), cookies=[_cookie(site, token)])


@get("/", roles=STAFF)
async def who_is_signed_in(site: TheSite, person: ThePerson) -> Me:
    return me(site.center.agency, person)


@delete("/", roles=STAFF)
async def sign_out(site: TheSite, person: ThePerson, request: Request[Any, Any, Any]) -> Response[None]:
    """Whoever has no screen open any more is off duty at once; else closing the screen says so."""
    await site.center.store.close_session(token_hash(request.cookies[COOKIE]))
    if site.center.floor.knows(person.user) and not site.presence.is_here(person.user):
        await duty.gone(site.center, person.user)
    response = Response(None, status_code=204)
    response.delete_cookie(COOKIE)
    return response


async def _who(site: Site, given: SignIn) -> Person:
    """Raises NotSignedIn, MustWait, StoreAway."""
    right = await _is_right(site, given)
    person = site.center.agency.staff.get(AgentId(given.user)) if right else None
    if person is None:
        raise NotSignedIn("the user name or the password is not right")
    site.tries.succeeded(given.user)
    return person


async def _is_right(site: Site, given: SignIn) -> bool:
    """A try counts as failed from its beginning, or a hundred at once would all be looked at."""
    wait = site.tries.seconds_to_wait(given.user)
    if wait:
        raise MustWait("too many failed tries; wait {seconds} seconds and try again", seconds=wait)
    site.tries.failed(given.user)
    try:
        credential = await site.center.store.credential(given.user)
    except StoreAway:
        site.tries.not_told(given.user)
        raise
    return await passwords.is_right(credential, given.password)


def _cookie(site: Site, token: str) -> Cookie:
    return Cookie(
        COOKIE,
        value=token,
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=site.settings.secure_cookie,
    )


routes = Router("/api/session", route_handlers=[sign_in, who_is_signed_in, sign_out])
