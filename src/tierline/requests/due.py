"""When an answer is due: calendar days in the agency's own time zone (15, or 7 for priority kinds, in the
sample agency)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo


def due_on(created_at: datetime, target_days: int, zone: ZoneInfo) -> date:
    """The last day on which an answer is in time. The day of creation does not count."""
    return created_at.astimezone(zone).date() + timedelta(days=target_days)


def is_overdue(due: date, now: datetime, zone: ZoneInfo) -> bool:
    return now.astimezone(zone).date() > due
