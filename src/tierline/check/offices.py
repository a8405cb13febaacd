"""Whether offices can be reached, and each place has one that serves it."""

from collections.abc import Iterator

from tierline.agency.folder import dispositions_of, scripts_of, work_states_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.offices.jurisdictions import JurisdictionsFile
from tierline.offices.office import OfficesFile

NO_CONTACT = Rule("office-without-contact", "No caller is sent to an office that cannot be reached.")
TWICE = Rule("jurisdiction-twice", "It never depends on the order of rows which office serves a place.")
SAME_ID = Rule("id-twice", "No office, tier, script or choice stands in the place of another of the same id.")

RULES = (NO_CONTACT, TWICE, SAME_ID)


def find(agency: Subject) -> Iterator[Finding]:
    offices = agency.reading.struct("offices.yaml", OfficesFile).offices
    for nth, office in enumerate(offices):
        if not (office.phone or office.address or office.email):
            message = f"{office.id} has no phone, address or email: write what callers can use"
            yield agency.at(NO_CONTACT, "offices.yaml", ("offices", nth), message)
    yield from _jurisdictions(agency)
    yield from _same_id(agency)


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


def _same_id(agency: Subject) -> Iterator[Finding]:
    offices = agency.reading.struct("offices.yaml", OfficesFile).offices
    reasons = work_states_of(agency.reading).not_ready
    codes = dispositions_of(agency.reading).dispositions
    ids: list[tuple[str, tuple[str | int, ...], str]] = [
        *(("tiers.yaml", ("tiers", nth), tier.id) for nth, tier in enumerate(agency.tiers.tiers)),
        *(("offices.yaml", ("offices", nth), office.id) for nth, office in enumerate(offices)),
        *(("work-states.yaml", ("not_ready", nth), reason.id) for nth, reason in enumerate(reasons)),
        *(("dispositions.yaml", ("dispositions", nth), code.id) for nth, code in enumerate(codes)),
    ]
    seen: set[tuple[str, str]] = set()
    for file, path, id_ in ids:
        if (file, id_) in seen:
            yield agency.at(SAME_ID, file, path, f"{id_} is there already: give one of them another id")
        seen.add((file, id_))
    yield from _same_script(agency)


def _same_script(agency: Subject) -> Iterator[Finding]:
    names = agency.reading.names("scripts", ".yaml")
    seen: set[tuple[str, int]] = set()
    for name, script in zip(names, scripts_of(agency.reading), strict=True):
        if (script.id, script.version) in seen:
            message = f"version {script.version} of {script.id} is there already: give one another number"
            yield agency.at(SAME_ID, name, ("version",), message)
        seen.add((script.id, script.version))
