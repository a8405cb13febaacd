"""Answers that are given for a rehearsal, instead of those that its center would find: what they lead to is
proved, and not that the center ever gives them."""

import json
from collections.abc import Iterable, Mapping

from tierline.calls.events import AnyEvent, LookedUp
from tierline.calls.state import Call
from tierline.desk.center import Center, Find
from tierline.desk.finding import find
from tierline.desk.look_ups.answer import Answer
from tierline.ivr.answers import COUNTS, LOOK_UPS, OF_STEPS, Question, question_name
from tierline.ivr.effects import Argument
from tierline.ivr.flow import Flow
from tierline.ivr.session import Option
from tierline.ivr.steps import Asking

Words = dict[str, str]
"""Arguments as a person writes them."""

Written = dict[str, dict[str, Words | tuple[Words, ...]]]
"""By what is asked, the outcome with its arguments, or with the options that it offers."""

VALUE = "value"
"""What is kept of an option when it is chosen, beside the arguments that say it."""

_QUESTIONS: Mapping[str, Question] = {**LOOK_UPS, **OF_STEPS}


def given(flow: Flow, written: Written) -> dict[str, Answer]:
    """By what is asked. Raises ValueError for what the flow does not ask or could not be answered."""
    asked = {question_name(step) for step in flow.steps.values() if isinstance(step, Asking)}
    answers = {}
    for name, outcomes in written.items():
        if name not in _QUESTIONS:
            raise ValueError(f"answers: there is no look-up {name}, but {', '.join(sorted(_QUESTIONS))}")
        if name not in asked:
            raise ValueError(f"answers: the flow never asks for {name}")
        if len(outcomes) != 1:
            raise ValueError(f"answers: {name} has one outcome in a case, not {len(outcomes)}")
        ((outcome, words),) = outcomes.items()
        answers[name] = _answer(name, outcome, words)
    return answers


def instead(answers: Mapping[str, Answer]) -> Find:
    """Gives these, and finds the others."""

    async def answer(center: Center, call: Call, step: Asking) -> Answer:
        return answers.get(question_name(step)) or await find(center, call, step)

    return answer


def not_asked(answers: Mapping[str, Answer], events: Iterable[AnyEvent]) -> tuple[str, ...]:
    """Those that nobody asked for in a call."""
    asked = {event.what for event in events if isinstance(event, LookedUp)}
    return tuple(name for name in answers if name not in asked)


def as_written(name: str, answer: Answer) -> str:
    """One line, which is YAML as well."""
    options = [{VALUE: option.value, **option.arguments} for option in answer.options]
    return json.dumps({name: {answer.outcome: options or dict(answer.arguments)}}, ensure_ascii=False)


def _answer(name: str, outcome: str, words: Words | tuple[Words, ...]) -> Answer:
    question, of = _QUESTIONS[name], f"answers: {name}: {outcome}"
    if outcome not in question.outcomes:
        raise ValueError(f"answers: {name} has no outcome {outcome}, but {', '.join(question.outcomes)}")
    if outcome not in question.options:
        if not isinstance(words, dict):
            raise ValueError(f"{of} offers nothing to choose from")
        return Answer(outcome, _arguments(of, question.outcomes[outcome], words))
    if isinstance(words, dict) or not words:
        raise ValueError(f"{of} is a list of what it offers, each with its {VALUE}")
    wanted = question.options[outcome]
    return Answer(outcome, options=tuple(_option(of, wanted, option) for option in words))


def _option(of: str, wanted: frozenset[str], words: Words) -> Option:
    if VALUE not in words:
        raise ValueError(f"{of}: an option has no {VALUE}")
    said = {name: word for name, word in words.items() if name != VALUE}
    return Option(words[VALUE], _arguments(of, wanted, said))


def _arguments(of: str, wanted: frozenset[str], words: Words) -> dict[str, Argument]:
    if missing := sorted(wanted - words.keys()):
        raise ValueError(f"{of} also says {', '.join(missing)}")
    if more := sorted(words.keys() - wanted):
        raise ValueError(f"{of} says nothing of {', '.join(more)}")
    return {name: _argument(of, name, word) for name, word in words.items()}


def _argument(of: str, name: str, word: str) -> Argument:
    if name not in COUNTS:
        return word
    if not (word.isascii() and word.isdigit()):
        raise ValueError(f"{of}: {name} is a whole number, not {word!r}")
    return int(word)
