"""Everybody of the agency, each signed in, who read all there is to read and send what they may not."""

import re
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from typing import Literal

import httpx
import msgspec
from litestar.routes import HTTPRoute

from tests.journeys.feeds import first_of
from tests.journeys.leaks import facts_in, hidden_from, leaked, may_see, verified
from tests.journeys.web import Web
from tests.journeys.world import World
from tierline.calls.names import AgentId, CallId
from tierline.web.guards import ANYONE

_BLANK = re.compile(r"\{(\w+):\w+\}")
_NOT_TRIED = ("/api/session", "/api/trial", "/api/schema")
"""Doors of people who are not signed in yet, or would not be afterwards."""
_FORM = {
    "why": "left the desk",
    "reason": "meal",
    "mode": "monitor",
    "caller": "requeue",
    "note": "nothing",
    "said": "nothing",
    "verdict": "verified",
    "script": "case-status",
    "step": "",
    "to": "2",
    "trigger": "unresolved",
    "number": "none",
    "receipt": "EAC2190012345",
    "answers": {"name": "Nobody"},
    "disposition": "none",
    "interpreter": False,
    "call": "none",
    "keys": "1",
    "held": True,
    "agreed": True,
    "system": "none",
    "action": "none",
}
"""Whatever any form asks for. It says nothing by which somebody would begin to work."""


Method = Literal["GET", "POST", "DELETE"]


class Bounds(msgspec.Struct, frozen=True):
    """Of what one of them may come to know."""

    may_see: frozenset[str]
    hidden: set[str]


class Everyone:
    def __init__(self, world: World, flags: frozenset[str]) -> None:
        self.web, self._world, self._flags = Web(world), world, flags
        self.seen: dict[str, set[str]] = {}
        """The facts that were in answers, by who read them."""
        self.names_seen: dict[str, set[str]] = {}
        self.browsers = {str(user): self.web.signed_in(user) for user in world.agency.staff}
        self._hidden: dict[str, set[str]] | None = None
        self._refused: set[tuple[str, str, str]] = set()
        """Doors that are closed to a role, by user: they say the same at every state, before they look."""
        self._screens = ExitStack()  # nobody is taken for gone who looks at a stream and closes it
        for user in world.agency.staff:
            self._screens.enter_context(self.web.app.state["site"].presence.screen(user))

    def hides_now(self) -> None:
        """What is hidden from whom stays as it is, whatever becomes of the agency."""
        self._hidden = {user: hidden_from(self._world, user, None) for user in self.browsers}

    def read_everything(self, call: str) -> None:
        for user, browser in self.browsers.items():
            bounds = self._bounds(user, call)
            for path in self._paths(call, user):
                self._look(user, browser.get(path), bounds)
            self._look(user, browser.post(f"/api/calls/{call}/shown", {}), bounds)
            for path in self._feeds(user):
                told = self._world.do(first_of(self.web.app, path, browser.cookies))
                self._search(user, told, f"GET {path}", bounds)

    def try_everything(self, call: str, but: Collection[str]) -> None:
        """Each form that changes something, by everyone who has no part in the call."""
        for user, browser in self.browsers.items():
            bounds = self._bounds(user, call)
            for method, path in self._forms(call, user) if user not in but else ():
                if method == "DELETE":
                    self._look(user, browser.delete(path), bounds)
                else:
                    key = f"{user} {path}"
                    self._look(user, browser.post(path, _FORM, Idempotency_Key=key), bounds)

    def look(self, user: str, answer: httpx.Response) -> None:
        """Raises AssertionError where it has more than `user` may know."""
        self._look(user, answer, self._bounds(user, None))

    def _bounds(self, user: str, call: str | None) -> Bounds:
        """At this moment: nobody who may not do anything changes it."""
        hidden = hidden_from(self._world, user, CallId(call) if call else None)
        seen = may_see(self._world, user, verified(self._world), self._flags)
        return Bounds(seen, self._hidden[user] if self._hidden else hidden)

    def _look(self, user: str, answer: httpx.Response, bounds: Bounds) -> None:
        assert answer.status_code != 500, answer.text
        self._search(user, answer.text, f"{answer.request.method} {answer.request.url}", bounds)

    def _search(self, user: str, answer: str, asked: str, bounds: Bounds) -> None:
        self.seen.setdefault(user, set()).update(facts_in(answer))
        names = {person.name for person in self._world.agency.staff.values() if person.name in answer}
        self.names_seen.setdefault(user, set()).update(names)
        found = leaked(answer, bounds.may_see, bounds.hidden)
        assert not found, f"{user}: {asked} tells {sorted(found)}"

    def _paths(self, call: str, user: str) -> Iterator[str]:
        yield f"/api/calls/{call}/scripts?words=case"
        requests = [r.number for r in self._world.do(self._world.store.requests_at(self._office(user)))]
        filled = {
            "{call_id:str}": [call],
            "{user:str}": ["carla", "colin", "olga"],
            "{number:str}": requests or ["none"],
            "{name:str}": ["none"],
            "{token:str}": ["none"],
            "{path:str}": ["openapi.json"],
            "{page:path}": ["calls"],
        }
        for route in self._routes("GET", user):
            if not route.path.endswith("/feed"):
                blank = next((blank for blank in filled if blank in route.path), None)
                yield from [route.path.replace(blank, by) for by in filled[blank]] if blank else [route.path]

    def _feeds(self, user: str) -> Iterator[str]:
        return (route.path for route in self._routes("GET", user) if route.path.endswith("/feed"))

    def _forms(self, call: str, user: str) -> Iterator[tuple[str, str]]:
        """Of agents, one who is not on this person's floor."""
        stranger = "carla" if user == "liam" else "colin"
        filled = {"call_id": call, "user": stranger}
        methods: tuple[Method, ...] = ("POST", "DELETE")
        for method in methods:
            for route in self._routes(method, user):
                if not route.path.startswith(_NOT_TRIED):
                    yield method, _BLANK.sub(lambda found: filled.get(found[1], "none"), route.path)

    def _routes(self, method: Method, user: str) -> Iterator[HTTPRoute]:
        role = self._world.agency.staff[AgentId(user)].role
        for route in self.web.app.routes:
            if not isinstance(route, HTTPRoute) or method not in route.methods:
                continue
            of, roles = (user, method, route.path), route.route_handler_map[method][0].opt["roles"]
            if of not in self._refused:
                yield route
            if roles != ANYONE and role not in roles:
                self._refused.add(of)

    def _office(self, user: str) -> str:
        return self._world.agency.staff[AgentId(user)].office or ""
