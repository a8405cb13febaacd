"""Who may hold which role."""

import pytest

from tierline.calls.names import AgentId
from tierline.staff.person import Employment, Person, Role


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
