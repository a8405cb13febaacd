"""Whether what a flow asks of the center can be asked, and every answer leads on."""

from collections.abc import Iterator

from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ivr.answers import LOOK_UPS, Question, question
from tierline.ivr.steps import AnyStep, LookUp, Refer

UNKNOWN = Rule("look-up-unknown", "Nothing is asked that the center cannot answer.")
UNHANDLED = Rule("outcome-unhandled", "No answer of the center leads nowhere.")
NEVER = Rule("outcome-never-comes", "No way on is written for an answer that never comes.")
NO_TIER = Rule("about-missing", "What differs by tier is asked about one.")
NEEDLESS = Rule("about-needless", "Nobody believes that an answer is about one tier when it is not.")
NOT_FOUND = Rule(
    "refer-without-office", "Nobody is put on record as referred to an office that was not found."
)

RULES = (UNKNOWN, UNHANDLED, NEVER, NO_TIER, NEEDLESS, NOT_FOUND)

AWAY = "away"
"""Any question can come to this: it may be written for each of them."""

REFERRED_BY = ("overseas_office",)
"""The look-ups that a `refer` can follow (policy A2)."""


def find(agency: Subject) -> Iterator[Finding]:
    for name, step in agency.steps():
        if isinstance(step, LookUp) and step.what not in LOOK_UPS:
            message = f"there is no look-up {step.what}, only {', '.join(LOOK_UPS)}"
            yield agency.at_step(UNKNOWN, name, message, "look_up")
        elif asked := question(step):
            yield from _outcomes(agency, name, step, asked)
        if isinstance(step, LookUp) and step.what in LOOK_UPS:
            yield from _about(agency, name, step)
        if isinstance(step, Refer):
            yield from _refer(agency, name, step)


def _outcomes(agency: Subject, name: str, step: AnyStep, asked: Question) -> Iterator[Finding]:
    for outcome in sorted(asked.outcomes.keys() - step.ways.keys()):
        message = f"the answer can be {outcome}: say among the outcomes where that leads"
        yield agency.at_step(UNHANDLED, name, message, "outcomes")
    for outcome in sorted(step.ways.keys() - asked.outcomes.keys() - {AWAY}):
        message = f"the answer is never {outcome}, only {', '.join(asked.outcomes)}: take it out"
        yield agency.at_step(NEVER, name, message, "outcomes", outcome)


def _about(agency: Subject, name: str, step: LookUp) -> Iterator[Finding]:
    of_a_tier = LOOK_UPS[step.what].tier
    if of_a_tier and step.about is None:
        yield agency.at_step(NO_TIER, name, f'{step.what} is of one tier: say which, as `about: "1"`')
    if not of_a_tier and step.about is not None:
        message = f"{step.what} is the same for every tier: take `about` out"
        yield agency.at_step(NEEDLESS, name, message, "about")


def _refer(agency: Subject, name: str, step: Refer) -> Iterator[Finding]:
    if step.what not in REFERRED_BY:
        message = f"a referral follows the look-up {' or '.join(REFERRED_BY)}, not {step.what}"
        yield agency.at_step(UNKNOWN, name, message, "refer")
    elif any(step.what not in agency.known[spot].found for spot in agency.spots if spot.step == name):
        message = f"on some way here {step.what} has found no office: look it up first"
        yield agency.at_step(NOT_FOUND, name, message)
