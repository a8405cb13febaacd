"""A closure that holds during a rehearsed call."""

from datetime import datetime, timedelta

import msgspec

from tierline.offices.closures import Closure
from tierline.ports.agency import Agency


def closed(agency: Agency, says: str, at: datetime) -> Agency:
    """The agency, all of it closed for the whole call; `says` is told in every language."""
    closure = Closure(
        id="rehearsed",
        from_=at - timedelta(hours=1),
        until=None,
        tiers="all",
        kind="emergency",
        says=dict.fromkeys(agency.profile.languages, says),
    )
    return msgspec.structs.replace(agency, closures=(closure, *agency.closures))
