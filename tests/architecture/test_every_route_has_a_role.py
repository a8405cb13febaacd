"""Deny by default: a route that names no role is open to nobody, and none is forgotten."""

from litestar.routes import HTTPRoute

from tests.journeys.web import Web
from tests.journeys.world import World
from tierline.web.guards import (
    AGENTS,
    ANYONE,
    AT_A_PHONE,
    CLERKS,
    FLOOR_KEEPERS,
    FLOOR_READERS,
    FLOW_READERS,
    LISTENERS_AFTERWARDS,
    QUALITY,
    SCRIPT_APPROVERS,
    SCRIPT_WRITERS,
    STAFF,
    SUPERVISORS,
)

KNOWN = (
    ANYONE,
    STAFF,
    AGENTS,
    AT_A_PHONE,
    SUPERVISORS,
    FLOOR_READERS,
    FLOOR_KEEPERS,
    QUALITY,
    LISTENERS_AFTERWARDS,
    CLERKS,
    FLOW_READERS,
    SCRIPT_WRITERS,
    SCRIPT_APPROVERS,
)
OPEN = {
    "/",
    "/{page:path}",
    "/health/ready",
    "/api/center",
    "/api/session",
    "/api/trial/phone",
    "/api/trial/phone/{token:str}/transcript",
    "/api/schema",
    "/api/schema/openapi.json",
    "/api/schema/{path:str}",
}


def _roles() -> dict[tuple[str, str], object]:
    world = World()
    try:
        routes = Web(world).app.routes
    finally:
        world.close()
    return {
        (route.path, method): handler.opt.get("roles")
        for route in routes
        if isinstance(route, HTTPRoute)
        for method, (handler, _) in route.route_handler_map.items()
        if method != "OPTIONS"
    }


def test_every_route_declares_the_roles_that_may_use_it() -> None:
    assert [where for where, roles in _roles().items() if roles not in KNOWN] == []


def test_only_the_front_door_is_open_to_anyone() -> None:
    assert {path for (path, _), roles in _roles().items() if roles == ANYONE} == OPEN
