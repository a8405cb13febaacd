"""Whether everybody, and everything, has an id of their own."""

from collections.abc import Iterable, Iterator

from tierline.agency.folder import (
    case_systems_of,
    contacts_of,
    dispositions_of,
    kinds_of,
    queues_of,
    scripts_of,
    sites_file_of,
    staff_of,
    work_states_of,
)
from tierline.check.finding import Finding, Rule
from tierline.check.repeated import repeated
from tierline.check.subject import Subject
from tierline.offices.office import OfficesFile

SAME_ID = Rule(
    "id-twice",
    "No person, office, tier or choice stands in the place of another of the same id.",
)

RULES = (SAME_ID,)

Row = tuple[str, str, list[str]]
"""A file, where its list stands in it, and the ids in order."""


def find(agency: Subject) -> Iterator[Finding]:
    for file, key, ids in _lists(agency):
        for nth in repeated(ids):
            message = f"{ids[nth]} is there already: give one of them another id"
            yield agency.at(SAME_ID, file, (key, nth), message)
    yield from _same_script(agency)


def _lists(agency: Subject) -> Iterable[Row]:
    reading = agency.reading
    kinds, contacts = kinds_of(reading), contacts_of(reading)
    return [
        ("tiers.yaml", "tiers", [tier.id for tier in agency.tiers.tiers]),
        ("offices.yaml", "offices", [o.id for o in reading.struct("offices.yaml", OfficesFile).offices]),
        ("contacts.yaml", "contacts", [contact.id for contact in contacts.contacts]),
        ("contacts.yaml", "subjects", [subject.id for subject in contacts.subjects]),
        ("staff.yaml", "staff", [person.user for person in staff_of(reading).staff]),
        ("sites.yaml", "sites", [site.id for site in sites_file_of(reading).sites]),
        ("sites.yaml", "vendors", [vendor.id for vendor in sites_file_of(reading).vendors]),
        ("queues.yaml", "queues", [rule.id for rule in queues_of(reading).queues]),
        ("request-kinds.yaml", "facts", [fact.id for fact in kinds.facts]),
        ("request-kinds.yaml", "kinds", [kind.id for kind in kinds.kinds]),
        ("work-states.yaml", "not_ready", [reason.id for reason in work_states_of(reading).not_ready]),
        ("case-systems.yaml", "systems", [system.id for system in case_systems_of(reading).systems]),
        ("dispositions.yaml", "dispositions", [code.id for code in dispositions_of(reading).dispositions]),
    ]


def _same_script(agency: Subject) -> Iterator[Finding]:
    names, scripts = agency.reading.names("scripts", ".yaml"), scripts_of(agency.reading)
    for nth in repeated((script.id, script.version) for script in scripts):
        script = scripts[nth]
        message = f"version {script.version} of {script.id} is there already: give one another number"
        yield agency.at(SAME_ID, names[nth], ("version",), message)
