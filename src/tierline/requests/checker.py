"""Proves a routing table before it is published: no hole, no undeclared tie, no row that never decides, no
unknown name.

Every combination is tried of a kind of request, a place of the file, a processing office and a residence,
with one office to stand for each kind of office besides those that rows name.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, product
from typing import NamedTuple

import msgspec

from tierline.offices.directory import Directory
from tierline.offices.jurisdictions import Residence
from tierline.requests.kinds import RequestKindsFile
from tierline.requests.matching import ELECTRONIC, RoutingFacts
from tierline.requests.routing import NoRoute, Routed, moved, route
from tierline.requests.table import GROUP, VARIABLES, RoutingTable

_WHENEVER = datetime(2000, 1, 1, tzinfo=UTC)


class Fault(NamedTuple):
    """`at` leads to a place in `routing.yaml`; empty for the table as a whole."""

    says: str
    at: tuple[str | int, ...] = ()


def faults(table: RoutingTable, directory: Directory, kinds: RequestKindsFile) -> list[Fault]:
    """None for a sound table."""
    unknown = list(_unknown_names(table, directory, kinds))
    return unknown or list(_faults_of_routing(table, directory, kinds))


def _unknown_names(table: RoutingTable, directory: Directory, kinds: RequestKindsFile) -> Iterator[Fault]:
    offices = {office.id for office in directory.offices}
    places = offices | {office.kind for office in directory.offices} | {ELECTRONIC, "unknown"}
    destinations = offices | set(VARIABLES) | {GROUP + group.id for group in table.groups}
    for nth, row in enumerate(table.rows):
        named = {
            "kind of request": set(row.when.kind) - {kind.id for kind in kinds.kinds},
            "place": {*row.when.file_at, *row.when.processed_by} - places,
            "destination": {row.office} - destinations,
        }
        for what, unknown in named.items():
            yield from (
                Fault(f"row {row.id}: no such {what}: {name}", ("rows", nth)) for name in sorted(unknown)
            )
    for nth, transfer in enumerate(table.transfers):
        of_it = {
            "office": {transfer.from_, transfer.to} - offices,
            "kind of request": set(transfer.kinds) - {kind.id for kind in kinds.kinds},
        }
        for what, unknown in of_it.items():
            yield from (
                Fault(f"transfer {transfer.id}: no such {what}: {name}", ("transfers", nth))
                for name in sorted(unknown)
            )
    for nth, group in enumerate(table.groups):
        unknown_offices = (office for office in group.offices if office not in offices)
        yield from (
            Fault(f"group {group.id}: no such office: {office}", ("groups", nth))
            for office in unknown_offices
        )


def _faults_of_routing(table: RoutingTable, directory: Directory, kinds: RequestKindsFile) -> Iterator[Fault]:
    deciding: set[str] = set()
    lasting = msgspec.structs.replace(table, transfers=())
    for facts in _every_matter(table, directory, kinds):
        found = route(lasting, directory, facts, request_number="R000-000-000", at=_WHENEVER)
        if isinstance(found, NoRoute):
            why = f"{found.why} (file: {facts.file_office}, processing: {facts.processing_office})"
            yield Fault(why)
        else:
            deciding.update(matched.row for matched in found.because)
    yield from _transfers(table, directory, kinds)
    idle = ((nth, row.id) for nth, row in enumerate(table.rows) if row.id not in deciding)
    yield from (Fault(f"row {row} never decides", ("rows", nth)) for nth, row in idle)


def _transfers(table: RoutingTable, directory: Directory, kinds: RequestKindsFile) -> Iterator[Fault]:
    """Those that lead nowhere at some time: to an overseas office, or in a circle. They change when one
    begins or ends, and at no other time."""
    moments = sorted({moment for t in table.transfers for moment in (t.since, t.until) if moment})
    wrong = set()
    for at, kind, nth in product(moments, kinds.kinds, range(len(table.transfers))):
        transfer = table.transfers[nth]
        if transfer.holds(transfer.from_, kind.id, at):
            from_ = directory.office(transfer.from_)
            if isinstance(moved(Routed(from_, ()), table, directory, kind.id, at), NoRoute):
                wrong.add(nth)
    for nth in sorted(wrong):
        message = f"transfer {table.transfers[nth].id} leads overseas, or round in a circle"
        yield Fault(message, ("transfers", nth))


def _every_matter(
    table: RoutingTable, directory: Directory, kinds: RequestKindsFile
) -> Iterator[RoutingFacts]:
    offices = [*_offices_that_matter(table, directory), None]
    homes = list(_residences(table, directory))
    for kind, file, processing, home in product(kinds.kinds, [*offices, ELECTRONIC], offices, homes):
        yield RoutingFacts(kind=kind.id, file_office=file, processing_office=processing, residence=home)


def _offices_that_matter(table: RoutingTable, directory: Directory) -> list[str]:
    named = set(chain.from_iterable((*row.when.file_at, *row.when.processed_by) for row in table.rows))
    one_of_each_kind = {office.kind: office.id for office in directory.offices}
    return sorted({o.id for o in directory.offices if o.id in named} | set(one_of_each_kind.values()))


def _residences(table: RoutingTable, directory: Directory) -> Iterator[Residence | None]:
    """None known, abroad, a ZIP with an office, one without, and one for each entry that a row names."""
    served = next((f"{n:03}01" for n in range(1000) if directory.field_office_for(f"{n:03}01")), None)
    yield from (None, Residence(country="ZZ"), Residence(zip="00000"), Residence(zip=served))
    for living in (row.when.lives for row in table.rows if row.when.lives):
        yield from (Residence(zip=entry[:3].ljust(5, "0")) for entry in living.zips)
        yield from (Residence(state=state) for state in living.states)
        yield from (Residence(county=county) for county in living.counties)
        yield from (Residence(country=country) for country in living.countries)
