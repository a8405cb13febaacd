"""`tierline request due`"""

import json
from datetime import datetime
from pathlib import Path

import click
import msgspec

from tierline.offices.hours import WeeklyHours
from tierline.ports.agency import Agency
from tierline.request_commands.matter import agency_of, as_json, folder, read, refuse
from tierline.requests.clock import Clock, Pause, Stay
from tierline.requests.clock import due as last_moment
from tierline.requests.target import Target


class At(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """At this office from `since`."""

    office: str
    since: datetime


class Matter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`target` in the place of the one of its kind; `moves` to other offices, in order; `pauses` while the
    caller was asked something. Moments have an offset from UTC."""

    created_at: datetime
    kind: str | None = None
    target: Target | None = None
    office: str | None = None
    moves: tuple[At, ...] = ()
    pauses: tuple[Pause, ...] = ()


@click.command
@folder
@as_json
def due(folder: Path, as_json: bool) -> None:
    """Say when the answer to a request is due, by the kinds, offices and holidays of the agency folder DIR.

    The matter on the standard input, for example:

    \b
    {"kind": "expedite", "created_at": "2026-11-24T10:00:00-05:00", "office": "newark",
     "pauses": [{"from": "2026-11-25T09:00:00-05:00", "until": "2026-11-27T09:00:00-05:00"}]}

    "target" may stand in the place of the kind's: {"calendar_days": 15}, {"business_days": 3} or
    {"business_hours": 8}. "moves" are the offices it went to: [{"office": "nbc", "since": ...}]. A pause
    without "until" goes on: then nothing is due ("due" is null).
    """
    agency, matter = agency_of(folder), read(Matter)
    clock = _clock(agency, matter)
    last = last_moment(clock)
    zone = clock.stays[-1].hours.zone if matter.office else agency.zone
    told = last.astimezone(agency.zone if clock.target.calendar_days else zone) if last else None
    if as_json:
        click.echo(json.dumps({"due": told.isoformat() if told else None}))
    else:
        click.echo(f"{told:%A, %d %B %Y, %H:%M:%S %Z}" if told else "nothing is due: the time does not run")


def _clock(agency: Agency, matter: Matter) -> Clock:
    if any(at.tzinfo is None for at in (matter.created_at, *(move.since for move in matter.moves))):
        refuse("a moment needs an offset from UTC, as in 2026-11-24T10:00:00-05:00")
    target = matter.target or _target_of(agency, matter.kind)
    if target.calendar_days is None and matter.office is None:
        refuse('in business time the office has to be known: give its id as "office"')
    first = [At(matter.office, matter.created_at)] if matter.office else []
    stays = [Stay(at.since, _hours(agency, at.office), agency.holidays) for at in (*first, *matter.moves)]
    return Clock(
        created_at=matter.created_at, target=target, zone=agency.zone, stays=stays, pauses=matter.pauses
    )


def _target_of(agency: Agency, kind: str | None) -> Target:
    known = agency.kinds.kind(kind or "")
    if known is None:
        kinds = ", ".join(one.id for one in agency.kinds.kinds)
        refuse(f'there is no kind {kind!r}: it is one of {kinds}, or give a "target"')
    return known.target


def _hours(agency: Agency, office: str) -> WeeklyHours:
    found = agency.directory.find(office)
    if found is None:
        refuse(f"there is no office {office!r} in offices.yaml")
    return found.hours
