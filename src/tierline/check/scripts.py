"""Whether scripts can be found, and guides lead on."""

from collections.abc import Iterator

from tierline.agency.entitlements import FILE, spoken_of
from tierline.agency.folder import kinds_of, scripts_of
from tierline.agency.yaml_lines import Path
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.scripts.guide import is_end, other_script, reached, without_end
from tierline.scripts.script import Script

CASE = Rule("script-case-unknown", "No script waits to be offered for a fact that no case has.")
NOWHERE = Rule("script-way-undefined", "No answer of a caller leads an agent to what there is not.")
UNREACHABLE = Rule("script-step-unreachable", "No step of a script is approved that nobody ever comes to.")
DEAD_END = Rule("script-dead-end", "No guide leaves an agent without a way on.")
LOOP = Rule("script-loop", "No guide leads a caller round and round without an end.")

RULES = (CASE, NOWHERE, UNREACHABLE, DEAD_END, LOOP)
Fault = tuple[Rule, Path, str]


def find(agency: Subject) -> Iterator[Finding]:
    scripts = scripts_of(agency.reading)
    fields = frozenset(spoken_of(agency.reading).fields) if FILE in agency.reading.files else frozenset()
    others = frozenset(script.id for script in scripts)
    kinds = frozenset(f"request:{kind.id}" for kind in kinds_of(agency.reading).kinds)
    names = agency.reading.names("scripts", ".yaml")
    for name, script in zip(names, scripts, strict=True):
        for rule, path, message in (
            *_cases(script, fields),
            *_ways(script, others, kinds),
            *_unreachable(script),
            *_no_end(script),
        ):
            yield agency.at(rule, name, path, message)


def _cases(script: Script, fields: frozenset[str]) -> Iterator[Fault]:
    for field in script.cases:
        if field not in fields:
            message = f"{FILE} has no field {field}: name one of a case, or take it out"
            yield CASE, ("cases", field), message


def _ways(script: Script, others: frozenset[str], kinds: frozenset[str]) -> Iterator[Fault]:
    steps = {step.id for step in script.steps}
    for nth, step in enumerate(script.steps):
        ways: list[tuple[Path, str]] = [
            (("steps", nth, "choices", n, "to"), choice.to) for n, choice in enumerate(step.choices)
        ]
        for path, to in ways:
            if to not in steps and not _leads(to, others, kinds):
                message = f"{to} is no step, no script and no end: write it, or name another"
                yield NOWHERE, path, message
        if step.next and not (is_end(step.next) and _leads(step.next, others, kinds)):
            message = f"{step.next} is no end that there is: name one, or give the step choices"
            yield NOWHERE, ("steps", nth, "next"), message


def _leads(to: str, others: frozenset[str], kinds: frozenset[str]) -> bool:
    if to.startswith("request:"):
        return to in kinds
    return is_end(to) or other_script(to) in others


def _unreachable(script: Script) -> Iterator[Fault]:
    come_to = reached(script.steps)
    for nth, step in enumerate(script.steps):
        if step.id not in come_to:
            message = f"no choice leads to {step.id}: lead to it, or take it out"
            yield UNREACHABLE, ("steps", nth, "id"), message


def _no_end(script: Script) -> Iterator[Fault]:
    round_and_round = without_end(script.steps)
    for nth, step in enumerate(script.steps):
        if not step.ways:
            message = f"{step.id} has no choices and no next: say what comes after it"
            yield DEAD_END, ("steps", nth, "id"), message
        if step.id in round_and_round:
            message = f"from {step.id} no choice ever leads to an end: give one of these steps a way out"
            yield LOOP, ("steps", nth, "id"), message
