"""Who has practised what, and how it went."""

import msgspec
from litestar import Router, get

from tierline.desk.views.practice import PractisedView, practised
from tierline.web.guards import SUPERVISORS
from tierline.web.site import TheSite


class Practised(msgspec.Struct, frozen=True):
    """The newest first."""

    practised: tuple[PractisedView, ...]


@get("/", roles=SUPERVISORS)
async def all_practised(site: TheSite) -> Practised:
    return Practised(await practised(site.center))


routes = Router("/api/supervisor/practice", route_handlers=[all_practised])
