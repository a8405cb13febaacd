"""Whether what a caller answered is right. Kind to how it is said, never to something else being said."""

from collections.abc import Iterable, Mapping

from tierline.staff.verification.dates import UnreadableDate, read_date
from tierline.staff.verification.letters import figures, words
from tierline.staff.verification.names import same_name
from tierline.staff.verification.policy import Comparing, VerificationFile

Answers = Mapping[str, str]
"""By question."""

Facts = Mapping[str, str]
"""Of one case, by field; dates as YYYY-MM-DD. What the case does not have, or has empty, is not among
them."""

_ZIP, _ZIP_WITH_PLACE = 5, 9


class UnreadableAnswer(Exception):
    """What was given for this question cannot be an answer, whatever the case says: `question` is its id."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


def as_compared(policy: VerificationFile, given: Answers, language: str) -> dict[str, str]:
    """The answers to questions that there are, without empty ones, and dates as YYYY-MM-DD. Looks at no case.
    Raises UnreadableAnswer."""
    answers = {}
    for name, question in policy.questions.items():
        answer = given.get(name, "").strip()
        if answer:
            is_date = question.compare == "date"
            answers[name] = _date(name, answer, language, question.asks) if is_date else answer
    return answers


def right_answers(policy: VerificationFile, answers: Answers, facts: Facts) -> frozenset[str]:
    """The questions that are answered right, of answers `as_compared`."""
    return frozenset(
        name
        for name, answer in answers.items()
        if _is_right(policy.questions[name].compare, answer, facts.get(policy.questions[name].fact, ""))
    )


def _date(name: str, answer: str, language: str, also: Iterable[str]) -> str:
    """The agent may write it in another language of the agency's than the caller's."""
    try:
        return read_date(answer, language, also).isoformat()
    except UnreadableDate as unreadable:
        raise UnreadableAnswer(name) from unreadable


def _is_right(compare: Comparing, answer: str, fact: str) -> bool:
    """An empty fact is equal to no answer."""
    match compare:
        case "name":
            return same_name(answer, fact)
        case "date":
            return bool(fact) and answer == fact
        case "zip":
            return _same_zip(figures(answer), figures(fact))
        case "digits":
            return bool(figures(fact)) and figures(answer) == figures(fact)
        case "text":
            return bool(words(fact)) and words(answer) == words(fact)


def _same_zip(one: str, other: str) -> bool:
    """Five figures of nine will do, as most people know no more of theirs."""
    if {len(one), len(other)} == {_ZIP, _ZIP_WITH_PLACE}:
        return one[:_ZIP] == other[:_ZIP]
    return len(one) in {_ZIP, _ZIP_WITH_PLACE} and one == other
