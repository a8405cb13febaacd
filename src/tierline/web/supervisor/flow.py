"""The flow in force and the calls of one day on it."""

from datetime import date, timedelta
from typing import Annotated

from litestar import Router, get
from litestar.params import FromQuery, QueryParameter

from tierline.desk.views.flow_view import FlowView, flow_view, today
from tierline.web.errors import Invalid
from tierline.web.guards import FLOW_READERS
from tierline.web.site import TheSite


@get("/", roles=FLOW_READERS)
async def flow(
    site: TheSite,
    day: FromQuery[date | None] = None,
    language: Annotated[str, QueryParameter(max_length=20)] = "en",
) -> FlowView:
    """`day` in the agency's time zone; yesterday if none is named. Raises Invalid for a day to come."""
    latest = today(site.center)
    if day is not None and day > latest:
        raise Invalid("day: choose today or a day before")
    return await flow_view(site.center, day or latest - timedelta(days=1), language)


routes = Router("/api/supervisor/flow", route_handlers=[flow])
