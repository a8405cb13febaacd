"""A member of staff at a call that the address names."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

import msgspec
from litestar import Router
from litestar.di import NamedDependency, Provide
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from tierline.calls.names import AgentId, CallId
from tierline.calls.state import Call
from tierline.desk.access import acted_on, readable
from tierline.desk.center import Center
from tierline.desk.views.call_view import CallView, call_view
from tierline.staff.person import Person
from tierline.web.guards import ThePerson
from tierline.web.site import Site, TheSite


class AtCall(msgspec.Struct, frozen=True):
    site: Site
    person: Person
    call_id: CallId

    @property
    def center(self) -> Center:
        return self.site.center

    @property
    def user(self) -> AgentId:
        return self.person.user

    async def look(self, *, in_full: bool = False) -> CallView:
        """Raises NotFound for a call that this person may not read."""
        call = await readable(self.center, self.person, self.call_id)
        return await call_view(self.center, call.id, self.person, in_full=in_full)

    async def own(self) -> Call:
        """The call, if this person takes part in it. Raises NotFound."""
        return acted_on(self.center.calls.get(self.call_id), self.person, consulted_too=True)

    async def act(
        self, use_case: Callable[[Call], Awaitable[Call]], *, consulted_too: bool = False
    ) -> CallView:
        """One turn of the call. Raises NotFound for a call that this person does not serve, and Refused."""
        async with self.center.turn(self.call_id) as call:
            allowed = acted_on(call, self.person, consulted_too=consulted_too)
            after = await use_case(allowed)
        return await call_view(self.center, after.id, self.person)


At: TypeAlias = NamedDependency[AtCall]
"""In a route's signature."""


def routes_at_call(*handlers: HTTPRouteHandler, below: str = "") -> Router:
    """Of the call that their address names."""
    return Router(
        f"/api/calls/{{call_id:str}}{below}",
        dependencies={"at": Provide(_at_call, sync_to_thread=False)},
        route_handlers=handlers,
    )


def _at_call(site: TheSite, person: ThePerson, call_id: FromPath[str]) -> AtCall:
    return AtCall(site, person, CallId(call_id))
