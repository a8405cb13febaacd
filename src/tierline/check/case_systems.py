"""Whether the case systems can be asked, say what nothing may be told without, and are asked out of others'
sight."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

import jmespath
from jmespath.exceptions import JMESPathError

from tierline.agency.entitlements import spoken_of
from tierline.agency.folder import case_systems_of, verification_of
from tierline.agency.yaml_lines import Path
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ports.case_systems_file import (
    OTHER_LANGUAGES,
    HttpSystem,
    SampleSystem,
    System,
    without_which_nothing,
)
from tierline.staff.entitlement import Names

FIELD = Rule(
    "case-system-field-unknown",
    "No system is asked for a field that no case has, and nothing is shown by one that no system gives.",
)
PLACE = Rule("case-system-place-unreadable", "No field is looked for where nothing can be.")
ADDRESS = Rule(
    "case-system-address", "Every system is asked about the receipt number, on a line that nobody else reads."
)
SECRET = Rule("case-system-secret", "No secret is written in the agency's folder.")
MISSING = Rule(
    "case-system-fact-missing",
    "Some system says what callers are recognised by, and which cases are protected.",
)
LEFT_OUT = Rule(
    "case-system-left-out",
    "Who calls, and whether the case is protected, is asked in every call.",
)
BY_HAND = Rule("case-system-action-unwritable", "No action is written to a system that takes none.")
SAMPLE = Rule("case-system-without-sample", "No system stands for sample cases that there are not.")

RULES = (FIELD, PLACE, ADDRESS, SECRET, MISSING, LEFT_OUT, BY_HAND, SAMPLE)
FILE = "case-systems.yaml"
_SECRET_HEADER = re.compile(r"auth|key|token|secret|cookie|password|credential", re.IGNORECASE)
_ASKED_ABOUT = "{receipt}"


def find(agency: Subject) -> Iterator[Finding]:
    systems = case_systems_of(agency.reading).systems
    if not systems:
        return
    needed = without_which_nothing(verification_of(agency.reading))
    given = frozenset[str]().union(*(system.gives for system in systems))
    yield from _given(agency, given, needed)
    for nth, system in enumerate(systems):
        at: Path = ("systems", nth)
        yield from _fields(agency, system, at)
        yield from _asked(agency, system, needed, at)
        yield from _actions(agency, system, given, at)
        if not isinstance(system, SampleSystem):
            yield from _address(agency, system.url, isinstance(system, HttpSystem), (*at, "url"))
        elif "sample-cases.yaml" not in agency.reading.files:
            yield agency.at(SAMPLE, FILE, at, f"{system.id} is of sample cases: write sample-cases.yaml")
        if isinstance(system, HttpSystem):
            yield from _places(agency, system, at)
            yield from _headers(agency, system, at)


def _given(agency: Subject, given: Names, needed: Names) -> Iterator[Finding]:
    """An agency that names no marks has no protected cases."""
    marks = spoken_of(agency.reading).flags if "entitlements.yaml" in agency.reading.files else frozenset()
    for field in sorted(needed - given - (frozenset() if marks else {"flags"})):
        message = (
            f"no system gives {field}, without which nothing may be told of a case: name it in a `gives`"
        )
        yield agency.at(MISSING, FILE, ("systems",), message)


def _fields(agency: Subject, system: System, at: Path) -> Iterator[Finding]:
    if "entitlements.yaml" not in agency.reading.files:
        return
    known = spoken_of(agency.reading).fields
    for field in sorted(system.gives - known.keys()):
        message = f"{system.id} gives {field}, which entitlements.yaml does not name: name it there first"
        yield agency.at(FIELD, FILE, at, message)


def _asked(agency: Subject, system: System, needed: Names, at: Path) -> Iterator[Finding]:
    if system.asked_for and (gives := sorted(system.gives & needed)):
        message = (
            f"{system.id} gives {', '.join(gives)}, without which nothing may be told: leave `asked_for` out"
        )
        yield agency.at(LEFT_OUT, FILE, (*at, "asked_for"), message)


def _address(agency: Subject, url: str, about_one: bool, at: Path) -> Iterator[Finding]:
    if not _is_private(url):
        message = "receipt numbers could be read on the way: begin the address with https://"
        yield agency.at(ADDRESS, FILE, at, message)
    if about_one and _ASKED_ABOUT not in url:
        message = f"the address does not say which case: put {_ASKED_ABOUT} into it"
        yield agency.at(ADDRESS, FILE, at, message)
    if "@" in url.partition("//")[2].partition("/")[0]:
        message = "a name and a password are in the address: name a secret in `headers` instead"
        yield agency.at(SECRET, FILE, at, message)


def _actions(agency: Subject, system: System, given: Names, at: Path) -> Iterator[Finding]:
    for nth, action in enumerate(system.actions):
        place: Path = (*at, "actions", nth)
        for field in sorted(action.shown_by.keys() - given):
            message = f"{action.id} is shown by {field}, which no system gives: name it in a `gives`"
            yield agency.at(FIELD, FILE, (*place, "shown_by", field), message)
        if action.writing is None:
            continue
        if not isinstance(system, HttpSystem):
            message = f"{system.id} is not written to: take `writing` out, and it is noted as done by hand"
            yield agency.at(BY_HAND, FILE, place, message)
            continue
        whole = f"{action.writing.url} {action.writing.body}"
        yield from _address(agency, action.writing.url, False, (*place, "writing", "url"))
        if _ASKED_ABOUT not in whole:
            message = f"{action.id} does not say for which case: put {_ASKED_ABOUT} into its url or its body"
            yield agency.at(ADDRESS, FILE, (*place, "writing", "url"), message)


def _places(agency: Subject, system: HttpSystem, at: Path) -> Iterator[Finding]:
    for field, place in system.fields.items():
        name, _, language = field.partition(".")
        if language and (name not in OTHER_LANGUAGES or language not in agency.languages):
            message = f"{field}: only {' and '.join(OTHER_LANGUAGES)} have languages, and those the agency's"
            yield agency.at(FIELD, FILE, (*at, "fields", field), message)
        elif field == "next_steps":
            message = f"{field} is a text: say in which language, as {field}.{agency.languages[0]}"
            yield agency.at(FIELD, FILE, (*at, "fields", field), message)
        try:
            jmespath.compile(place)
        except JMESPathError as unreadable:
            message = f"{field} is looked for at no JMESPath expression: {str(unreadable).splitlines()[0]}"
            yield agency.at(PLACE, FILE, (*at, "fields", field), message)


def _headers(agency: Subject, system: HttpSystem, at: Path) -> Iterator[Finding]:
    for name, value in system.headers.items():
        if isinstance(value, str) and _SECRET_HEADER.search(name):
            message = f"{name} looks like a secret: write {{secret: a-name}}, and its value on the machine"
            yield agency.at(SECRET, FILE, (*at, "headers", name), message)


def _is_private(url: str) -> bool:
    """Encrypted, or within this machine."""
    parts = urlsplit(url)
    if parts.scheme == "https":
        return bool(parts.hostname)
    try:
        return parts.scheme == "http" and ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return parts.scheme == "http" and parts.hostname == "localhost"
