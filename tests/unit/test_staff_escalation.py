"""Which ways a call may go up, and for what."""

from collections.abc import Collection, Mapping
from datetime import date

import pytest

from tierline.calls.names import Tier, Trigger
from tierline.offices.hours import WeeklyHours
from tierline.staff.escalation import why_not
from tierline.staff.tiers import TierOfService, TiersFile

T1: tuple[Tier, ...] = ("1",)
T2: tuple[Tier, ...] = ("1", "2")
TRIGGERS: tuple[Trigger, ...] = ("caller_asked", "upset", "urgent")


def refused(
    to: Tier,
    trigger: Trigger,
    *,
    by: Tier,
    served_by: Collection[Tier],
    written: Mapping[Tier, frozenset[Trigger]] | None = None,
) -> str | None:
    """`written` are the reasons of the agency's own, of the tier that hands the call on."""
    tier = TierOfService(
        id=by,
        names={},
        hours=WeeklyHours(time_zone="UTC"),
        escalates=dict(written or {}),
        source="tests",
        verified=True,
        as_of=date(2026, 11, 24),
    )
    why = why_not(TiersFile((tier,)), to, trigger, by=by, served_by=served_by)
    return None if why is None else str(why)


@pytest.mark.clause("B3.1")
def test_tier_2_comes_only_after_tier_1() -> None:
    assert refused("2", "unresolved", by="1", served_by=T1) is None
    assert refused("2", "unresolved", by="1", served_by=()) is not None


@pytest.mark.clause("A3")
@pytest.mark.clause("B4.2")
def test_a_call_only_climbs_and_each_trigger_has_its_place() -> None:
    assert refused("supervisor", "officer_judgement", by="2", served_by=T2) is None
    assert refused("supervisor", "officer_judgement", by="1", served_by=T1) is not None
    for trigger in TRIGGERS:
        assert refused("supervisor", trigger, by="1", served_by=T1) is None
        assert refused("supervisor", trigger, by="2", served_by=T2) is None
    assert refused("2", "unresolved", by="supervisor", served_by=T2) is not None
    assert refused("2", "caller_asked", by="1", served_by=T1) is not None


@pytest.mark.clause("A3")
def test_the_agency_says_for_which_reasons_a_call_goes_up() -> None:
    only: dict[Tier, frozenset[Trigger]] = {"2": frozenset({"unresolved"})}
    assert refused("2", "unresolved", by="1", served_by=T1, written=only) is None
    why = refused("2", "urgent", by="1", served_by=T1, written=only)
    assert why == "your agency hands no call to Tier 2 for this reason; choose another way on"
    assert refused("supervisor", "unresolved", by="1", served_by=T1, written=only) is None


@pytest.mark.clause("B4.2")
@pytest.mark.parametrize("trigger", TRIGGERS)
def test_no_agency_keeps_a_caller_from_a_supervisor_whom_the_policy_sends_there(trigger: Trigger) -> None:
    nobody: dict[Tier, frozenset[Trigger]] = {"supervisor": frozenset()}
    assert refused("supervisor", trigger, by="1", served_by=T1, written=nobody) is None
    assert refused("supervisor", "unresolved", by="1", served_by=T1, written=nobody) is not None
