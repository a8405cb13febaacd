"""Scripts that take effect, and expire, while calls go on: every screen follows at once."""

from bisect import bisect_right

from tierline.desk.center import Center

LOOKS_EACH = 1.0
"""Seconds."""


def scripts_as_of(center: Center) -> str:
    """Which scripts are in force: the same for as long as nothing was published, nothing has changed in the
    library, and no moment has come."""
    agency, library = center.agency, center.in_force.library_as_of
    return f"{agency.version}.{library}.{bisect_right(agency.script_moments, center.clock.now())}"


def watch_scripts(center: Center) -> None:
    """Wakes the screens when the moment of a script has come, for as long as the center runs. What is
    published wakes them by itself."""
    before = scripts_as_of(center)

    async def look() -> None:
        nonlocal before
        now = scripts_as_of(center)
        if now != before:
            before = now
            center.changed()

    center.every("agency", "scripts", LOOKS_EACH, look)
