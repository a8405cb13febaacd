"""What is known of callers is destroyed when the agency's schedule says so, and not as long as it is held."""

import structlog

from tierline.desk.center import Center

log = structlog.get_logger()

LOOKS_EACH = 86_400.0
"""Seconds. What is due follows from the records and the clock, so that a look may come late, or twice."""

A_FEW = 10
"""Records in one transaction: reservations of calls wait for it, for some ten milliseconds."""


def destroy_by_schedule(center: Center) -> None:
    """For as long as the center runs: each day, and when the database is back. The first look is that of
    `recover`."""
    center.records.on_back.append(lambda: center.spawn(look(center)))
    center.every("personal data", "destroying", LOOKS_EACH, lambda: look(center))


async def look(center: Center) -> None:
    """Each few are destroyed wholly, with their record, or not at all. Whatever ends a look, the next goes on
    with it. Raises StoreAway."""
    if not center.recovered:  # what the spool has is not in the database yet, such as that a call goes on
        return
    more = True
    while more and not center.records.away:
        done = await center.store.personal_data.dispose(center.agency.privacy, center.clock.now(), A_FEW)
        for one in done:
            log.info("personal data was destroyed", of=one.record.id, authority=one.authority)
        more = len(done) == A_FEW
