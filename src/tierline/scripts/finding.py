"""Which scripts fit what the caller rang about."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Literal

from tierline.calls.names import Tier
from tierline.scripts.script import Script, in_force

Standing = Literal["in_force", "replaced", "withdrawn"]
"""Of a version that was read: `replaced` by another of the same script; else it may not be read any more."""

NO_CASE: Mapping[str, str] = MappingProxyType({})


def find(
    scripts: Iterable[Script],
    topics: Collection[str],
    *,
    at: datetime,
    tier: Tier,
    language: str,
    case: Mapping[str, str] = NO_CASE,
) -> tuple[Script, ...]:
    """Scripts in force that this tier may read in this language, best fit first: most in common with the
    call, its topics and its case, then the most particular script, then by id. What is for other cases loses
    by it; those that have nothing in common come last, for a person to search. Of `case` only what this
    reader may see: what is offered tells no more than what is shown."""
    usable = [s for s in current(scripts, at) if tier in s.allowed_tiers and s.speaks(language)]
    wanted = frozenset(topics)

    def fit(script: Script) -> tuple[int, int, int, str]:
        of_case = -1 if for_another_case(script, case) else len(fields_shared(script, case))
        shared = len(wanted.intersection(script.topics)) + of_case
        return -shared, -of_case, len(script.topics), script.id

    return tuple(sorted(usable, key=fit))


def fields_shared(script: Script, case: Mapping[str, str]) -> tuple[str, ...]:
    """The fields by which it is for this case."""
    return tuple(field for field, values in script.cases.items() if case.get(field) in values)


def for_another_case(script: Script, case: Mapping[str, str]) -> bool:
    """By any field that is known of this one."""
    return any(field in case and case[field] not in values for field, values in script.cases.items())


def current(scripts: Iterable[Script], at: datetime) -> list[Script]:
    """Of each script the newest version that has taken effect, if it is in force: withdrawing a version, or
    letting it expire, does not bring back the one before it."""
    newest: dict[str, Script] = {}
    for script in sorted(scripts, key=lambda s: s.version):
        if script.status != "draft" and script.effective_from <= at:
            newest[script.id] = script
    return [script for script in newest.values() if in_force(script, at)]


def topics_changed(scripts: Iterable[Script], at: datetime) -> dict[str, datetime]:
    """When the newest of the scripts in force for each topic took effect."""
    changed: dict[str, datetime] = {}
    for script in current(scripts, at):
        for topic in script.topics:
            changed[topic] = max(script.effective_from, changed.get(topic, script.effective_from))
    return changed


def standing(script: str, version: int, in_force_now: Mapping[str, int]) -> Standing:
    """`in_force_now` has the version of each script that may be read (`current`)."""
    if script not in in_force_now:
        return "withdrawn"
    return "in_force" if in_force_now[script] == version else "replaced"
