"""Whether all that is said or shown by name has one in every language, and each language can be chosen."""

from collections.abc import Iterator

from tierline.agency.flow_file import MAIN
from tierline.agency.yaml_lines import Path
from tierline.check.finding import Finding, Rule
from tierline.check.names import names_of
from tierline.check.said import prompts_of
from tierline.check.subject import Subject
from tierline.ivr.conditions import Condition
from tierline.ivr.steps import Branch, Menu

MISSING = Rule(
    "language-missing", "No name falls silent, or is said in a language the caller did not choose."
)
UNKNOWN = Rule("language-unknown", "No caller chooses, or hears, a language that the agency does not speak.")
NO_KEY = Rule("language-without-key", "Every language that the agency speaks can be chosen.")

RULES = (MISSING, UNKNOWN, NO_KEY)


def find(agency: Subject) -> Iterator[Finding]:
    for file, path, what, names in names_of(agency):
        for language in agency.languages:
            if not names.get(language, "").strip():
                yield agency.at(MISSING, file, path, f"{what} has no words in {language}: write them")
    for language in agency.messages.names:
        if language not in agency.languages:
            message = f"{language} is no language of agency.yaml: add it there, or take the file out"
            yield Finding(f"prompts/{language}.ftl", 1, UNKNOWN.name, message)
    yield from _in_flow(agency)
    yield from _without_key(agency)


def _in_flow(agency: Subject) -> Iterator[Finding]:
    for name, step in agency.steps():
        named: list[tuple[str, Path]] = [
            (prompt.partition("@")[2], ()) for prompt in prompts_of(step) if "@" in prompt
        ]
        match step:
            case Menu(keys=keys):
                named += [(go.language, ("keys", key)) for key, go in keys.items() if go.language]
            case Branch(cases=cases):
                for nth, case in enumerate(cases):
                    named += [(language, ("branch", nth)) for language in _conditions(case.when)]
        for language, path in named:
            if language not in agency.languages:
                message = f"{language} is no language of agency.yaml: take another, or add it there"
                yield agency.at_step(UNKNOWN, name, message, *path)


def _conditions(condition: Condition) -> Iterator[str]:
    yield from condition.language or ()
    if condition.unless:
        yield from _conditions(condition.unless)


def _without_key(agency: Subject) -> Iterator[Finding]:
    """Who chooses none hears the first one."""
    steps = [step for _, step in agency.steps() if isinstance(step, Menu)]
    chosen = {go.language for step in steps for go in step.keys.values()}
    for language in agency.languages[1:]:
        if language not in chosen:
            message = f"no key chooses {language}: add one with `language: {language}` to a menu"
            yield agency.at(NO_KEY, MAIN, ("steps",), message)
