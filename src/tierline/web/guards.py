"""Who may use a route. Each declares its roles (`roles=…` beside its path); one that declares none is closed
to everyone."""

from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any, TypeAlias, get_args

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency
from litestar.handlers.base import BaseRouteHandler

from tierline.desk.refusal import Refusal
from tierline.staff.person import Person, Role
from tierline.web.site import Site

ANYONE = frozenset({"anyone"})
STAFF: frozenset[str] = frozenset(get_args(Role))
AGENTS = frozenset({"csr", "officer", "supervisor"})
SUPERVISORS = frozenset({"supervisor"})
FLOOR_READERS = frozenset({"supervisor", "lead", "workforce"})
FLOOR_KEEPERS = frozenset({"supervisor", "lead"})
"""They listen in too; what a lead may do there is the agency's to say."""
AT_A_PHONE = AGENTS | FLOOR_KEEPERS
QUALITY = frozenset({"quality"})
LISTENERS_AFTERWARDS = AGENTS | QUALITY
"""To recordings, where the agency lets them."""
CLERKS = frozenset({"clerk"})
SCRIPT_WRITERS = frozenset({"author", "approver"})
SCRIPT_APPROVERS = frozenset({"approver"})
FLOW_READERS = frozenset({"supervisor", "author", "approver"})

COOKIE = "tierline"
_CHANGES_NOTHING = frozenset({"GET", "HEAD"})

Connection = ASGIConnection[Any, Any, Any, Any]

ThePerson: TypeAlias = NamedDependency[Person]
"""Who is signed in, in a route's signature."""


class NotSignedIn(Refusal):
    """Says what to do first."""


class MustWait(Refusal):
    """Too many tries in a short time; says how long."""


class NotAllowed(Refusal):
    """Says for whom it is not."""


async def admit(connection: Connection, handler: BaseRouteHandler) -> None:
    """Leaves the person for the route. Raises NotSignedIn, NotAllowed, StoreAway."""
    roles: frozenset[str] = handler.opt.get("roles", frozenset())
    # Other sites' pages can make a browser send our cookie on a form, but not this header.
    if connection.scope.get("method") not in _CHANGES_NOTHING and connection.headers.get("X-Tierline") != "1":
        raise NotAllowed("this request did not come from the workspace; send the header X-Tierline: 1")
    if roles == ANYONE:
        return
    person = await signed_in(connection)
    if person is None:
        raise NotSignedIn("sign in first")
    if person.role not in roles:
        raise NotAllowed("this is not open to your role")
    connection.state["person"] = person


async def signed_in(connection: Connection) -> Person | None:
    site: Site = connection.app.state["site"]
    token = connection.cookies.get(COOKIE)
    user = await site.center.store.session(token_hash(token), site.center.clock.now()) if token else None
    return site.center.agency.staff.get(user) if user else None


def still(request: Request[Any, Any, Any], person: Person) -> Callable[[], Awaitable[bool]]:
    """Whether who opened a stream is signed in yet, and the same person: a role, a tier or a grant may have
    been taken back meanwhile. Asking raises StoreAway."""

    async def ask() -> bool:
        return await signed_in(request) == person

    return ask


def the_person(request: Request[Any, Any, Any]) -> Person:
    """For the routes, as a dependency."""
    person: Person = request.state["person"]
    return person


def token_hash(token: str) -> str:
    """What the store keeps of a session: useless to whoever reads the database."""
    return sha256(token.encode()).hexdigest()
