"""Whether every prompt that is said is there in every language, and every prompt that is there is said."""

from collections.abc import Iterator, Mapping

from tierline.agency.folder import recording_of
from tierline.check.finding import Finding, Rule
from tierline.check.said import prompts_of, spoken_in, wants
from tierline.check.subject import Subject
from tierline.ivr.named_prompts import NAMED_PROMPTS, TO_THOSE_IN_LINE, UNITS, NamedPrompt, Part
from tierline.ivr.steps import Callback, Collect, LookUp, MakeRequest, Queue
from tierline.offices.office import OfficesFile

MISSING = Rule("prompt-missing", "No caller hears nothing where something should be said, in any language.")
UNUSED = Rule("prompt-unused", "No prompt is edited, recorded and translated that no caller hears.")

RULES = (MISSING, UNUSED)


def find(agency: Subject) -> Iterator[Finding]:
    names = agency.messages.names
    for name, step in agency.steps():
        for prompt in dict.fromkeys(prompts_of(step)):
            message, languages = spoken_in(agency, prompt)
            for language in languages:
                if language in agency.languages and message not in names.get(language, ()):
                    yield agency.at_step(MISSING, name, _missing(message, language))
    for message in needed(agency):
        for language in agency.languages:
            if message not in names.get(language, ()):
                says = f"the center says {message} by itself: write it in prompts/{language}.ftl"
                yield Finding(f"prompts/{language}.ftl", 1, MISSING.name, says)
    yield from _unused(agency)


def needed(agency: Subject) -> Mapping[str, frozenset[str]]:
    """The prompts that the center says by itself, as far as the flow and the tiers bring it to, with the
    values that it gives each."""
    parts = _parts(agency)
    kinds = {step.kind for _, step in agency.steps() if isinstance(step, Collect)}
    named = {name: prompt.gives for name, prompt in NAMED_PROMPTS.items() if _needed(prompt, parts, kinds)}
    in_line = dict.fromkeys(agency.flow.waiting.says, TO_THOSE_IN_LINE) if "queue" in parts else {}
    return {**in_line, **named}


def _needed(prompt: NamedPrompt, parts: set[Part], kinds: set[str]) -> bool:
    return bool(prompt.parts & parts) and (not prompt.kind or prompt.kind in kinds)


def _parts(agency: Subject) -> set[Part]:
    steps = [step for _, step in agency.steps()]
    asked = {step.what for step in steps if isinstance(step, LookUp)}
    in_play: dict[Part, bool] = {
        "always": True,
        "values": any(isinstance(step, Collect) for step in steps),
        "queue": any(isinstance(step, Queue | Callback) for step in steps),
        "supervisor": agency.tiers.has("supervisor"),
        "offices": bool(asked & {"office", "overseas_office"})
        or (any(isinstance(step, MakeRequest) for step in steps) and _refers(agency)),
        "hours": "hours" in asked,
        "requests": "request-kinds.yaml" in agency.reading.files,
        "callback": any(isinstance(step, Callback) for step in steps),
    }
    in_play["recorded callback"] = in_play["callback"] and recording_of(agency.reading).conversations
    return {part for part, plays in in_play.items() if plays}


def _refers(agency: Subject) -> bool:
    """A request can come to an office that the caller is referred to instead (policy A14)."""
    offices = agency.reading.struct("offices.yaml", OfficesFile).offices
    return any(office.kind == "overseas" for office in offices)


def _unused(agency: Subject) -> Iterator[Finding]:
    said = {*NAMED_PROMPTS, *agency.flow.waiting.says}
    for _, step in agency.steps():
        said |= {prompt.partition("@")[0] for prompt in prompts_of(step)}
    names = agency.messages.names
    for language, prompts in names.items():
        for prompt in prompts:
            said |= agency.messages.referred(prompt, language)
    for prompt in sorted(frozenset().union(*names.values()) - said):
        if not prompt.startswith(UNITS):
            language = next(language for language in names if prompt in names[language])
            message = f"nothing says {prompt}: name it in a step, or take it out in every language"
            yield agency.at_prompt(UNUSED, prompt, language, message)


def _missing(message: str, language: str) -> str:
    return f"{message} is missing: write it in prompts/{language}.ftl"


def unset_by_name(agency: Subject) -> Iterator[tuple[str, str, str]]:
    """(prompt, language, value) that a prompt the center says by itself wants and is not given."""
    for prompt, given in needed(agency).items():
        for language in agency.languages:
            wanted = wants(agency, prompt, language) - given
            yield from ((prompt, language, value) for value in sorted(wanted))
