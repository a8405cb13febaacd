"""What was expected beside what was heard."""

from itertools import zip_longest

from tierline.ports.prompts import Spoken
from tierline.twin.golden.case import Case
from tierline.twin.golden.judging import named, places
from tierline.twin.trace import heard
from tierline.twin.walk import Walked

_WIDTH = 34


def beside(case: Case, walked: Walked) -> list[str]:
    """Lines of two columns: each expected prompt beside the one it was found in; then, with their words, what
    else was expected and heard."""
    said = heard(walked.trace)
    found = places(case.hears, said)
    expected = dict[int, list[str]]()
    for one, place in zip(case.hears, found, strict=True):
        expected.setdefault(len(said) if place is None else place, []).append(named(one))
    last = max((place for place in found if place is not None), default=-1)
    rows = [("expected", "heard")]
    for place, spoken in enumerate(said[: last + 1]):
        rows += zip_longest(expected.get(place, ()), [_name(spoken)], fillvalue="")
    missed = [f"{name}  ✗" for name in expected.get(len(said), ())]
    rest = [f"{_name(spoken)}: {spoken.text}" for spoken in said[last + 1 :]]
    rows += zip_longest(missed, rest, fillvalue="")
    return [f"{left:<{_WIDTH}}  {right}".rstrip() for left, right in rows]


def _name(said: Spoken) -> str:
    return f"{said.prompt}@{said.language}"
