"""Follows what is published while calls are under way: tables that are read live hold at once, a new flow and
its prompts for calls that begin once they are prepared."""

from collections.abc import Iterable

import structlog

from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.distributing import distribute
from tierline.desk.library.at_hand import find_by_words
from tierline.ports.editions import Edition, Editions, EditionUnusable
from tierline.ports.store import StoreAway

log = structlog.get_logger()

LOOKS_EACH = 1.0
"""Seconds: an emergency closure holds at once."""


def follow(center: Center) -> None:
    """Looks for a new publication each second, for as long as the center runs."""
    center.every("agency", "publications", LOOKS_EACH, lambda: look(center))


async def look(center: Center) -> None:
    """Takes up what was published since the last look. One that cannot be used is said once, and changes
    nothing."""
    if center.editions is None:
        return
    try:
        version = await center.editions.current()
        if version is None or version in (center.agency.version, center.in_force.unusable):
            return
        edition = await _edition(center, center.editions, version)
    except StoreAway:
        return  # the writes of calls say so; the agency stays as it is
    except EditionUnusable as unusable:
        center.in_force.unusable = version
        log.error(
            "what was published cannot be used: all stays as before", version=version, why=str(unusable)
        )
        return
    log.info("a new version of the agency is in force", version=version, before=center.agency.version)
    center.in_force.publish(edition)
    await find_by_words(center)
    center.in_force.let_go({call.agency for call in center.calls.values()})
    center.published()
    distribute(center)
    # Not waited for: what is published meanwhile, such as a closure, holds at once.
    center.spawn(_begin_with(center, center.editions, edition))


async def pin(center: Center, calls: Iterable[Call]) -> None:
    """Before calls of another process are taken up: what they began with is at hand. Where it cannot be
    loaded they go on with the newest, and the log says so."""
    for version in dict.fromkeys(call.agency for call in calls):
        if center.editions is None or center.in_force.has(version):
            continue
        try:
            center.in_force.keep(await center.editions.edition(version))
        except (EditionUnusable, StoreAway) as lost:
            log.error("calls go on with the newest agency, not their own", version=version, why=str(lost))


async def _edition(center: Center, editions: Editions, version: str) -> Edition:
    if center.in_force.has(version):
        return center.in_force.pinned(version)
    return await editions.edition(version)


async def _begin_with(center: Center, editions: Editions, edition: Edition) -> None:
    await editions.prepare(edition)
    if center.in_force.published is edition:
        center.in_force.begin_with(edition)
        log.info("calls begin with the new version of the agency", version=edition.version)
