"""Who may hold which role."""

import pytest
from msgspec.structs import replace

from tierline.calls.names import AgentId
from tierline.staff.person import OVER_THEIR_SITE, Employment, Person, Role


def person(role: Role, employment: Employment) -> Person:
    office = "newark" if role == "clerk" else None
    return Person(user=AgentId("x"), name="X", role=role, number="1", employment=employment, office=office)


@pytest.mark.clause("A7")
@pytest.mark.parametrize("role", ["officer", "supervisor"])
def test_a_contract_employee_can_be_given_no_officers_or_supervisors_role(role: Role) -> None:
    with pytest.raises(ValueError, match="contract employee"):
        person(role, "contract")


@pytest.mark.clause("A6")
@pytest.mark.clause("A7")
def test_a_csr_may_be_a_contract_employee_and_serves_tier_1() -> None:
    assert person("csr", "contract").tier == "1"


@pytest.mark.clause("A7")
@pytest.mark.parametrize("role", sorted(OVER_THEIR_SITE))
def test_who_looks_after_a_site_may_be_a_contractor_and_takes_no_calls(role: Role) -> None:
    assert person(role, "contract").tier is None


@pytest.mark.clause("A7")
def test_nobody_becomes_an_officer_by_a_change_of_who_they_are() -> None:
    with pytest.raises(ValueError, match="contract employee"):
        replace(person("lead", "contract"), role="supervisor")


def test_only_a_contractor_works_for_a_vendor() -> None:
    with pytest.raises(ValueError, match="vendor"):
        replace(person("lead", "federal"), vendor="harbor")
