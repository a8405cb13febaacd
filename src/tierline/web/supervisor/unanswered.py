"""What callers asked that no script answered."""

from litestar import Router, get

from tierline.desk.views.unanswered import UnansweredView, unanswered
from tierline.web.guards import FLOW_READERS
from tierline.web.site import TheSite


@get("/", roles=FLOW_READERS)
async def asked_without_answer(site: TheSite) -> UnansweredView:
    """Of the last 30 days, by the topic of the menu path, the most frequent first."""
    return await unanswered(site.center)


routes = Router("/api/scripts/unanswered", route_handlers=[asked_without_answer])
