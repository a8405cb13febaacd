"""Which one office a Service Request goes to, by the agency's decision table (policy A12-A14).

Of the rows that fit, the most particular decides, looking first at the kind of request, then at where the
file physically is, then at who processes the case, last at residence. Nothing here sees a receipt number,
so its prefix cannot decide.
"""

from datetime import datetime
from hashlib import sha256

import msgspec

from tierline.offices.directory import Directory
from tierline.offices.office import OVERSEAS, Office
from tierline.requests.matching import Particularity, Places, RoutingFacts, particularity, places
from tierline.requests.table import GROUP, Group, RoutingTable, Row
from tierline.sentence import Sentence, sentence


class Matched(msgspec.Struct, frozen=True):
    """A row, or a declared group, that decided, and what it says in words."""

    row: str
    says: str


class Routed(msgspec.Struct, frozen=True):
    office: Office
    because: tuple[Matched, ...]


class Referral(msgspec.Struct, frozen=True):
    """No request: the customer is given the contact of this overseas office (policy A14)."""

    office: Office
    because: tuple[Matched, ...]


class NoRoute(msgspec.Struct, frozen=True):
    """A hole or an undeclared tie in the table; the checker finds both before publishing."""

    why: Sentence


class _Fit(msgspec.Struct, frozen=True):
    particularity: Particularity
    row: Row
    office: Office
    group: Group | None


def route(
    table: RoutingTable, directory: Directory, facts: RoutingFacts, *, request_number: str, at: datetime
) -> Routed | Referral | NoRoute:
    """`request_number` only shares work among a declared group: the same number always gives the same
    office. `at` is for the transfers that hold then."""
    where = places(directory, facts)
    fits = [
        fit
        for row in table.rows
        if (how := particularity(row, facts, where))
        and (fit := _destination(row, how, table, directory, where, request_number))
    ]
    if not fits:
        return NoRoute(sentence("no row of the table fits a request of kind {kind}", kind=facts.kind))
    best = max(fit.particularity for fit in fits)
    deciding = [fit for fit in fits if fit.particularity == best]
    if len({fit.row.office if fit.group else fit.office.id for fit in deciding}) > 1:
        return NoRoute(
            sentence("equally particular rows disagree: {rows}", rows=[fit.row.id for fit in deciding])
        )
    office = deciding[0].office
    because = tuple(matched for fit in deciding for matched in _because(fit, where))
    if office.kind == OVERSEAS:
        return Referral(office, because)
    return moved(Routed(office, because), table, directory, facts.kind, at)


def moved(
    routed: Routed, table: RoutingTable, directory: Directory, kind: str, at: datetime
) -> Routed | NoRoute:
    """To where the work of this office is done at that time; from there on, where that has moved too. NoRoute
    for a transfer that leads overseas, or in a circle: the checker finds both before publishing."""
    office, because, been = routed.office, routed.because, {routed.office.id}
    while transfer := next((t for t in table.transfers if t.holds(office.id, kind, at)), None):
        to = directory.find(transfer.to)
        if to is None or to.kind == OVERSEAS or to.id in been:
            return NoRoute(sentence("the transfer {transfer} leads nowhere", transfer=transfer.id))
        says = transfer.says.format(office=to.name, from_office=office.name)
        office, because, been = to, (*because, Matched(transfer.id, says)), been | {to.id}
    return Routed(office, because)


def _destination(
    row: Row,
    how: Particularity,
    table: RoutingTable,
    directory: Directory,
    where: Places,
    request_number: str,
) -> _Fit | None:
    """None when the row sends to an office that this matter does not have, such as the file office of an
    electronic file."""
    group = table.group(row.office.removeprefix(GROUP)) if row.office.startswith(GROUP) else None
    named = {
        "$file_office": where.file,
        "$processing_office": where.processing,
        "$residence_office": where.residence,
    }
    wanted = _share(group, request_number) if group else row.office
    office = named[wanted] if wanted in named else directory.find(wanted)
    return _Fit(how, row, office, group) if office else None


def _share(group: Group, request_number: str) -> str:
    """The member whose hash with the number is highest: a member that joins or leaves moves only its own
    share."""
    return max(group.offices, key=lambda office: sha256(f"{office} {request_number}".encode()).digest())


def _because(fit: _Fit, where: Places) -> list[Matched]:
    says = fit.row.says.format(
        office=fit.office.name,
        file_office=where.file.name if where.file else "no one place",
        processing_office=where.processing.name if where.processing else "an office not known",
    )
    matched = [Matched(fit.row.id, says)]
    return [*matched, Matched(fit.group.id, fit.group.says)] if fit.group else matched
