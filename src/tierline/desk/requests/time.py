"""When an answer is due, by the hours and holidays of the agency that is in force."""

from datetime import date, datetime

from msgspec.structs import replace

from tierline.offices.hours import WeeklyHours
from tierline.ports.agency import Agency
from tierline.requests.clock import Clock, Stay, due, is_overdue
from tierline.requests.request import At, ServiceRequest

_CLOSED = WeeklyHours(time_zone="UTC")
"""Of an office that is not in the directory any more: time does not run there."""


def due_at(agency: Agency, request: ServiceRequest) -> datetime | None:
    """The last moment that is in time (UTC). None where time does not run, as while the caller is asked
    something."""
    return due(clock_of(agency, request))


def due_on(agency: Agency, request: ServiceRequest, now: datetime) -> date | None:
    """Its day, where the agency is; while the caller is asked something, as if they said it now."""
    at = due(_as_told(clock_of(agency, request), now))
    return at.astimezone(agency.zone).date() if at else None


def overdue(agency: Agency, request: ServiceRequest, now: datetime) -> bool:
    """One that is not answered, and does not wait for its caller."""
    return request.status == "open" and is_overdue(clock_of(agency, request), now)


def clock_of(agency: Agency, request: ServiceRequest) -> Clock:
    return Clock(
        created_at=request.created_at,
        target=request.target,
        zone=agency.zone,
        stays=[_stay(agency, at) for at in request.stays],
        pauses=request.pauses,
    )


def _stay(agency: Agency, at: At) -> Stay:
    office = agency.directory.find(at.office)
    return Stay(at.since, office.hours if office else _CLOSED, agency.holidays)


def _as_told(clock: Clock, now: datetime) -> Clock:
    return replace(
        clock, pauses=tuple(p if p.until else replace(p, until=max(now, p.from_)) for p in clock.pauses)
    )
