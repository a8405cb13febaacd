"""Looks at an agency's folder for everything that could strand or mislead a caller."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tierline.agency.files import Files
from tierline.agency.reading import Unreadable
from tierline.check import (
    capacity,
    case_systems,
    contacts,
    emergencies,
    entitlements,
    escalation,
    hearing,
    hours,
    ids,
    interpreters,
    keys,
    languages,
    look_ups,
    loops,
    offices,
    oversight,
    patience,
    policy,
    practice,
    privacy,
    prompts,
    queues,
    reading,
    recording,
    requests,
    scripts,
    sending,
    sites,
    sub_flows,
    targets,
    tiers,
    values,
    variables,
    verification,
    work,
)
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject

FAMILIES = (
    reading,
    targets,
    sub_flows,
    keys,
    look_ups,
    values,
    patience,
    loops,
    policy,
    prompts,
    variables,
    hearing,
    languages,
    tiers,
    queues,
    escalation,
    capacity,
    work,
    interpreters,
    contacts,
    hours,
    offices,
    ids,
    requests,
    scripts,
    sending,
    emergencies,
    entitlements,
    sites,
    oversight,
    verification,
    case_systems,
    practice,
    recording,
    privacy,
)
"""Each declares its `RULES`, and finds where they are broken."""

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)


def check(files: Files, now: datetime, recordings: Path | None = None) -> list[Finding]:
    """All at once, by file and line; none for a sound agency. `recordings` is the folder of the agency's own,
    where there is one."""
    agency = Subject(files, now, recordings)
    return sorted({finding for family in FAMILIES for finding in _found(family.find, agency)})


def _found(find: Callable[[Subject], Iterator[Finding]], agency: Subject) -> Iterator[Finding]:
    """What depends on a file that cannot be read is not looked at."""
    with suppress(Unreadable):
        yield from find(agency)
