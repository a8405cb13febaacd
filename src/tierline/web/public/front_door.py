"""Whether the center is up, and what anyone may know about it."""

from datetime import datetime
from typing import Literal

import msgspec
from litestar import Router, get

from tierline.desk.overload import Overload
from tierline.desk.records import Health
from tierline.desk.views.front_door import FrontDoor
from tierline.desk.views.front_door import front_door as the_front_door
from tierline.ports.store import StoreAway
from tierline.web.guards import ANYONE
from tierline.web.site import TheSite


class DatabaseHealth(msgspec.Struct, frozen=True):
    """`spooled` counts the steps of calls that wait in the spool, `dropped` the events lost since the
    start."""

    state: Literal["here", "away"]
    away_since: datetime | None
    spooled: int
    dropped: int


class AdmissionHealth(msgspec.Struct, frozen=True):
    """`turning_away_since`, while more calls come than the center carries; `told` and `refused` count all of
    them since the state folder was made (None: not counted yet)."""

    turning_away_since: datetime | None
    told: int | None
    refused: int | None


class Ready(msgspec.Struct, frozen=True):
    sip: str
    version: str
    database: DatabaseHealth
    admission: AdmissionHealth


@get("/health/ready", roles=ANYONE)
async def ready(site: TheSite) -> Ready:
    """Raises SwitchAway, which answers 503, while the center cannot take a call. Without its database it
    can."""
    center = site.center
    await center.switch.live()
    try:
        await center.store.recent_calls(1)
    except StoreAway as away:
        center.records.found_away(away)
    database, admission = _database(center.records.health), _admission(center.overload)
    return Ready(site.settings.sip, site.settings.version, database, admission)


def _database(health: Health) -> DatabaseHealth:
    state: Literal["here", "away"] = "away" if health.away_since else "here"
    return DatabaseHealth(state, health.away_since, health.spooled, health.dropped)


def _admission(overload: Overload) -> AdmissionHealth:
    crowd, total = overload.crowd, overload.turned_away
    return AdmissionHealth(
        crowd.since if crowd else None, total.told if total else None, total.refused if total else None
    )


@get("/api/center", roles=ANYONE)
async def front_door(site: TheSite) -> FrontDoor:
    return the_front_door(site.center, sip=site.settings.sip, trial=site.settings.trial)


routes = Router("/", route_handlers=[ready, front_door])
