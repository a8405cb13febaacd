"""Points in time as a person writes them for an agency."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_EXAMPLE = "write it like 2026-11-24T03:00, or with an offset, 2026-11-24T03:00-05:00"


class BadMoment(ValueError):
    """The message says how to write one."""


def moment(text: str, zone: ZoneInfo) -> datetime:
    """In UTC. The agency's own time, unless the text has an offset. Raises BadMoment."""
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        raise BadMoment(f"{text!r} is no time: {_EXAMPLE}") from None
    if ":" not in text:
        raise BadMoment(f"{text!r} has no time of day: {_EXAMPLE}")
    local = read if read.tzinfo else read.replace(tzinfo=zone)
    if read.tzinfo is None and local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != read:
        raise BadMoment(f"{text!r} does not exist in {zone.key}: clocks go forward over it")
    return local.astimezone(UTC)


def written(at: datetime, zone: ZoneInfo) -> str:
    """So that `moment` reads the same again."""
    local = at.astimezone(zone)
    text = local.replace(tzinfo=None).isoformat(timespec="minutes" if not local.second else "seconds")
    return text if moment(text, zone) == at else local.isoformat()
