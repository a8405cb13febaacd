"""The newest calls of the center."""

from typing import Annotated

import msgspec
from litestar import Router, get
from litestar.params import QueryParameter

from tierline.desk.views.call_list import CallRow, call_list
from tierline.web.guards import SUPERVISORS
from tierline.web.site import TheSite


class Calls(msgspec.Struct, frozen=True):
    calls: list[CallRow]


@get("/", roles=SUPERVISORS)
async def newest_calls(site: TheSite, limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50) -> Calls:
    return Calls(await call_list(site.center, limit))


routes = Router("/api/calls", route_handlers=[newest_calls])
