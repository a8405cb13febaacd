"""What no script answered, as the authors read it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.names import AgentId, CallId, Ref
from tierline.calls.service_events import NoScriptFits, QuestionNoted
from tierline.scripts.unanswered import NotPlain, by_topic, plain_question, topic_of

AT = datetime(2026, 11, 24, tzinfo=UTC)
CARLA = AgentId("carla")


def call(name: str, *events: AnyEvent) -> Sequence[Recorded]:
    return [
        Recorded(call=CallId(name), seq=n, at=AT + timedelta(minutes=n), event=event)
        for n, event in enumerate(events, start=1)
    ]


def none_fits(*path: str, asked: str | None = None) -> NoScriptFits:
    return NoScriptFits(CARLA, Ref(asked) if asked else None, path)


def noted(asked: str) -> QuestionNoted:
    return QuestionNoted(CARLA, Ref(asked))


def test_the_topic_is_the_last_choice_in_the_menus() -> None:
    assert topic_of(("case-status", "requests/card", "person")) == "requests/card"
    assert topic_of(("person",)) == topic_of(()) == ""


def test_the_most_frequent_topic_comes_first_with_its_newest_question_first() -> None:
    history = [
        *call("c1", none_fits("hours", "person")),
        *call("c2", none_fits("card", asked="old"), none_fits("card"), noted("new")),
    ]
    card, hours = by_topic(history, {})
    assert (card.topic, card.times, [q.asked for q in card.questions]) == ("card", 2, ["new", "old"])
    assert (hours.topic, hours.times, hours.questions) == ("hours", 1, ())


def test_what_was_asked_before_the_scripts_of_its_topic_changed_comes_after_what_was_asked_since() -> None:
    history = [
        *call("c1", none_fits("card"), none_fits("card"), none_fits("card")),
        *call("c2", none_fits("hours"), none_fits("hours")),
    ]
    hours, card = by_topic(history, {"card": AT + timedelta(minutes=3)})
    assert (hours.topic, hours.times, hours.since, hours.changed) == ("hours", 2, 2, None)
    assert (card.topic, card.times, card.since) == ("card", 3, 1)


def test_what_is_written_later_counts_nothing_and_belongs_to_its_own_call() -> None:
    history = [*call("c1", none_fits("card")), *call("c2", none_fits("hours"), noted("when?"))]
    assert [(t.topic, t.times, len(t.questions)) for t in by_topic(history, {})] == [
        ("card", 1, 0),
        ("hours", 1, 1),
    ]


def test_a_question_whose_beginning_is_longer_ago_is_left_out() -> None:
    assert by_topic(call("c1", noted("late")), {}) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "what about SRC2115022222",
        "born 06/06/1964",
        "call me at 202-555-0111",
        "a 201 555 109",
        "ana@sample.org",
    ],
)
def test_words_that_may_name_somebody_are_not_written_down(typed: str) -> None:
    with pytest.raises(NotPlain):
        plain_question(typed)


def test_words_that_ask_of_a_form_or_a_year_are() -> None:
    assert plain_question("  fee of the I-485\n in 2026? ") == "fee of the I-485 in 2026?"
    assert len(plain_question("x" * 900)) == 200
