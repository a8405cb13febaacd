"""What makes a case prove nothing, or something else than its author thinks."""

from collections.abc import Iterator

from tierline.ports.agency import Agency
from tierline.twin.golden.case import Case, Says
from tierline.twin.outcome import KINDS


def slips(agency: Agency, case: Case) -> Iterator[str]:
    if not (case.hears or case.never_hears or case.outcome or case.sends is not None):
        yield "checks nothing: say what the caller hears, never_hears, what it sends, or the outcome"
    for expected in (*case.hears, *case.never_hears, *(case.sends or ())):
        if isinstance(expected, Says):
            if not expected.says.strip():
                yield "says: no words"
        elif not _is_prompt(agency, expected):
            yield f"there is no prompt named {expected}"
    if "kind" in case.outcome and case.outcome["kind"] not in KINDS:
        yield f"outcome: there is no kind {case.outcome['kind']}, but {', '.join(KINDS)}"


def _is_prompt(agency: Agency, expected: str) -> bool:
    name, _, language = expected.partition("@")
    languages = (language,) if language else agency.prompts.keys()
    return any(name in agency.prompts.get(of, ()) for of in languages)
