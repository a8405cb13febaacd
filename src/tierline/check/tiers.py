"""Whether every tier that is named is one that the agency has, and every number dialled one it answers."""

from collections.abc import Iterator

from tierline.agency.folder import closures_of, dispositions_of, queues_of, scripts_of
from tierline.agency.yaml_lines import Path
from tierline.calls.names import Tier
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ivr.conditions import Condition
from tierline.ivr.steps import AnyStep, Branch, Callback, LookUp, Queue

UNDEFINED = Rule("tier-undefined", "No caller waits for people of a tier that the agency does not have.")
NUMBER = Rule("number-unknown", "No way depends on a number that no caller can have dialled.")

RULES = (UNDEFINED, NUMBER)


def find(agency: Subject) -> Iterator[Finding]:
    for name, step in agency.steps():
        for tier, path in _tiers(step):
            if not agency.tiers.has(tier):
                yield agency.at_step(UNDEFINED, name, _no_tier(tier), *path)
        if isinstance(step, Branch):
            for nth, case in enumerate(step.cases):
                for number in sorted(set(_numbers(case.when)) - set(agency.profile.numbers)):
                    message = f"agency.yaml has no number {number}: add it there, or name another"
                    yield agency.at_step(NUMBER, name, message, "branch", nth)
    for file, path, tier in _in_other_files(agency):
        if not agency.tiers.has(tier):
            yield agency.at(UNDEFINED, file, path, _no_tier(tier))


def _in_other_files(agency: Subject) -> Iterator[tuple[str, Path, Tier]]:
    for nth, closure in enumerate(closures_of(agency.reading)):
        for tier in sorted(closure.tiers) if closure.tiers != "all" else ():
            yield "closures.yaml", ("closures", nth, "tiers"), tier
    for nth, rule in enumerate(queues_of(agency.reading).queues):
        yield "queues.yaml", ("queues", nth, "tier"), rule.tier
    written = dispositions_of(agency.reading)
    yield from (("dispositions.yaml", ("required",), tier) for tier in sorted(written.required))
    for nth, code in enumerate(written.dispositions):
        for tier in sorted(code.tiers):
            yield "dispositions.yaml", ("dispositions", nth, "tiers"), tier
    names = agency.reading.names("scripts", ".yaml")
    for file, script in zip(names, scripts_of(agency.reading), strict=True):
        for tier in script.allowed_tiers:
            yield file, ("allowed_tiers",), tier


def _tiers(step: AnyStep) -> Iterator[tuple[Tier, Path]]:
    match step:
        case Queue(tier=tier):
            yield tier, ("queue",)
        case Callback(tier=tier):
            yield tier, ("callback",)
        case LookUp(about=str() as tier):
            yield tier, ("about",)
        case Branch(cases=cases):
            for nth, case in enumerate(cases):
                yield from ((tier, ("branch", nth)) for tier in _named(case.when))


def _named(condition: Condition) -> Iterator[Tier]:
    named = (condition.open, condition.closure, condition.staffed, condition.full, *(condition.waiting or ()))
    yield from (tier for tier in named if tier)
    if condition.unless:
        yield from _named(condition.unless)


def _numbers(condition: Condition) -> Iterator[str]:
    yield from condition.called or ()
    if condition.unless:
        yield from _numbers(condition.unless)


def _no_tier(tier: Tier) -> str:
    return f"tiers.yaml has no tier {tier}: add it there, or name another"
