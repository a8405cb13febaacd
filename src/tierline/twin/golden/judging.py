"""Holds what was heard in a call against what a case expects."""

from collections.abc import Iterator, Sequence

from tierline.ports.prompts import Spoken
from tierline.twin.golden.case import Case, Expected, Says
from tierline.twin.outcome import Outcome
from tierline.twin.trace import Sent, heard, sent
from tierline.twin.walk import Walked


def failures(case: Case, walked: Walked) -> list[str]:
    """In sentences; none when the case passed."""
    said = heard(walked.trace)
    found = [*_missed(case.hears, said), *_unwanted(case.never_hears, said)]
    found += _unsent(case.sends, sent(walked.trace))
    found += _differs(case.outcome, walked.outcome)
    if walked.keys_left:
        found.append(f"the call was over before these keys: {walked.keys_left}")
    found += [f"answers: {name} was given, and nothing asked for it" for name in walked.not_asked]
    return [*found, *walked.problems]


def places(expected: Sequence[Expected], said: Sequence[Spoken]) -> list[int | None]:
    """Where each is heard, one after the other, each at its first occurrence after the one before; words may
    be part of that one. None from the first on that is not heard."""
    found: list[int | None] = []
    start = 0
    for one in expected:
        first = max(start - 1, 0) if isinstance(one, Says) else start
        place = next((at for at in range(first, len(said)) if matches(one, said[at])), None)
        if place is None:
            return found + [None] * (len(expected) - len(found))
        found.append(place)
        start = place + 1
    return found


def matches(expected: Expected, said: Spoken | Sent) -> bool:
    if isinstance(expected, Says):
        return _plain(expected.says) in _plain(said.text)
    name, _, language = expected.partition("@")
    return said.prompt == name and language in ("", said.language)


def named(expected: Expected) -> str:
    return f"“{expected.says}”" if isinstance(expected, Says) else expected


def _missed(expected: Sequence[Expected], said: Sequence[Spoken]) -> Iterator[str]:
    for nth, place in enumerate(places(expected, said)):
        if place is None:
            after = f" after {named(expected[nth - 1])}" if nth else ""
            yield f"{named(expected[nth])} was not heard{after}"
            return


def _unwanted(never: Sequence[Expected], said: Sequence[Spoken]) -> Iterator[str]:
    for one in never:
        if any(matches(one, spoken) for spoken in said):
            yield f"{named(one)} was heard, and never should be"


def _unsent(expected: Sequence[Expected] | None, written: Sequence[Sent]) -> Iterator[str]:
    if expected is None:
        return
    for nth, one in enumerate(expected):
        if nth >= len(written) or not matches(one, written[nth]):
            yield f"{named(one)} was not sent"
            return
    for more in written[len(expected) :]:
        yield f"{more.prompt} was sent, and should not be"


def _differs(expected: dict[str, str], outcome: Outcome) -> Iterator[str]:
    for name, value in expected.items():
        if outcome.get(name) != value:
            yield f"outcome: {name} is {outcome.get(name, 'not there')}, not {value}"


def _plain(text: str) -> str:
    """Without regard to case and spacing."""
    return " ".join(text.split()).casefold()
