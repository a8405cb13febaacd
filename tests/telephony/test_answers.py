"""The IVR on the real engine: what a caller hears, also one who keys nonsense or nothing."""

import pytest

from tests.telephony.people import (
    IN_LINE,
    WRONG_BIRTH_DATE,
    at_main_menu,
    is_told_of_the_recording,
    keys_receipt,
)
from tierline.demo.matters import AT_A_FIELD_OFFICE
from tierline.demo.stage import Stage


@pytest.mark.clause("A1")
@pytest.mark.clause("A4")
@pytest.mark.clause("B1.1")
async def test_a_call_to_the_centers_number_is_answered_by_the_ivr_and_by_no_person(people: Stage) -> None:
    for agent in people.agents:
        await agent.ready()
    call = await people.dial("2025550110")
    assert (await call.until_heard("welcome", within=10)).at < 2
    assert {(await agent.screen()).state.name for agent in people.agents} == {"ready"}


@pytest.mark.clause("B1.2")
async def test_a_key_works_while_a_menu_plays_and_the_next_speaks_the_chosen_language(people: Stage) -> None:
    call = await people.dial("2025550111")
    await call.until_heard("choose-language", within=20)
    await call.press("2")
    assert (await call.until_heard("main-menu", within=10)).language == "es"
    await call.press("1")
    assert (await call.until_heard("key-receipt", within=10)).language == "es"
    menu = next(heard for heard in call.heard() if heard.prompt == "main-menu")
    assert not menu.whole


@pytest.mark.clause("A4")
@pytest.mark.clause("B1.2")
async def test_a_verified_caller_hears_the_status_of_the_case(people: Stage) -> None:
    call = await at_main_menu(people)
    await keys_receipt(call, AT_A_FIELD_OFFICE.keys)
    await call.until_heard("key-birth-date", within=10)
    await call.press(AT_A_FIELD_OFFICE.birth_keys)
    assert "transferred" in (await call.until_heard("case-status", within=15)).text


@pytest.mark.parametrize(
    ("keys", "case"),
    [
        (AT_A_FIELD_OFFICE.keys, "known"),
        ("3229999999999", "unknown"),
        ("9222109011111", "protected"),
    ],
)
async def test_without_proof_a_known_an_unknown_and_a_protected_case_sound_the_same(
    people: Stage, keys: str, case: str
) -> None:
    call = await at_main_menu(people)
    await keys_receipt(call, keys)
    await call.until_heard("key-birth-date", within=10)
    await call.press(WRONG_BIRTH_DATE)
    await call.until_heard("cannot-tell", within=10)
    assert "case-status" not in [heard.prompt for heard in call.heard()], case


async def test_keys_that_fit_two_cases_are_asked_about(people: Stage) -> None:
    call = await at_main_menu(people)
    await keys_receipt(call, "8722110054321")
    await call.until_heard("which-receipt", within=15)
    await call.press("2")
    await call.until_heard("key-birth-date", within=10)


async def test_a_malformed_receipt_number_is_asked_for_again_and_then_leads_to_a_person(
    people: Stage,
) -> None:
    call = await at_main_menu(people)
    await keys_receipt(call, "1112190012345")
    await call.until_heard("malformed-receipt", within=10)
    await call.press("1112190012345")
    await call.until_heard("malformed-receipt", within=10, since=call.heard()[-1].at)
    await call.press("1112190012345")
    await call.until_heard("receipt-trouble", within=15)
    await call.until_heard("anything-else", within=15)


async def test_a_key_without_a_meaning_is_said_to_have_none(people: Stage) -> None:
    call = await at_main_menu(people)
    await call.press("2")
    asked = await call.until_heard("hours-open", within=15)
    await call.press("5")
    await call.until_heard("wrong-key", within=10)
    await call.until_heard("hours-open", within=15, since=asked.until)


@pytest.mark.clause("A5")
async def test_silence_chooses_a_person_only_after_a_prompt_that_says_so(people: Stage) -> None:
    call = await at_main_menu(people)
    await call.press("3")
    await call.until_heard("key-country", within=10)
    for _ in range(3):
        await call.press("#")
        await call.until_heard("too-few-digits", within=10, since=call.heard()[-1].at)
    told = await call.until_heard("stay-on-the-line", within=20)
    again = await call.until_heard("offer-callback", within=40)
    await is_told_of_the_recording(call)
    connecting = await call.until_heard("connecting", within=30)
    assert connecting.at > again.until > told.until


@pytest.mark.clause("A2")
async def test_a_caller_abroad_hears_their_office_and_may_still_ask_for_a_person(people: Stage) -> None:
    call = await at_main_menu(people)
    await call.press("3")
    await call.until_heard("key-country", within=10)
    await call.press("91#")
    told = await call.until_heard("overseas-office", within=45)
    assert "New Delhi" in told.text
    await call.press(IN_LINE)
    await is_told_of_the_recording(call)
    await call.until_heard("connecting", within=20)


@pytest.mark.clause("A2")
async def test_an_unknown_country_is_never_stated_as_fact(people: Stage) -> None:
    call = await at_main_menu(people)
    await call.press("3")
    await call.until_heard("key-country", within=10)
    await call.press("999#")
    await call.until_heard("country-unknown", within=15)
