"""What was expected beside what was heard."""

from itertools import zip_longest

from tierline.ports.prompts import Spoken
from tierline.twin.golden.case import Case, Says
from tierline.twin.golden.judging import named, places
from tierline.twin.trace import heard
from tierline.twin.walk import Walked

_WIDTH = 34


def beside(case: Case, walked: Walked) -> list[str]:
    """Lines of two columns: each expected prompt beside the one it was found in, or alone."""
    said = heard(walked.trace)
    texts = any(isinstance(expected, Says) for expected in (*case.hears, *case.never_hears))
    found = places(case.hears, said)
    rows: list[tuple[str, str]] = []
    told = 0
    for expected, place in zip(case.hears, found, strict=True):
        if place is not None:
            rows += [("", _shown(other, texts)) for other in said[told:place]]
            rows.append((named(expected), _shown(said[place], texts)))
            told = place + 1
    missed = [named(expected) for expected, place in zip(case.hears, found, strict=True) if place is None]
    rest = [_shown(other, texts) for other in said[told:]]
    rows += zip_longest([f"{name}  ✗" for name in missed], rest, fillvalue="")
    return [f"{left:<{_WIDTH}}  {right}".rstrip() for left, right in [("expected", "heard"), *rows]]


def _shown(said: Spoken, texts: bool) -> str:
    name = f"{said.prompt}@{said.language}"
    return f"{name}: {said.text}" if texts else name
