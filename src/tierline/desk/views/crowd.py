"""More calls than the center carries, as supervisors see it while it lasts."""

from datetime import datetime

import msgspec

from tierline.desk.center import Center


class CrowdView(msgspec.Struct, frozen=True):
    since: datetime
    turned_away: int


def crowd_view(center: Center) -> CrowdView | None:
    crowd = center.overload.crowd
    return CrowdView(crowd.since, crowd.calls) if crowd else None
