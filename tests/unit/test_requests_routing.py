from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.sample_agency import directory, read
from tierline.offices.jurisdictions import Residence
from tierline.requests.kinds import RequestKindsFile
from tierline.requests.matching import ELECTRONIC, RoutingFacts
from tierline.requests.routing import Matched, NoRoute, Referral, Routed, route
from tierline.requests.table import RoutingTable, Transfer
from tierline.sentence import Sentence

DIRECTORY = directory()
TABLE = read("routing.yaml", RoutingTable)
KINDS = read("request-kinds.yaml", RequestKindsFile)
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
STORM = Transfer(
    id="storm",
    from_="newark",
    to="nbc",
    since=NOW,
    until=NOW + timedelta(days=2),
    says="The {from_office} is closed by the storm; the {office} does its work",
)


def routed(
    kind: str,
    file: str | None = None,
    processing: str | None = None,
    residence: Residence | None = None,
    number: str = "R482-109-375",
    at: datetime = NOW,
    table: RoutingTable = TABLE,
) -> Routed | Referral | NoRoute:
    facts = RoutingFacts(kind=kind, file_office=file, processing_office=processing, residence=residence)
    return route(table, DIRECTORY, facts, request_number=number, at=at)


@pytest.mark.clause("A12")
@pytest.mark.clause("A13")
def test_the_field_office_that_physically_has_the_file_gets_the_request_and_the_reason_says_so() -> None:
    found = routed("outside-normal-processing", file="newark", processing="vsc")
    assert isinstance(found, Routed)
    assert found.office.id == "newark"
    assert found.because == (
        Matched("paper-file", "The Newark Field Office physically has the file and can best resolve this"),
    )


@pytest.mark.clause("A13")
def test_the_kind_of_request_weighs_more_than_where_the_file_is() -> None:
    found = routed("non-receipt-card", file="newark", processing="vsc")
    assert isinstance(found, Routed)
    assert found.office.id == "nbc"


@pytest.mark.clause("A12")
def test_an_electronic_file_has_no_place_so_kind_and_processing_office_decide() -> None:
    found = routed("typographic-error", file=ELECTRONIC, processing="ysc", residence=Residence(zip="07102"))
    assert isinstance(found, Routed)
    assert found.office.id == "ysc"
    assert "electronic" in found.because[0].says


@pytest.mark.clause("A13")
@pytest.mark.clause("B2.3")
def test_when_nobody_knows_where_the_file_is_the_office_that_processes_the_case_gets_it() -> None:
    found = routed("typographic-error", processing="tsc", residence=Residence(zip="07102"))
    assert isinstance(found, Routed)
    assert found.office.id == "tsc"


@pytest.mark.clause("A13")
def test_residence_decides_last() -> None:
    found = routed("typographic-error", residence=Residence(zip="33130"))
    assert isinstance(found, Routed)
    assert found.office.id == "miami"


def test_a_residence_that_no_office_serves_still_has_a_way() -> None:
    found = routed("typographic-error", residence=Residence(zip="00000"))
    assert isinstance(found, Routed)
    assert found.office.id == "nbc"


def test_an_office_that_the_directory_does_not_have_is_as_good_as_unknown() -> None:
    found = routed("typographic-error", file="atlantis", processing="tsc")
    assert isinstance(found, Routed)
    assert found.office.id == "tsc"


@pytest.mark.clause("A14")
@pytest.mark.parametrize("kind", [kind.id for kind in KINDS.kinds])
def test_a_file_at_an_overseas_office_is_a_referral_there_and_never_a_request(kind: str) -> None:
    found = routed(kind, file="new-delhi", processing="nsc", residence=Residence(zip="94102"))
    assert isinstance(found, Referral)
    assert found.office.id == "new-delhi"
    assert found.office.phone is not None
    assert "overseas" in found.because[0].says


@pytest.mark.clause("A14")
def test_living_abroad_alone_is_no_reason_for_a_referral() -> None:
    found = routed("typographic-error", file="newark", residence=Residence(country="NP"))
    assert isinstance(found, Routed)
    assert found.office.id == "newark"


def test_a_declared_group_shares_the_work_and_says_so() -> None:
    offices = set()
    for serial in range(50):
        found = routed("change-of-address", number=f"R{serial:09}")
        assert isinstance(found, Routed)
        assert found.because[1].row == "address-desks"
        offices.add(found.office.id)
    assert offices == {"nbc", "vsc"}


def test_the_same_request_number_always_gives_the_same_office_of_a_group() -> None:
    assert routed("change-of-address") == routed("change-of-address")


def test_a_kind_that_no_row_knows_has_no_route_and_the_answer_says_why() -> None:
    assert routed("passport") == NoRoute(
        Sentence("no row of the table fits a request of kind {kind}", {"kind": "passport"})
    )


@pytest.mark.clause("A13")
@pytest.mark.parametrize("kind", [kind.id for kind in KINDS.kinds])
def test_a_kind_has_an_office_wherever_in_the_country_its_file_is(kind: str) -> None:
    domestic = [office.id for office in DIRECTORY.offices if office.kind != "overseas"]
    assert all(isinstance(routed(kind, file=file), Routed) for file in (*domestic, ELECTRONIC, None))


# ---- for a time


def with_transfers(*transfers: Transfer) -> RoutingTable:
    return msgspec.structs.replace(TABLE, transfers=transfers)


@pytest.mark.clause("A13")
def test_while_an_office_is_closed_its_work_goes_to_another_and_both_reasons_are_said() -> None:
    table = with_transfers(STORM)
    found = routed("outside-normal-processing", file="newark", table=table)
    assert isinstance(found, Routed)
    assert found.office.id == "nbc"
    assert [matched.row for matched in found.because] == ["paper-file", "storm"]
    assert found.because[-1].says == (
        "The Newark Field Office is closed by the storm; the National Benefits Center does its work"
    )


@pytest.mark.parametrize(
    ("after", "office"),
    [(timedelta(seconds=-1), "newark"), (timedelta(0), "nbc"), (timedelta(days=2), "newark")],
)
def test_a_transfer_holds_from_its_beginning_up_to_its_end(after: timedelta, office: str) -> None:
    found = routed("outside-normal-processing", file="newark", at=NOW + after, table=with_transfers(STORM))
    assert isinstance(found, Routed)
    assert found.office.id == office


def test_a_transfer_of_some_kinds_leaves_the_others() -> None:
    table = with_transfers(msgspec.structs.replace(STORM, kinds=("expedite",)))
    offices = [routed(kind, file="newark", table=table) for kind in ("expedite", "typographic-error")]
    assert [found.office.id for found in offices if isinstance(found, Routed)] == ["nbc", "newark"]


def test_work_that_has_moved_moves_on_with_the_office_it_went_to() -> None:
    on = msgspec.structs.replace(STORM, id="flood", from_="nbc", to="vsc")
    found = routed("outside-normal-processing", file="newark", table=with_transfers(STORM, on))
    assert isinstance(found, Routed)
    assert found.office.id == "vsc"
    assert [matched.row for matched in found.because] == ["paper-file", "storm", "flood"]


def test_work_that_goes_round_in_a_circle_goes_nowhere() -> None:
    back = msgspec.structs.replace(STORM, id="back", from_="nbc", to="newark")
    assert isinstance(
        routed("outside-normal-processing", file="newark", table=with_transfers(STORM, back)), NoRoute
    )


def test_a_transfer_knows_its_zone_and_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="offset from UTC"):
        Transfer(id="x", from_="a", to="b", since=NOW.replace(tzinfo=None), says="")
    with pytest.raises(ValueError, match="ends before it begins"):
        Transfer(id="x", from_="a", to="b", since=NOW, until=NOW, says="")
