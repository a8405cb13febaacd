"""Each kind of step, on a flow as small as it can be."""

import pytest
from msgspec.structs import replace

from tierline.agency.flow_file import read_flow
from tierline.calls import events as ev
from tierline.calls.place import Spot
from tierline.ivr import effects as fx
from tierline.ivr import interpreter
from tierline.ivr.flow import Flow
from tierline.ivr.receipts import ReceiptPrefixes
from tierline.ivr.session import Option, Turn

SETTINGS = {
    "start": "main",
    "answers": "main",
    "person": "person",
    "everywhere": {"*": "supervisor", "0": "person", "7": "back", "8": "slower", "9": "repeat", "#": "main"},
    "patience": {"spent": "gone", "silences": 4, "wrong_keys": 5, "tries": 2},
}
STEPS = {
    "main": {
        "menu": ["main"], "keys": {"1": "zip", "2": "ask", "3": "sub"}, "silent": "quiet", "wrong": "bye",
    },
    "zip": {"collect": "zip", "prompts": ["zip"], "confirm": "right", "then": "bye", "failed": "person"},
    "ask": {
        "look_up": "receipt",
        "outcomes": {"one": "told", "several": "which", "away": "bye"},
    },
    "which": {
        "choose": "receipt", "prompts": ["which"], "each": "option", "then": "secret",
        "silent": "bye", "wrong": "bye",
    },
    "secret": {
        "collect": "date_of_birth", "prompts": ["born"], "sensitive": True, "then": "told", "failed": "bye",
    },
    "told": {"say": ["told"], "then": "quiet"},
    "quiet": {"menu": ["quiet"], "keys": {}, "silent": "person", "wrong": "person"},
    "sub": {"do": "sub", "outcomes": {"done": "told"}},
    "person": {"queue": "1", "reason": "asked"},
    "bye": {"end": ["bye"]},
    "gone": {"end": ["gone"]},
}  # fmt: skip
SUB = {"start": "first", "steps": {"first": {"say": ["in-sub"], "then": "last"}, "last": {"return": "done"}}}


def small_flow() -> Flow:
    written = {"flow.yaml": {**SETTINGS, "steps": STEPS}, "flows/sub.yaml": SUB}
    flow, misread = read_flow(written, ReceiptPrefixes(()))
    assert not misread
    assert flow
    return flow


FLOW = small_flow()


def keys(pressed: str, turn: Turn | None = None) -> Turn:
    turn = turn or interpreter.begin(FLOW)
    for key in pressed:
        turn = interpreter.key(FLOW, turn.session, key)
    return turn


def at(turn: Turn) -> str:
    return turn.session.step


def said(turn: Turn) -> list[str]:
    return [line.prompt for e in turn.effects if isinstance(e, fx.Speak) for line in e.lines]


def kept(turn: Turn) -> list[fx.Keep]:
    return [e for e in turn.effects if isinstance(e, fx.Keep)]


def test_a_value_is_said_back_and_kept_when_it_is_right() -> None:
    turn = keys("1" + "10001")
    assert said(turn) == ["right"]
    assert not kept(turn)
    assert kept(keys("1", turn)) == [fx.Keep("zip", "10001")]


def test_a_value_that_is_not_right_is_keyed_again() -> None:
    turn = keys("2", keys("110001"))
    assert (at(turn), said(turn)) == ("zip", ["zip"])
    assert kept(keys("94105" + "1", turn)) == [fx.Keep("zip", "94105")]


def test_too_few_digits_are_asked_for_again_and_then_given_up() -> None:
    turn = keys("1" + "12#")
    assert said(turn) == ["too-few-digits", "zip"]
    assert at(keys("12#", turn)) == "person"


def test_a_date_that_does_not_exist_is_said_to_be_none() -> None:
    start = interpreter.go_to(FLOW, interpreter.begin(FLOW).session, "secret")
    turn = keys("02301990", start)
    assert said(turn) == ["malformed-date_of_birth", "born"]


def test_a_sensitive_value_is_held_and_asked_for_again_by_another_process() -> None:
    start = interpreter.go_to(FLOW, interpreter.begin(FLOW).session, "secret")
    turn = keys("02281990", start)
    assert kept(turn) == [fx.Keep("date_of_birth", "1990-02-28", sensitive=True)]
    assert at(turn) == "told"
    assert turn.session.place.resume == Spot("secret")


def test_options_are_said_with_their_keys_and_the_chosen_one_is_kept() -> None:
    options = [Option("VSC1", {"letters": "VSC"}), Option("TSC1", {"letters": "TSC"})]
    turn = interpreter.found(FLOW, keys("2").session, "several", {}, options)
    [speak] = [e for e in turn.effects if isinstance(e, fx.Speak)]
    assert speak.lines[1:] == (
        fx.Line("option", {"letters": "VSC", "key": 1}),
        fx.Line("option", {"letters": "TSC", "key": 2}),
    )
    assert said(keys("3", turn)) == ["wrong-key", "which", "option", "option"]
    assert kept(keys("2", turn)) == [fx.Keep("receipt", "TSC1")]


def test_what_a_look_up_said_is_gone_after_the_next_choice() -> None:
    turn = interpreter.found(FLOW, keys("2").session, "one", {"office": "Boston"})
    assert turn.session.arguments == {"office": "Boston"}
    assert turn.session.place.resume == Spot("ask")
    asked = interpreter.prompt_ended(FLOW, turn.session)
    assert asked.session.arguments == {"office": "Boston"}
    assert keys("#", asked).session.arguments == {}


def test_keys_pressed_while_something_is_looked_up_count_for_what_follows() -> None:
    options = [Option("VSC1"), Option("TSC1")]
    turn = keys("2" + "1" + "02281990")
    assert at(turn) == "ask"
    found = interpreter.found(FLOW, turn.session, "several", {}, options)
    assert [keep.value for keep in kept(found)] == ["VSC1", "1990-02-28"]
    assert said(found) == ["told"]


def test_a_sub_flow_returns_to_where_it_was_done() -> None:
    turn = keys("3")
    assert (at(turn), turn.session.place.at.stack) == ("sub/first", ("sub",))
    back = interpreter.prompt_ended(FLOW, turn.session)
    assert (at(back), back.session.place.at.stack) == ("told", ())


def test_another_process_returns_from_a_sub_flow_to_the_same_step() -> None:
    place = keys("3").session.place
    resumed = interpreter.begin(FLOW, place)
    assert at(interpreter.prompt_ended(FLOW, resumed.session)) == "told"


def test_a_key_during_a_prompt_skips_it_and_counts_for_the_next_step() -> None:
    turn = keys("0", keys("3"))
    assert at(turn) == "person"
    turn = keys("#", keys("3"))
    assert at(turn) == "main"


def test_back_leads_to_the_choice_before_this_one() -> None:
    turn = keys("1")
    assert at(turn) == "zip"
    confirming = keys("10001", turn)
    back = keys("7", confirming)
    assert (at(back), said(back)) == ("main", ["main"])
    assert at(keys("7", back)) == "main"


def test_slower_says_it_again_slower_and_stays_so() -> None:
    turn = keys("8")
    [speak] = [e for e in turn.effects if isinstance(e, fx.Speak)]
    assert (speak.lines, speak.slower) == ((fx.Line("main"),), True)
    [next_one] = [e for e in keys("1", turn).effects if isinstance(e, fx.Speak)]
    assert next_one.slower
    [normal] = [e for e in keys("8", turn).effects if isinstance(e, fx.Speak)]
    assert not normal.slower


def test_repeat_counts_as_no_wrong_key() -> None:
    turn = keys("9999")
    assert (at(turn), said(turn)) == ("main", ["main"])
    assert turn.session.place.wrong_keys == 0


def test_silence_ends_a_call_when_the_agencys_patience_is_spent() -> None:
    turn = interpreter.begin(FLOW)
    for _ in range(3):
        turn = interpreter.silence(FLOW, turn.session)
    assert at(turn) == "quiet"
    assert at(interpreter.silence(FLOW, turn.session)) == "gone"


def test_a_key_begins_the_count_of_silences_anew() -> None:
    turn = interpreter.begin(FLOW)
    for _ in range(3):
        turn = interpreter.silence(FLOW, turn.session)
    turn = keys("9", turn)
    turn = interpreter.silence(FLOW, turn.session)
    assert at(turn) == "person"


def test_wrong_keys_end_a_call_when_the_agencys_patience_is_spent() -> None:
    flow = replace(FLOW, patience=replace(FLOW.patience, tries=99))
    turn = interpreter.begin(flow)
    for _ in range(4):
        turn = interpreter.key(flow, turn.session, "5")
        assert said(turn) == ["wrong-key", "main"]
    assert at(interpreter.key(flow, turn.session, "5")) == "gone"


def test_before_the_answers_were_offered_the_key_for_a_person_chooses_nothing() -> None:
    flow = replace(FLOW, start="zip", answers="main")
    begun = interpreter.begin(flow)
    confirming = begun
    for key in "10001":
        confirming = interpreter.key(flow, confirming.session, key)
    turn = interpreter.key(flow, confirming.session, "0")
    assert said(turn) == ["wrong-key", "right"]
    [refused] = [e.event for e in turn.effects if isinstance(e, fx.Note)]
    assert refused == ev.KeyRefused("0", "zip")


@pytest.mark.parametrize("keyed", ["2025550123", "12025550123"])
def test_a_telephone_number_is_whole_with_or_without_its_1(keyed: str) -> None:
    phone = replace(FLOW.steps["zip"], kind="phone", confirm=None)
    flow = replace(FLOW, steps={**FLOW.steps, "zip": phone})
    turn = keys("1")
    for digit in keyed:
        assert not kept(turn)
        turn = interpreter.key(flow, turn.session, digit)
    assert kept(turn) == [fx.Keep("phone", "+12025550123")]


def test_where_digits_are_keyed_a_star_is_none_of_them() -> None:
    flow = replace(FLOW, everywhere={"*": "main"})
    assert at(interpreter.key(flow, keys("1" + "100").session, "*")) == "main"


def test_a_hash_after_a_full_number_chooses_nothing_until_the_next_prompt_is_over() -> None:
    start = interpreter.go_to(FLOW, interpreter.begin(FLOW).session, "secret")
    told = keys("02281990", start)
    assert keys("#", told).effects == ()
    ended = interpreter.prompt_ended(FLOW, told.session)
    assert at(keys("#", ended)) == "main"


def test_silence_after_enough_digits_completes_the_value() -> None:
    turn = keys("1" + "10001")
    assert said(turn) == ["right"]
    country = replace(FLOW.steps["zip"], kind="country", confirm=None)
    flow = replace(FLOW, steps={**FLOW.steps, "zip": country})
    keyed = interpreter.key(flow, interpreter.key(flow, keys("1").session, "5").session, "2")
    assert kept(interpreter.silence(flow, keyed.session)) == [fx.Keep("country", "52")]
