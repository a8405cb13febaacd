"""From the IVR to people, upwards, and to an office: real calls, real phones."""

import asyncio

import pytest

from tests.telephony.people import (
    IN_LINE,
    asks_for_a_person,
    at_main_menu,
    hands_on,
    keys_receipt,
    talks_to_tier_1,
    verified,
)
from tierline.demo import tone
from tierline.demo.matters import AT_A_FIELD_OFFICE, OVERSEAS
from tierline.demo.stage import Stage

PROBLEM = {"problem": "The case takes longer than normal."}


@pytest.mark.clause("A5")
@pytest.mark.clause("A6")
@pytest.mark.clause("B2.2")
async def test_a_caller_who_chooses_a_person_talks_to_tier_1_though_others_are_ready(people: Stage) -> None:
    await people.officer.ready()
    await people.supervisor.ready()
    call, at_csr, _ = await talks_to_tier_1(people)
    await tone.carried(tone.CALLER, by=call, to=at_csr)
    await tone.carried(tone.AGENT, by=at_csr, to=call)
    assert people.csr.me.tier == "1"
    for other in (people.officer, people.supervisor):
        assert (await other.screen()).state.name == "ready"


@pytest.mark.clause("B2.2")
async def test_a_waiting_caller_is_told_their_place_and_the_first_who_is_ready_is_rung(people: Stage) -> None:
    call = await asks_for_a_person(people, IN_LINE)
    await call.until_heard("position", within=60)
    await people.csr.ready()
    await people.csr.answers()
    await people.csr.until_serving()


@pytest.mark.clause("A10")
async def test_a_warm_transfer_takes_the_callers_voice_and_all_that_came_before_to_an_officer(
    people: Stage,
) -> None:
    call, at_csr, seen = await talks_to_tier_1(people)
    await verified(people.csr, seen, AT_A_FIELD_OFFICE)
    await people.csr.presents(seen.id, "case-status")
    await people.officer.ready()
    await people.csr.transfers(seen.id, "2", "unresolved", "asks why the file was moved")
    at_officer = await people.officer.answers()
    consulted = await people.officer.until_consulted()
    assert consulted.verification == "basic"
    assert "transferred" in consulted.presented[0].text
    assert consulted.path == seen.path
    await tone.carried(tone.AGENT, by=at_csr, to=at_officer)  # told by the colleague, while the caller holds
    await people.csr.completes_transfer(seen.id)
    await asyncio.wait_for(at_csr.ended.wait(), 10)
    await tone.carried(tone.CALLER, by=call, to=at_officer)
    await tone.carried(tone.AGENT, by=at_officer, to=call)


@pytest.mark.clause("B3.3")
@pytest.mark.clause("B4.1")
async def test_an_officer_escalates_to_a_supervisor_by_judgement(people: Stage) -> None:
    call, _, seen = await talks_to_tier_1(people)
    await hands_on(people.csr, people.officer, seen)
    at_supervisor = await hands_on(people.officer, people.supervisor, seen, trigger="officer_judgement")
    await tone.carried(tone.CALLER, by=call, to=at_supervisor)


@pytest.mark.clause("B4.2")
@pytest.mark.parametrize("trigger", ["caller_asked", "upset", "urgent"])
async def test_each_trigger_of_the_policy_takes_the_caller_to_a_supervisor(
    people: Stage, trigger: str
) -> None:
    call, _, seen = await talks_to_tier_1(people)
    at_supervisor = await hands_on(people.csr, people.supervisor, seen, trigger=trigger)
    await tone.carried(tone.CALLER, by=call, to=at_supervisor)


@pytest.mark.clause("A11")
@pytest.mark.parametrize("moment", ["main menu", "receipt", "waiting"])
async def test_the_supervisors_key_works_before_anybody_has_answered(people: Stage, moment: str) -> None:
    call = await (asks_for_a_person(people, IN_LINE) if moment == "waiting" else at_main_menu(people))
    if moment == "receipt":
        await keys_receipt(call, "322")
    await people.supervisor.ready()
    await call.press("*")
    await call.until_heard("confirm-supervisor", within=10)
    await call.press("1")
    await people.supervisor.answers()
    seen = await people.supervisor.until_serving()
    assert seen.supervisor == "answered"


@pytest.mark.clause("A11")
@pytest.mark.clause("B4.2")
async def test_the_supervisors_key_works_in_mid_conversation(people: Stage) -> None:
    call, _, seen = await talks_to_tier_1(people)
    await people.supervisor.ready()
    await call.press("*")
    await call.until_heard("confirm-supervisor", within=10)
    await call.press("1")
    at_supervisor = await people.supervisor.answers()
    await people.csr.completes_transfer(seen.id)
    await people.supervisor.until_serving()
    await tone.carried(tone.CALLER, by=call, to=at_supervisor)


@pytest.mark.clause("A11")
async def test_a_slip_of_the_finger_goes_back_to_where_the_caller_was(people: Stage) -> None:
    await people.supervisor.ready()
    call = await at_main_menu(people)
    await call.press("*")
    asked = await call.until_heard("confirm-supervisor", within=10)
    await call.press("5")
    await call.until_heard("main-menu", within=10, since=asked.at)
    assert (await people.supervisor.screen()).state.name == "ready"


@pytest.mark.clause("A12")
@pytest.mark.clause("A13")
async def test_a_service_request_is_said_to_the_caller_and_found_at_the_office_that_has_the_file(
    people: Stage,
) -> None:
    call, _, seen = await talks_to_tier_1(people)
    await verified(people.csr, seen, AT_A_FIELD_OFFICE)
    after = await people.csr.requests(
        seen.id, "outside-normal-processing", AT_A_FIELD_OFFICE.receipt, PROBLEM
    )
    (made,) = after.requests
    assert made.spoken in (await call.until_heard("confirmation-number", within=15)).text
    assert made.office == AT_A_FIELD_OFFICE.office
    received = await people.clerk_of(made.office).opens(made.number)
    assert "has the file" in " ".join(reason.says for reason in received.because)
    assert made.number not in [r.number for r in await people.clerk_of("nbc").inbox()]
    await people.csr.ends(seen.id)
    await asyncio.wait_for(call.ended.wait(), 10)
    assert call.ended_by == "center"


@pytest.mark.clause("A14")
async def test_for_a_file_overseas_the_caller_is_referred_and_no_request_is_made(people: Stage) -> None:
    _, _, seen = await talks_to_tier_1(people)
    await verified(people.csr, seen, OVERSEAS)
    after = await people.csr.requests(seen.id, "outside-normal-processing", OVERSEAS.receipt, PROBLEM)
    assert after.requests == ()
    (referred,) = after.referrals
    assert referred.office == OVERSEAS.office
    assert referred.phone
    assert referred.address
    assert "request" in [line.kind for line in after.timeline]
