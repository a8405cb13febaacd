"""Files that name one another have to agree."""

from collections.abc import Iterator
from contextlib import suppress

from tierline.agency.reading import Reading, Unreadable
from tierline.agency.yaml_lines import Path
from tierline.offices.closures import ClosuresFile
from tierline.offices.contacts import ContactsFile
from tierline.offices.countries import CountriesFile
from tierline.offices.jurisdictions import JurisdictionsFile
from tierline.offices.office import OfficesFile
from tierline.ports.agency import Profile
from tierline.ports.case_systems_file import AnySystem, CaseSystemsFile
from tierline.staff.emergencies import EmergenciesFile, Words
from tierline.staff.person import StaffFile
from tierline.staff.sites import SitesFile
from tierline.staff.tiers import TiersFile
from tierline.staff.verification.policy import VerificationFile


def check_agreement(reading: Reading) -> None:
    """Reads on where a file cannot be used, and says nothing of what depends on it."""
    for check in (
        _countries,
        _jurisdictions,
        _tiers,
        _closures,
        _contacts,
        _emergencies,
        _verification,
        _case_systems,
        _sites,
    ):
        with suppress(Unreadable):
            check(reading)


def _countries(reading: Reading) -> None:
    countries = reading.struct_or("countries.yaml", CountriesFile, CountriesFile(())).countries
    offices = _offices(reading)
    for place, country in enumerate(countries):
        if country.office and country.office not in offices:
            _unknown(reading, "countries.yaml", country.office, ("countries", place, "office"))


def _jurisdictions(reading: Reading) -> None:
    file = "jurisdictions.yaml"
    rows = reading.struct_or(file, JurisdictionsFile, JurisdictionsFile(())).jurisdictions
    offices = _offices(reading)
    for place, row in enumerate(rows):
        if row.office not in offices:
            _unknown(reading, file, row.office, ("jurisdictions", place, "office"))


def _offices(reading: Reading) -> set[str]:
    return {office.id for office in reading.struct("offices.yaml", OfficesFile).offices}


def _unknown(reading: Reading, file: str, office: str, at: Path) -> None:
    reading.wrong(file, f"no office of offices.yaml has the id {office}", at=at, rule="office-undefined")


def _closures(reading: Reading) -> None:
    closures = reading.struct_or("closures.yaml", ClosuresFile, ClosuresFile(())).closures
    languages = reading.struct("agency.yaml", Profile).languages
    for place, closure in enumerate(closures):
        for language in [language for language in languages if not closure.says.get(language, "").strip()]:
            at = ("closures", place, "says")
            silent = f"{closure.id} says nothing in {language}"
            reading.wrong("closures.yaml", silent, at=at, rule="language-missing")


def _contacts(reading: Reading) -> None:
    file = "contacts.yaml"
    if file not in reading.files:
        return
    written = reading.struct(file, ContactsFile)
    offices = _offices(reading)
    for nth, contact in enumerate(written.contacts):
        if contact.office not in offices:
            _unknown(reading, file, contact.office, ("contacts", nth, "office"))
    languages = reading.struct("agency.yaml", Profile).languages
    for nth, subject in enumerate(written.subjects):
        for language in [language for language in languages if not subject.names.get(language, "").strip()]:
            silent = f"{subject.id} has no name in {language}, in which supervisors may read it"
            reading.wrong(file, silent, at=("subjects", nth, "names"), rule="language-missing")


def _emergencies(reading: Reading) -> None:
    file = "emergencies.yaml"
    if file not in reading.files:
        return
    written = reading.struct(file, EmergenciesFile)
    languages = reading.struct("agency.yaml", Profile).languages
    for at, words in _words(written):
        for language in [language for language in languages if not words.get(language, "").strip()]:
            silent = f"says nothing in {language}, in which agents may read it"
            reading.wrong(file, silent, at=at, rule="language-missing")


def _words(file: EmergenciesFile) -> Iterator[tuple[Path, Words]]:
    yield ("without_supervisor",), file.without_supervisor
    for nth, kind in enumerate(file.kinds):
        yield ("kinds", nth, "titles"), kind.titles
        yield from ((("kinds", nth, "steps", n), step) for n, step in enumerate(kind.steps))
        yield from ((("kinds", nth, "numbers", n), number.names) for n, number in enumerate(kind.numbers))


def _verification(reading: Reading) -> None:
    """Of what is said to callers too: they are served in each of these languages."""
    file = "verification.yaml"
    if file not in reading.files:
        return
    written = reading.struct(file, VerificationFile)
    languages = reading.struct("agency.yaml", Profile).languages
    for at, words in _of_verification(written):
        for language in [language for language in languages if not words.get(language, "").strip()]:
            silent = f"says nothing in {language}, in which callers are served and agents may read it"
            reading.wrong(file, silent, at=at, rule="language-missing")


def _of_verification(file: VerificationFile) -> Iterator[tuple[Path, Words]]:
    yield ("used_up",), file.used_up
    for name, question in file.questions.items():
        yield ("questions", name, "names"), question.names
        yield ("questions", name, "asks"), question.asks
    if file.unit:
        yield ("unit", "names"), file.unit.names
        yield ("unit", "offers"), file.unit.offers


def _case_systems(reading: Reading) -> None:
    file = "case-systems.yaml"
    if file not in reading.files:
        return
    systems = reading.struct(file, CaseSystemsFile).systems
    languages = reading.struct("agency.yaml", Profile).languages
    for named, names, at in _named(systems):
        for language in [language for language in languages if not names.get(language, "").strip()]:
            silent = f"{named} has no name in {language}, in which agents may read it"
            reading.wrong(file, silent, at=at, rule="language-missing")


def _named(systems: tuple[AnySystem, ...]) -> Iterator[tuple[str, Words, Path]]:
    for nth, system in enumerate(systems):
        yield system.id, system.names, ("systems", nth, "names")
        for n, action in enumerate(system.actions):
            yield action.id, action.names, ("systems", nth, "actions", n, "names")


def _sites(reading: Reading) -> None:
    file = "sites.yaml"
    if file not in reading.files:
        return
    languages = reading.struct("agency.yaml", Profile).languages
    for nth, site in enumerate(reading.struct(file, SitesFile).sites):
        for language in [language for language in languages if not site.names.get(language, "").strip()]:
            silent = f"{site.id} has no name in {language}, in which those who work there may read it"
            reading.wrong(file, silent, at=("sites", nth, "names"), rule="language-missing")


def _tiers(reading: Reading) -> None:
    staff = reading.struct("staff.yaml", StaffFile).staff
    tiers = reading.struct("tiers.yaml", TiersFile)
    for place, person in enumerate(staff):
        if person.tier and not tiers.has(person.tier):
            reading.wrong(
                "staff.yaml",
                f"{person.user} is {person.role}, who work in tier {person.tier}, which tiers.yaml lacks",
                at=("staff", place, "role"),
                rule="tier-undefined",
            )
