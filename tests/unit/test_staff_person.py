"""Who may hold which role."""

import pytest

from tierline.calls.names import AgentId, Tier, Trigger
from tierline.staff.escalation import why_not
from tierline.staff.person import Employment, Person, Role

T1: tuple[Tier, ...] = ("1",)
T2: tuple[Tier, ...] = ("1", "2")
TRIGGERS: tuple[Trigger, ...] = ("caller_asked", "upset", "urgent")


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


@pytest.mark.clause("B3.1")
def test_tier_2_comes_only_after_tier_1() -> None:
    assert why_not("2", "unresolved", by="1", served_by=T1) is None
    assert why_not("2", "unresolved", by="1", served_by=()) is not None


@pytest.mark.clause("A3")
@pytest.mark.clause("B4.2")
def test_a_call_only_climbs_and_each_trigger_has_its_place() -> None:
    assert why_not("supervisor", "officer_judgement", by="2", served_by=T2) is None
    assert why_not("supervisor", "officer_judgement", by="1", served_by=T1) is not None
    for trigger in TRIGGERS:
        assert why_not("supervisor", trigger, by="1", served_by=T1) is None
        assert why_not("supervisor", trigger, by="2", served_by=T2) is None
    assert why_not("2", "unresolved", by="supervisor", served_by=T2) is not None
    assert why_not("2", "caller_asked", by="1", served_by=T1) is not None
