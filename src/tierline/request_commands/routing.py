"""`tierline request route`"""

import json
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from tierline.offices.jurisdictions import Residence
from tierline.request_commands.matter import agency_of, as_json, folder, read, refuse
from tierline.requests.matching import RoutingFacts
from tierline.requests.routing import NoRoute, Referral, Routed
from tierline.requests.routing import route as the_route


class Matter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`at` is now, unless it is given; `number` shares work in a group of offices. `receipt` may be there,
    and decides nothing: its letters do not say where the file is."""

    kind: str
    file_office: str | None = None
    processing_office: str | None = None
    residence: Residence | None = None
    receipt: str | None = None
    number: str = "R000-000-000"
    at: datetime | None = None


@click.command
@folder
@as_json
def route(folder: Path, as_json: bool) -> None:
    """Say which office a request goes to and why, row by row, by the routing table of the agency folder DIR.

    The matter on the standard input, for example:

    \b
    {"kind": "expedite", "file_office": "newark", "processing_office": "vsc",
     "residence": {"zip": "07102"}}

    "file_office" is an office's id, "electronic" where the file has no place, or left out where nobody
    knows. "residence" has what is known of "zip", "county", "state" and "country". "at" is when, for
    transfers of work that hold for a time. Ends with 1 where no office is found.
    """
    agency, matter = agency_of(folder), read(Matter)
    if agency.kinds.kind(matter.kind) is None:
        refuse(
            f"there is no kind {matter.kind!r}: it is one of {', '.join(k.id for k in agency.kinds.kinds)}"
        )
    if matter.at and matter.at.tzinfo is None:
        refuse('"at" needs an offset from UTC, as in 2026-11-24T10:00:00-05:00')
    facts = RoutingFacts(
        kind=matter.kind,
        file_office=matter.file_office,
        processing_office=matter.processing_office,
        residence=matter.residence,
    )
    at = matter.at or datetime.now(UTC)
    found = the_route(agency.routing, agency.directory, facts, request_number=matter.number, at=at)
    match found:
        case NoRoute(why=why):
            click.echo(f"tierline: {why}", err=True)
            raise SystemExit(1)
        case Routed() | Referral():
            click.echo(_told_scripts(found) if as_json else _told_people(found))


def _told_scripts(found: Routed | Referral) -> str:
    told = {
        "office": found.office.id,
        "kind": "referral" if isinstance(found, Referral) else "request",
        "because": [{"row": matched.row, "says": matched.says} for matched in found.because],
    }
    return json.dumps(told, ensure_ascii=False)


def _told_people(found: Routed | Referral) -> str:
    what = "referred to" if isinstance(found, Referral) else "a request at"
    reasons = [f"  {matched.row}: {matched.says}" for matched in found.because]
    return "\n".join([f"{what} {found.office.id}, {found.office.name}", *reasons])
