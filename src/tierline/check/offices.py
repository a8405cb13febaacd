"""Whether offices can be reached, and each place has one that serves it."""

from collections.abc import Iterator

from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.offices.jurisdictions import JurisdictionsFile
from tierline.offices.office import OfficesFile

NO_CONTACT = Rule("office-without-contact", "No caller is sent to an office that cannot be reached.")
TWICE = Rule("jurisdiction-twice", "It never depends on the order of rows which office serves a place.")

RULES = (NO_CONTACT, TWICE)


def find(agency: Subject) -> Iterator[Finding]:
    offices = agency.reading.struct("offices.yaml", OfficesFile).offices
    for nth, office in enumerate(offices):
        if not (office.phone or office.address or office.email):
            message = f"{office.id} has no phone, address or email: write what callers can use"
            yield agency.at(NO_CONTACT, "offices.yaml", ("offices", nth), message)
    yield from _jurisdictions(agency)


def _jurisdictions(agency: Subject) -> Iterator[Finding]:
    file = "jurisdictions.yaml"
    rows = agency.reading.struct_or(file, JurisdictionsFile, JurisdictionsFile(())).jurisdictions
    served: dict[str, str] = {}
    for nth, row in enumerate(rows):
        for place, entry in enumerate(row.zips):
            both = sorted({served[zip_] for zip_ in prefixes(entry) if zip_ in served})
            for other in both:
                message = f"{entry} is served by {other} too: which one? Take it out of one of the two"
                yield agency.at(TWICE, file, ("jurisdictions", nth, "zips", place), message)
            served.update(dict.fromkeys(prefixes(entry), row.office))


def prefixes(entry: str) -> list[str]:
    """ "100-102" → 100, 101, 102. Of prefixes of different lengths the longest decides, which is no doubt."""
    first, _, last = entry.partition("-")
    return [f"{number:03}" for number in range(int(first), int(last) + 1)] if last else [entry]
