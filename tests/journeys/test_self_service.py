"""The caller and the IVR, before anybody else."""

from datetime import UTC, datetime

import pytest

from tests.journeys.world import World
from tierline.calls.events import Entered, Heard, KeyRefused, LookedUp, Queued
from tierline.calls.service_events import Referred
from tierline.calls.verification_events import Verified
from tierline.desk.asking import LIMIT_SECONDS

ANA = "3222190012345"  # EAC2190012345
ANA_BORN = "04121985"
BETO_OR_CARMEN = "8722110054321"  # VSC or TSC
DAO_PROTECTED = "6722112067890"  # MSC, protected, or NSC
SUNDAY_NIGHT = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


@pytest.mark.clause("A4")
@pytest.mark.clause("B1.1")
def test_a_call_begins_in_the_ivr_before_any_agent_is_rung(world: World) -> None:
    world.ready("carla")
    ana = world.dials()
    assert ana.hears == ["welcome", "welcome"]
    assert not world.ringing


def test_the_welcome_is_said_in_both_languages_and_the_menu_in_the_chosen_one(world: World) -> None:
    ana = world.dials()
    assert ana.hears_language == {"en", "es"}
    ana.listens()
    assert ana.hears == ["choose-language", "choose-language", "relay-operators"]
    ana.presses("2")
    assert (ana.hears, ana.hears_language) == (["main-menu", "keys-everywhere"], {"es"})


def test_keys_count_while_a_prompt_plays(world: World) -> None:
    ana = world.dials()
    ana.presses("1")
    ana.presses("1")
    assert ana.hears == ["key-receipt"]


@pytest.mark.clause("A4")
def test_a_caller_who_proves_who_they_are_hears_the_status_without_a_person(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + ANA + ANA_BORN)
    assert ana.hears == ["case-status", "after-answer"]
    assert ana.call.verification == "basic"


@pytest.mark.parametrize(
    ("receipt", "born"),
    [
        pytest.param("3229999999999", ANA_BORN, id="unknown number"),
        pytest.param(ANA, "01011980", id="wrong date of birth"),
        pytest.param("6722112067890", "07191982", id="protected"),
    ],
)
def test_unknown_protected_and_mistaken_sound_the_same(world: World, receipt: str, born: str) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + receipt)
    assert ana.hears == ["key-birth-date"]
    ana.presses(born)
    assert ana.hears == ["cannot-tell"]
    assert ana.call.verification == "none"
    assert [(v.verification, v.matter) for v in ana.all(Verified)] == [("none", None)]


def test_where_two_cases_fit_the_keys_the_caller_is_asked_which(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + BETO_OR_CARMEN)
    assert ana.hears == ["which-receipt", "receipt-option", "receipt-option"]
    ana.presses("2")
    assert ana.hears == ["key-birth-date"]
    ana.presses("02031978")
    assert ana.hears == ["case-status", "after-answer"]
    receipt = world.do(world.center.values.entered(ana.call, "receipt"))
    assert receipt == "TSC2110054321"


def test_a_protected_case_is_never_offered_as_one_of_two(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + DAO_PROTECTED)
    assert ana.hears == ["key-birth-date"]


def test_letters_of_no_receipt_are_asked_for_again_and_then_a_person_is_offered(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + "1112190012345")
    assert ana.hears == ["malformed-receipt", "key-receipt"]
    ana.presses("1112190012345")
    ana.presses("1112190012345")
    assert ana.hears == ["receipt-trouble"]
    ana.listens()
    ana.chooses_a_person()
    assert ana.call.phase == "waiting"


def test_too_few_digits_are_asked_for_again(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + "322#")
    assert ana.hears == ["too-few-digits", "key-receipt"]


def test_a_wrong_key_is_told_and_the_menu_said_again(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("#")
    assert ana.hears == ["main-menu", "keys-everywhere"]
    ana.presses("25")
    assert ana.hears == ["wrong-key", "hours-open", "after-answer"]
    assert [refused.key for refused in ana.all(KeyRefused)] == ["5"]


@pytest.mark.clause("A5")
def test_silence_chooses_a_person_only_after_a_prompt_that_says_so(world: World) -> None:
    ana = world.dials(language="en")
    for _ in range(3):
        assert ana.hears == ["main-menu", "keys-everywhere"]
        world.wait(seconds=7)
    assert ana.hears == ["stay-on-the-line"]
    assert not ana.all(Queued)
    world.wait(seconds=7)
    assert ana.hears == ["wait-unknown", "offer-callback"]
    world.wait(seconds=7)
    assert ana.hears == ["recording-notice"]
    world.wait(seconds=4)
    assert ana.call.phase == "waiting"


def test_a_request_that_the_caller_was_told_is_not_made_is_not_made_later_either(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("61" + "7722115022222" + "06061964" + "1" + "09282026")
    assert ana.hears == ["confirm-date"]
    world.cases.delay = lambda: world.clock.sleep(LIMIT_SECONDS + 5)
    ana.presses("1")
    world.wait(seconds=LIMIT_SECONDS + 1)
    assert "system-away" in str(ana.all(Heard))
    world.wait(seconds=10)
    assert not ana.call.requests


def test_a_request_is_not_made_for_a_caller_who_has_asked_for_a_supervisor_instead(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("61" + "7722115022222" + "06061964" + "1" + "09282026")
    world.cases.delay = lambda: world.clock.sleep(5)
    ana.presses("1")
    ana.presses("*1")
    assert ana.call.supervisor == "asked"
    world.wait(seconds=10)
    assert not ana.call.requests


def test_the_case_system_away_is_said_and_a_person_offered(world: World) -> None:
    world.cases.away = True
    ana = world.dials(language="en")
    ana.presses("1" + ANA)
    assert ana.hears == ["system-away"]
    ana.listens()
    assert ana.hears == ["anything-else"]


@pytest.mark.clause("A5")
@pytest.mark.parametrize("keys", ["", "1 322# 322# 322# ", "2 ", "3 999# ", f"1{ANA}{ANA_BORN} ", "6 "])
def test_a_person_is_one_key_away_in_every_menu(world: World, keys: str) -> None:
    ana = world.dials(language="es")
    ana.presses(keys)
    ana.chooses_a_person()
    assert ana.call.phase == "waiting"


@pytest.mark.clause("A2")
def test_a_caller_living_abroad_is_given_the_office_of_their_country(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("3" + "52#")
    assert ana.hears == ["overseas-office", "offer-text", "after-answer"]
    ana.presses("9")
    assert ana.hears == ["overseas-office", "offer-text", "after-answer"]
    assert [referred.office for referred in ana.all(Referred)] == ["mexico-city"]


@pytest.mark.clause("A2")
def test_a_country_whose_office_is_not_verified_is_not_stated_as_fact(world: World) -> None:
    unverified = next(
        c
        for code in ("44", "49", "57", "55", "33", "81", "254", "63")
        for c in world.center.agency.directory.countries_for(code)
        if c.office and not c.verified
    )
    ana = world.dials(language="en")
    ana.presses("3" + unverified.dialling_code + "#")
    assert ana.hears == ["overseas-office-unverified", "offer-text", "after-answer"]


def test_an_unknown_country_code_offers_another_try_or_a_person(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("3" + "999#")
    assert ana.hears == ["country-unknown"]


@pytest.mark.clause("B2.1")
def test_at_night_the_ivr_answers_and_says_when_people_are_back() -> None:
    world = World(SUNDAY_NIGHT)
    ana = world.dials(language="en")
    ana.presses("2")
    assert ana.hears == ["hours-closed", "after-closed"]
    ana.presses("0")
    assert ana.hears == ["tier-1-closed", "offer-callback-window"]
    ana.presses("#")
    assert ana.hears == ["main-menu", "keys-everywhere"]
    world.close()


def test_a_caller_who_says_nothing_after_the_answer_is_thanked_and_the_call_ends(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + ANA + ANA_BORN)
    for _ in range(5):
        world.wait(seconds=7)
    assert not ana.connected
    assert (ana.call.ending, world.switch.legs, world.switch.rooms) == ("ivr_ended", set(), {})


def test_what_was_keyed_is_in_no_event(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + ANA + ANA_BORN)
    history = str(ana.events)
    assert "2190012345" not in history
    assert "1985" not in history
    assert "2025550111" not in history
    assert {e.kind for e in ana.all(Entered)} == {"receipt", "date_of_birth"}
    assert [e.outcome for e in ana.all(LookedUp)] == ["one", "verified"]
    assert ana.all(Heard)
