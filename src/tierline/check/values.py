"""Whether what is keyed can be keyed, is used, and stays private where it should."""

from collections.abc import Iterator

from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ivr.answers import LOOK_UPS, question
from tierline.ivr.steps import Branch, Choose, Collect, MakeRequest
from tierline.ivr.values import KINDS

UNKNOWN = Rule("kind-unknown", "No value is asked for of a kind that the center does not know.")
BOUNDS = Rule("digits-out-of-bounds", "No caller is asked for a number of digits that can never be right.")
SAID_BACK = Rule("sensitive-said-back", "What should leave no trace is not spoken into the room.")
NEVER_KEYED = Rule("value-never-keyed", "Nothing is looked up by a value that no caller was asked for.")
NO_OPTIONS = Rule("choose-without-options", "No caller is asked to choose from nothing.")

RULES = (UNKNOWN, BOUNDS, SAID_BACK, NEVER_KEYED, NO_OPTIONS)

CHOSEN = frozenset(asked.offers for asked in LOOK_UPS.values() if asked.offers)
MOST_DIGITS = KINDS["digits"].most


def find(agency: Subject) -> Iterator[Finding]:
    for name, step in agency.steps():
        match step:
            case Collect():
                yield from _collect(agency, name, step)
            case Choose():
                yield from _choose(agency, name, step)
            case Branch(cases=cases):
                for nth, case in enumerate(cases):
                    if case.when.has and case.when.has not in KINDS.keys() | CHOSEN:
                        yield agency.at_step(UNKNOWN, name, _no_kind(case.when.has), "branch", nth)
        yield from _reads(agency, name)


def _collect(agency: Subject, name: str, step: Collect) -> Iterator[Finding]:
    if step.kind not in KINDS:
        yield agency.at_step(UNKNOWN, name, _no_kind(step.kind), "collect")
    if step.sensitive and step.confirm:
        message = "a sensitive value would be said back by `confirm`: take that out"
        yield agency.at_step(SAID_BACK, name, message, "confirm")
    bounded = "least" if step.least is not None else "most"
    if (step.least, step.most) == (None, None):
        return
    if step.kind != "digits" and step.kind in KINDS:
        message = f"how many digits a {step.kind} has is known: take `least` and `most` out"
        yield agency.at_step(BOUNDS, name, message, bounded)
    elif not 1 <= (step.least or 1) <= (step.most or MOST_DIGITS) <= MOST_DIGITS:
        message = f"`least` is 1 or more, `most` no less than that and at most {MOST_DIGITS}"
        yield agency.at_step(BOUNDS, name, message, bounded)


def _choose(agency: Subject, name: str, step: Choose) -> Iterator[Finding]:
    for spot in (spot for spot in agency.spots if spot.step == name):
        offer = agency.known[spot].offer
        if not offer:
            message = "on some way here no look-up has offered anything: choose right after one that did"
        elif LOOK_UPS[offer].offers != step.kind:
            message = f"{offer} offers values of the kind {LOOK_UPS[offer].offers}: choose that"
        else:
            continue
        yield agency.at_step(NO_OPTIONS, name, message, "choose")
        return


def _reads(agency: Subject, name: str) -> Iterator[Finding]:
    step = agency.flow.steps[name]
    asked = question(step)
    reads = set(asked.reads) if asked else set()
    if isinstance(step, MakeRequest):
        reads |= {value[1:] for value in step.facts.values() if value.startswith("$")}
    keyed = [agency.known[spot].keyed for spot in agency.spots if spot.step == name]
    for kind in sorted(reads - frozenset().union(*keyed)) if keyed else ():
        message = f"no way here asks the caller for a {kind}: collect one before"
        yield agency.at_step(NEVER_KEYED, name, message)


def _no_kind(kind: str) -> str:
    return f"there is no kind of value {kind}, only {', '.join(KINDS)}"
