"""People hang up at any moment: every call ends once, and nothing of it stays."""

import pytest

from tests.telephony.people import IN_LINE, asks_for_a_person, at_main_menu, keys_receipt, talks_to_tier_1
from tests.telephony.until import until
from tierline.caller.call import ScriptedCall
from tierline.demo.matters import AT_A_FIELD_OFFICE
from tierline.demo.stage import Stage

MOMENTS = [
    "welcome",
    "menu",
    "receipt",
    "birth date",
    "status",
    "waiting",
    "ringing",
    "talking",
    "consulting",
]


async def come_to(moment: str, people: Stage) -> ScriptedCall:
    match moment:
        case "welcome":
            return await people.dial("2025550120")
        case "menu":
            return await at_main_menu(people)
        case "receipt" | "birth date" | "status":
            return await _at_the_receipt(moment, people)
        case "waiting":
            return await asks_for_a_person(people, IN_LINE)
        case "ringing":
            await people.csr.ready()
            call = await asks_for_a_person(people)
            await people.csr.phone.incoming(10)
            return call
        case _:
            return await _in_conversation(moment, people)


async def _at_the_receipt(moment: str, people: Stage) -> ScriptedCall:
    call = await at_main_menu(people)
    await keys_receipt(call, "322" if moment == "receipt" else AT_A_FIELD_OFFICE.keys)
    if moment != "receipt":
        await call.until_heard("key-birth-date", within=10)
    if moment == "status":
        await call.press(AT_A_FIELD_OFFICE.birth_keys)
        await call.until_heard("case-status", within=15)
    return call


async def _in_conversation(moment: str, people: Stage) -> ScriptedCall:
    call, _, seen = await talks_to_tier_1(people)
    if moment == "consulting":
        await people.officer.ready()
        await people.csr.transfers(seen.id, "2", "unresolved", "cannot be resolved here")
        await people.officer.answers()
        await people.officer.until_consulted()
    return call


@pytest.mark.parametrize("moment", MOMENTS)
async def test_a_caller_hangs_up_and_the_call_ends_once_and_wholly(people: Stage, moment: str) -> None:
    call = await come_to(moment, people)
    newest = (await people.supervisor.newest_calls())[0]
    assert newest.phase != "ended"
    await call.hang_up()

    async def ended() -> bool:
        return (await people.supervisor.reads(newest.id)).phase == "ended"

    await until(ended)
    timeline = (await people.supervisor.reads(newest.id)).timeline
    assert [line.who for line in timeline if line.kind == "end"] == ["caller"]
    for agent in people.agents:
        await agent.until("no call", lambda screen: screen.call is None)


async def test_an_agent_who_rejects_a_call_is_not_rung_again_and_the_caller_goes_on_waiting(
    people: Stage,
) -> None:
    await people.csr.ready()
    call = await asks_for_a_person(people)
    await people.csr.phone.incoming(10)
    await people.csr.phone.reject()
    screen = await people.csr.until("not ready", lambda s: s.state.name == "not_ready")
    assert screen.state.reason == "rejected a call"
    assert not call.ended.is_set()
    await people.csr.ready()
    await people.csr.answers()
    await people.csr.until_serving()


async def test_a_caller_whose_agents_phone_is_lost_hears_an_apology_and_waits_at_the_original_age(
    people: Stage,
) -> None:
    call, at_csr, seen = await talks_to_tier_1(people)
    await at_csr.hang_up()
    await call.until_heard("agent-lost", within=10)
    await people.csr.ready()
    await people.csr.answers()
    again = await people.csr.until_serving()
    assert again.id == seen.id
    assert again.waiting_since == seen.waiting_since
    assert any(line.what.startswith("Lost the connection") for line in again.timeline)
