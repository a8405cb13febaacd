from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from tests.sample_agency import directory, read
from tierline.offices.jurisdictions import Residence
from tierline.requests.checker import faults
from tierline.requests.kinds import RequestKindsFile
from tierline.requests.matching import RoutingFacts
from tierline.requests.routing import NoRoute, route
from tierline.requests.table import Group, Living, RoutingTable, Row, Transfer, When

DIRECTORY = directory()
KINDS = read("request-kinds.yaml", RequestKindsFile)
TABLE = read("routing.yaml", RoutingTable)
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
ONE_KIND = RequestKindsFile(KINDS.facts, KINDS.kinds[:1])
ANYTHING = Row(id="anything", office="nbc", says="the {office} takes it")


def table(*rows: Row, groups: tuple[Group, ...] = ()) -> RoutingTable:
    return RoutingTable(rows=rows, groups=groups, source="test", verified=False, as_of=date(2026, 1, 1))


def words(rows: RoutingTable) -> list[str]:
    return [fault.says for fault in faults(rows, DIRECTORY, ONE_KIND)]


def test_the_sample_agencys_table_has_no_hole_no_tie_and_no_idle_row() -> None:
    assert faults(read("routing.yaml", RoutingTable), DIRECTORY, KINDS) == []


def test_a_hole_is_found() -> None:
    only_paper = Row(id="paper", office="$file_office", says="the file is there")
    assert any("no row of the table fits" in fault for fault in words(table(only_paper)))


def test_an_undeclared_tie_is_found_and_live_it_routes_nowhere() -> None:
    tied = table(ANYTHING, Row(id="also", office="vsc", says="the {office} takes it"))
    assert any("anything, also" in fault for fault in words(tied))
    facts = RoutingFacts(kind="change-of-address")
    assert isinstance(route(tied, DIRECTORY, facts, request_number="R1", at=NOW), NoRoute)


def test_rows_that_agree_on_the_office_are_no_tie() -> None:
    assert faults(table(ANYTHING, Row(id="also", office="nbc", says="so too")), DIRECTORY, ONE_KIND) == []


def test_a_row_that_never_decides_is_found() -> None:
    by_kind = Row(id="by-kind", office="vsc", says="so", when=When(kind=("change-of-address",)))
    assert words(table(by_kind, ANYTHING)) == ["row anything never decides"]


def test_names_that_mean_nothing_are_found() -> None:
    odd = Row(
        id="odd",
        office="group:ghosts",
        says="so",
        when=When(kind=("passport",), file_at=("atlantis",), processed_by=("field-office",)),
    )
    ghosts = Group("others", ("nbc", "atlantis"), "equal")
    assert words(table(ANYTHING, odd, groups=(ghosts,))) == [
        "row odd: no such kind of request: passport",
        "row odd: no such place: atlantis",
        "row odd: no such place: field-office",
        "row odd: no such destination: group:ghosts",
        "group others: no such office: atlantis",
    ]


def test_the_closer_look_at_a_residence_wins() -> None:
    rows = table(
        ANYTHING,
        Row(id="country", office="vsc", says="so", when=When(lives=Living(countries=("US",)))),
        Row(id="state", office="tsc", says="so", when=When(lives=Living(states=("NJ",)))),
        Row(id="county", office="csc", says="so", when=When(lives=Living(counties=("Essex",)))),
        Row(id="zip", office="nsc", says="so", when=When(lives=Living(zips=("071",)))),
        Row(id="abroad", office="ysc", says="so", when=When(lives=Living(abroad=True))),
    )
    assert faults(rows, DIRECTORY, ONE_KIND) == []
    homes = {
        "nsc": Residence(zip="07102", county="Essex", state="NJ"),
        "csc": Residence(zip="08608", county="Essex", state="NJ"),
        "tsc": Residence(zip="08608", state="NJ"),
        "vsc": Residence(zip="08608"),
        "ysc": Residence(country="NP"),
    }
    for office, home in homes.items():
        found = route(rows, DIRECTORY, RoutingFacts(kind="x", residence=home), request_number="R1", at=NOW)
        assert not isinstance(found, NoRoute)
        assert found.office.id == office


@pytest.mark.parametrize(
    ("transfers", "says"),
    [
        ([("a", "newark", "nowhere")], "no such office: nowhere"),
        ([("a", "newark", "new-delhi")], "transfer a leads overseas, or round in a circle"),
        ([("a", "newark", "nbc"), ("b", "nbc", "newark")], "transfer b leads overseas, or round in a circle"),
    ],
)
def test_a_transfer_that_leads_nowhere_is_found(transfers: list[tuple[str, str, str]], says: str) -> None:
    given = tuple(Transfer(id=i, from_=f, to=t, since=NOW, says="for a time") for i, f, t in transfers)
    found = faults(msgspec.structs.replace(TABLE, transfers=given), DIRECTORY, KINDS)
    assert says in [fault.says for fault in found][-1]


def test_a_circle_that_never_is_at_one_time_is_none() -> None:
    later = NOW + timedelta(days=1)
    there = Transfer(id="a", from_="newark", to="nbc", since=NOW, until=later, says="for a time")
    back = Transfer(id="b", from_="nbc", to="newark", since=later, says="for a time")
    assert faults(msgspec.structs.replace(TABLE, transfers=(there, back)), DIRECTORY, KINDS) == []
