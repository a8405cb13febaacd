"""What callers asked that no script answered: for the authors, by the topic of the menu path."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from tierline.calls.events import Recorded
from tierline.calls.names import CallId, Ref
from tierline.calls.service_events import NoScriptFits, QuestionNoted

LONGEST_QUESTION = 200
_A_PERSON = "person"
"""The choice that every call which comes to an agent ends with: it is no topic."""
_NUMBERS = re.compile(r"(\d[\s./-]*){6,}|@")


class NotPlain(Exception):
    """The words may name somebody or a case: they have a number, a date or an address."""


class Question(msgspec.Struct, frozen=True):
    at: datetime
    asked: Ref


class Unanswered(msgspec.Struct, frozen=True):
    """`times` no script fitted, also where nobody wrote down what was asked; of these `since` the scripts of
    the topic last `changed`, None where it has none. The newest question first."""

    topic: str
    times: int
    since: int
    changed: datetime | None
    questions: tuple[Question, ...]


def plain_question(typed: str) -> str:
    """Its words, to be read by people who have nothing to do with the call. Raises NotPlain."""
    words = " ".join(typed.split())
    if _NUMBERS.search(words):
        raise NotPlain
    return words[:LONGEST_QUESTION]


def topic_of(path: Iterable[str]) -> str:
    """The last choice in the menus; empty for a caller who made none."""
    return next((step for step in reversed(tuple(path)) if step != _A_PERSON), "")


def by_topic(history: Iterable[Recorded], changed: Mapping[str, datetime]) -> tuple[Unanswered, ...]:
    """Of any calls, in the order in which it happened; first what is the most frequent since it was `changed`
    (`finding.topics_changed`)."""
    times: dict[str, int] = {}
    since: Counter[str] = Counter()
    questions: dict[str, list[Question]] = {}
    last: dict[CallId, str] = {}
    for recorded in history:
        match recorded.event:
            case NoScriptFits(path=path, asked=asked):
                topic = last[recorded.call] = topic_of(path)
                times[topic] = times.get(topic, 0) + 1
                since[topic] += topic not in changed or recorded.at >= changed[topic]
            case QuestionNoted(asked=asked) if recorded.call in last:
                topic = last[recorded.call]
            case _:
                continue
        if asked:
            questions.setdefault(topic, []).append(Question(recorded.at, asked))
    return tuple(
        Unanswered(
            topic,
            times[topic],
            since[topic],
            changed.get(topic),
            tuple(sorted(questions.get(topic, ()), key=lambda q: q.at, reverse=True)),
        )
        for topic in sorted(times, key=lambda topic: (-since[topic], -times[topic], topic))
    )
