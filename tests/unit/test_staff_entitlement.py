from itertools import combinations, product
from typing import get_args

import pytest

from tests.sample import load_agency, named_cases
from tests.sample_agency import read
from tierline.calls.names import Verification
from tierline.desk.requests.of_their_case import QUESTION, REPLY, REQUESTS
from tierline.ports.case_system import CaseRecord
from tierline.staff.entitlement import (
    UNKNOWN,
    Viewer,
    ViewerRole,
    disclose,
    visible_fields,
)
from tierline.staff.person import Employment, StaffFile

TABLE = load_agency().entitlements
BASIC = {field for field, kept_as in TABLE.fields.items() if kept_as == "basic"}
ORDINARY: frozenset[str] = frozenset()
PROTECTED = frozenset({"protected"})
CSR = Viewer(role="csr", site="east", employment="contract")
IVR = Viewer(role="ivr")
OFFICER = Viewer(role="officer", site="east", employment="federal")
SUPERVISOR = Viewer(role="supervisor", site="east", employment="federal")
CLEARED = Viewer(role="supervisor", site="east", employment="federal", grants=PROTECTED)

_EMPLOYMENTS: tuple[Employment | None, ...] = (None, *get_args(Employment))
EVERYONE = [
    Viewer(role=role, employment=employment, site=site, vendor=vendor, grants=grants)
    for role, employment, site, vendor, grants in product(
        get_args(ViewerRole),
        _EMPLOYMENTS,
        ("east", ""),
        ("harbor", ""),
        (ORDINARY, PROTECTED, frozenset({"unheard-of"})),
    )
]
VERIFICATIONS: tuple[Verification, ...] = get_args(Verification)
FLAGS = [frozenset(some) for n in range(3) for some in combinations(("protected", "unheard-of"), n)]


@pytest.mark.clause("A8")
def test_before_verification_nobody_sees_anything_whatever_their_role_tier_and_clearance() -> None:
    for viewer, flags in product(EVERYONE, FLAGS):
        assert visible_fields(TABLE, viewer, "none", flags) == frozenset()


@pytest.mark.clause("A8")
def test_tier_1_sees_basic_facts_at_most_and_the_ivr_has_an_address_to_write_to_besides() -> None:
    for viewer, verification, flags in product(EVERYONE, VERIFICATIONS, FLAGS):
        if viewer.role == "csr":
            assert visible_fields(TABLE, viewer, verification, flags) <= BASIC
        if viewer.role == "ivr":
            assert visible_fields(TABLE, viewer, verification, flags) <= BASIC | {"email"}
    assert visible_fields(TABLE, CSR, "basic", ORDINARY) == BASIC
    assert visible_fields(TABLE, IVR, "basic", ORDINARY) == BASIC | {"email"}


@pytest.mark.clause("B3.2")
def test_an_officer_sees_the_case_of_a_verified_caller() -> None:
    assert {"file_office", "date_of_birth"} <= visible_fields(TABLE, OFFICER, "basic", ORDINARY)


@pytest.mark.clause("B4.4a")
def test_a_supervisor_sees_what_an_officer_sees_to_verify_it() -> None:
    officer = visible_fields(TABLE, OFFICER, "basic", ORDINARY)
    assert visible_fields(TABLE, SUPERVISOR, "basic", ORDINARY) == officer


@pytest.mark.clause("A7")
def test_a_contractor_sees_no_more_than_basic_facts_under_any_role() -> None:
    for viewer, verification, flags in product(EVERYONE, VERIFICATIONS, FLAGS):
        if viewer.employment == "contract" and viewer.role != "ivr":  # which is nobody's employee
            assert visible_fields(TABLE, viewer, verification, flags) <= BASIC


@pytest.mark.clause("A7")
def test_who_looks_after_a_site_sees_no_more_than_basic_facts_and_of_them_quality_alone() -> None:
    for viewer, verification, flags in product(EVERYONE, VERIFICATIONS, FLAGS):
        seen = visible_fields(TABLE, viewer, verification, flags)
        if viewer.role == "quality":
            assert seen <= BASIC
        if viewer.role in ("lead", "workforce"):
            assert seen == frozenset()
    quality = Viewer(role="quality", site="east", employment="contract", vendor="harbor")
    assert visible_fields(TABLE, quality, "basic", ORDINARY) == BASIC


@pytest.mark.clause("A8")
def test_a_protected_case_is_the_same_as_an_unknown_number_for_whoever_is_not_cleared() -> None:
    for viewer, verification in product(EVERYONE, VERIFICATIONS):
        if "protected" not in viewer.grants:
            assert disclose(TABLE, viewer, verification, PROTECTED) == UNKNOWN


def test_a_protected_case_opens_to_a_cleared_officer_only_after_special_verification() -> None:
    assert disclose(TABLE, CLEARED, "basic", PROTECTED) == UNKNOWN
    assert disclose(TABLE, CLEARED, "special", PROTECTED).fields == TABLE.fields.keys()


def test_a_grant_alone_opens_nothing_to_a_csr() -> None:
    granted = Viewer(role="csr", site="east", employment="federal", grants=PROTECTED)
    assert disclose(TABLE, granted, "special", PROTECTED) == UNKNOWN


def test_a_flag_that_no_row_knows_closes_the_case() -> None:
    for viewer, verification in product(EVERYONE, VERIFICATIONS):
        assert not visible_fields(TABLE, viewer, verification, frozenset({"unheard-of"}))


def test_that_an_ordinary_case_exists_is_known_so_that_two_readings_can_be_told_apart() -> None:
    known = disclose(TABLE, IVR, "none", ORDINARY)
    assert known.known
    assert not known.fields


def test_every_field_of_a_case_has_a_class() -> None:
    texts = {"status_texts", "next_steps"}
    of_the_agency = {name for case in named_cases() for name in case.identity}
    others = {"identity", "sources", "unanswered"}
    fields = set(CaseRecord.__struct_fields__) - texts - others | of_the_agency
    of_its_requests = {REQUESTS, QUESTION, REPLY}
    assert fields | of_its_requests == TABLE.fields.keys() - {"next_steps"}


@pytest.mark.clause("A7")
def test_the_sample_agency_has_contract_csrs_and_only_federal_officers_and_supervisors() -> None:
    staff = read("staff.yaml", StaffFile).staff
    assert "contract" in {person.employment for person in staff if person.role == "csr"}
    assert {p.employment for p in staff if p.role in ("officer", "supervisor")} == {"federal"}
