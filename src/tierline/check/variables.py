"""Whether every value that a prompt says was given to it, whichever way the call came, and none is said as a
fact that nobody has verified."""

from collections.abc import Iterator

from tierline.calls.place import Spot
from tierline.check.finding import Finding, Rule
from tierline.check.prompts import needed, unset_by_name
from tierline.check.said import attribute, said, spoken_in, wants
from tierline.check.subject import Subject
from tierline.check.targets import own

UNSET = Rule("variable-unset", "No prompt is left out, in front of a caller, for a value that nothing gave.")
AS_FACT = Rule("unverified-as-fact", "No caller is told as certain what nobody has verified.")

RULES = (UNSET, AS_FACT)


def find(agency: Subject) -> Iterator[Finding]:
    found: set[Finding] = set()
    for spot in agency.spots:
        found.update(_unset(agency, spot))
        found.update(_as_fact(agency, spot))
    yield from found
    for prompt, language, value in unset_by_name(agency):
        gives = ", ".join(f"${given}" for given in sorted(needed(agency)[prompt])) or "nothing"
        message = f"{prompt} says ${value}, and the center gives it {gives}: word it without"
        yield agency.at_prompt(UNSET, prompt, language, message)


def _unset(agency: Subject, spot: Spot) -> Iterator[Finding]:
    step, known = agency.flow.steps[spot.step], agency.known[spot]
    for prompt, given in said(step, known):
        message, languages = spoken_in(agency, prompt)
        for language in languages:
            for value in sorted(wants(agency, message, language) - given):
                why = (
                    f"{message} in {language} says ${value}, which no look-up gives on some way to "
                    f"{own(spot.step)} since the caller's last choice: look it up before, or word it without"
                )
                yield agency.at_step(UNSET, spot.step, why)


def _as_fact(agency: Subject, spot: Spot) -> Iterator[Finding]:
    step, known = agency.flow.steps[spot.step], agency.known[spot]
    for prompt, given in said(step, known):
        message, languages = spoken_in(agency, prompt)
        for language in languages:
            unsure = sorted(wants(agency, message, language) & known.unsure & given)
            if unsure and attribute(agency, message, language, "certainty") != "unverified":
                why = (
                    f"{message} in {language} says ${unsure[0]} as a fact, and it may be unverified here: "
                    "lead `unverified` to a prompt that says so, with `.certainty = unverified`"
                )
                yield agency.at_step(AS_FACT, spot.step, why)
