"""Proves a routing table before it is published: no hole, no undeclared tie, no row that never decides, no
unknown name.

Every combination is tried of a kind of request, a place of the file, a processing office and a residence,
with one office to stand for each kind of office besides those that rows name.
"""

from collections.abc import Iterator
from itertools import chain, product

from tierline.offices.directory import Directory
from tierline.offices.jurisdictions import Residence
from tierline.requests.kinds import RequestKindsFile
from tierline.requests.matching import ELECTRONIC, RoutingFacts
from tierline.requests.routing import NoRoute, route
from tierline.requests.table import GROUP, VARIABLES, RoutingTable


def faults(table: RoutingTable, directory: Directory, kinds: RequestKindsFile) -> list[str]:
    """In words; none for a sound table."""
    unknown = list(_unknown_names(table, directory, kinds))
    return unknown or list(_faults_of_routing(table, directory, kinds))


def _unknown_names(table: RoutingTable, directory: Directory, kinds: RequestKindsFile) -> Iterator[str]:
    offices = {office.id for office in directory.offices}
    places = offices | {office.kind for office in directory.offices} | {ELECTRONIC, "unknown"}
    destinations = offices | set(VARIABLES) | {GROUP + group.id for group in table.groups}
    for row in table.rows:
        named = {
            "kind of request": set(row.when.kind) - {kind.id for kind in kinds.kinds},
            "place": {*row.when.file_at, *row.when.processed_by} - places,
            "destination": {row.office} - destinations,
        }
        for what, unknown in named.items():
            yield from (f"row {row.id}: no such {what}: {name}" for name in sorted(unknown))
    for group in table.groups:
        yield from (f"group {group.id}: no such office: {o}" for o in group.offices if o not in offices)


def _faults_of_routing(table: RoutingTable, directory: Directory, kinds: RequestKindsFile) -> Iterator[str]:
    deciding: set[str] = set()
    for facts in _every_matter(table, directory, kinds):
        found = route(table, directory, facts, request_number="R000-000-000")
        if isinstance(found, NoRoute):
            yield f"{found.why} (file: {facts.file_office}, processing: {facts.processing_office})"
        else:
            deciding.update(matched.row for matched in found.because)
    yield from (f"row {row.id} never decides" for row in table.rows if row.id not in deciding)


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
