"""Whether the center is up, and what anyone may know about it."""

import msgspec
from litestar import Router, get

from tierline.desk.views.front_door import FrontDoor
from tierline.desk.views.front_door import front_door as the_front_door
from tierline.web.guards import ANYONE
from tierline.web.site import TheSite


class Ready(msgspec.Struct, frozen=True):
    sip: str
    version: str


@get("/health/ready", roles=ANYONE)
async def ready(site: TheSite) -> Ready:
    """Raises SwitchAway or StoreAway, which answer 503, while the center cannot take a call."""
    await site.center.switch.live()
    await site.center.store.recent_calls(1)
    return Ready(site.settings.sip, site.settings.version)


@get("/api/center", roles=ANYONE)
async def front_door(site: TheSite) -> FrontDoor:
    return the_front_door(site.center, sip=site.settings.sip, trial=site.settings.trial)


routes = Router("/", route_handlers=[ready, front_door])
