"""Walking a flow, whatever the keys."""

from hypothesis import given
from hypothesis import strategies as st

from tests.sample import load_agency
from tierline.ivr import effects as fx
from tierline.ivr import interpreter
from tierline.ivr.flow import LookUp, Queue
from tierline.ivr.interpreter import Turn

FLOW = load_agency().flow
ARGUMENTS = {"first_receipt": "VSC1", "second_receipt": "TSC1"}

happenings = st.lists(
    st.one_of(st.sampled_from("0123456789#"), st.sampled_from(["prompt ended", "silence"])), max_size=60
)


def after(turn: Turn, happening: str, choose: int) -> Turn:
    step = FLOW.steps[turn.session.step]
    if isinstance(step, LookUp):
        outcomes = sorted(step.outcomes)
        return interpreter.found(FLOW, turn.session, outcomes[choose % len(outcomes)], ARGUMENTS)
    if happening == "prompt ended":
        return interpreter.prompt_ended(FLOW, turn.session)
    if happening == "silence":
        return interpreter.silence(FLOW, turn.session)
    return interpreter.key(FLOW, turn.session, happening)


@given(happenings, st.integers(0, 9))
def test_no_keys_or_silences_ever_strand_a_caller(happened: list[str], choose: int) -> None:
    """After every turn the caller hears something, is listened to, is looked up for, or has left for a person
    or with a good-bye."""
    turn = interpreter.begin(FLOW)
    for happening in happened:
        step = FLOW.steps[turn.session.step]
        if isinstance(step, Queue):
            assert any(isinstance(e, fx.ToQueue) for e in turn.effects)
            return
        turn = after(turn, happening, choose)
        assert turn.session.step in FLOW.steps
        assert turn.session.resume in FLOW.steps


@given(happenings, st.integers(0, 9))
def test_another_process_can_go_on_from_every_step(happened: list[str], choose: int) -> None:
    turn = interpreter.begin(FLOW)
    for happening in happened:
        turn = after(turn, happening, choose)
        resumed = interpreter.begin(FLOW, turn.session.resume)
        spoken = [e for e in resumed.effects if isinstance(e, fx.Speak)]
        looked_up = [e for e in resumed.effects if isinstance(e, fx.Ask)]
        queued = [e for e in resumed.effects if isinstance(e, fx.ToQueue)]
        assert len(spoken) + len(looked_up) + len(queued) == 1


@given(happenings, st.integers(0, 9))
def test_collected_digits_are_never_noted(happened: list[str], choose: int) -> None:
    turn = interpreter.begin(FLOW, "receipt")
    for happening in happened:
        noted = [e.event for e in turn.effects if isinstance(e, fx.Note)]
        collecting = turn.session.digits
        assert not (len(collecting) > 1 and collecting in str(noted))
        turn = after(turn, happening, choose)


def test_silence_after_enough_digits_completes_the_value() -> None:
    turn = interpreter.begin(FLOW, "country")
    turn = interpreter.key(FLOW, turn.session, "5")
    turn = interpreter.key(FLOW, turn.session, "2")
    turn = interpreter.silence(FLOW, turn.session)
    assert fx.Keep("country", "52") in turn.effects


def test_a_hash_after_a_full_number_chooses_nothing() -> None:
    turn = interpreter.begin(FLOW, "country")
    for digit in "999":
        turn = interpreter.key(FLOW, turn.session, digit)
    turn = interpreter.found(FLOW, turn.session, "unknown", {})
    assert interpreter.key(FLOW, turn.session, "#").effects == ()
