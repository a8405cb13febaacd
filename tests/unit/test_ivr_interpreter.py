"""Walking the sample agency's flow, whatever the keys."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.sample import load_agency
from tierline.calls.events import StepReached
from tierline.calls.place import Place
from tierline.ivr import effects as fx
from tierline.ivr import interpreter
from tierline.ivr.answers import Question, question
from tierline.ivr.session import Option, Turn
from tierline.ivr.steps import Asking, Branch, End, Queue, Refer

FLOW = load_agency().flow
OPTIONS = (Option("VSC1", {"letters": "VSC"}), Option("TSC1", {"letters": "TSC"}))

happenings = st.lists(
    st.one_of(st.sampled_from("0123456789#"), st.sampled_from(["prompt ended", "silence"])), max_size=60
)


def after(turn: Turn, happening: str, choose: int) -> Turn:
    step = FLOW.steps[turn.session.step]
    if isinstance(step, Asking):
        ways = sorted(step.ways)
        outcome = ways[choose % len(ways)]
        asked = question(step) or Question({})
        told = dict.fromkeys(asked.outcomes.get(outcome, ()), "1")
        return interpreter.found(
            FLOW, turn.session, outcome, told, OPTIONS if outcome in asked.options else ()
        )
    if happening == "prompt ended":
        return interpreter.prompt_ended(FLOW, turn.session)
    if happening == "silence":
        return interpreter.silence(FLOW, turn.session)
    return interpreter.key(FLOW, turn.session, happening)


def walks(happened: list[str], choose: int) -> list[Turn]:
    """Turn by turn, until the caller leaves the flow for a person or with a good-bye."""
    turns = [interpreter.begin(FLOW)]
    for happening in happened:
        if isinstance(FLOW.steps[turns[-1].session.step], Queue | End):
            break
        turns.append(after(turns[-1], happening, choose))
    return turns


def places(turn: Turn) -> list[Place]:
    return [
        effect.event.place
        for effect in turn.effects
        if isinstance(effect, fx.Note) and isinstance(effect.event, StepReached)
    ]


@given(happenings, st.integers(0, 9))
def test_no_keys_or_silences_ever_strand_a_caller(happened: list[str], choose: int) -> None:
    """Whoever comes to a step hears something, is looked up for, or leaves for a person."""
    for turn in walks(happened, choose):
        assert turn.session.step in FLOW.steps
        if places(turn):
            assert any(
                isinstance(effect, fx.Speak | fx.Ask | fx.ToQueue | fx.Hush) for effect in turn.effects
            )


@given(happenings, st.integers(0, 9))
def test_another_process_can_go_on_from_the_place_on_record(happened: list[str], choose: int) -> None:
    for turn in walks(happened, choose):
        for place in places(turn)[-1:]:
            written = msgspec.json.decode(msgspec.json.encode(place), type=Place)
            resumed = interpreter.begin(FLOW, written)
            waits = [e for e in resumed.effects if isinstance(e, fx.Speak | fx.Ask | fx.ToQueue)]
            assert len(waits) == 1
            assert resumed.session.place.at == place.resume
            assert resumed.session.place.trail[:1] == place.trail[:1]


@given(happenings, st.integers(0, 9))
def test_nobody_is_put_through_before_the_answers_were_offered(happened: list[str], choose: int) -> None:
    turns = walks(happened, choose)
    for turn in turns:
        if any(isinstance(effect, fx.ToQueue) for effect in turn.effects):
            assert turn.session.place.offered


@given(happenings, st.integers(0, 9))
def test_collected_digits_are_never_noted(happened: list[str], choose: int) -> None:
    for turn in walks(happened, choose):
        noted = str([e.event for e in turn.effects if isinstance(e, fx.Note)])
        assert not (len(turn.session.digits) > 1 and turn.session.digits in noted)


@given(happenings, st.integers(0, 9))
def test_prompts_get_what_they_say_from_the_answer_just_before(happened: list[str], choose: int) -> None:
    """After a choice nothing of an earlier answer is left to be said."""
    for turn in walks(happened, choose):
        step = FLOW.steps[turn.session.step]
        if isinstance(step, Branch | Refer):
            continue
        if turn.session.pinned is None:
            assert not turn.session.arguments
