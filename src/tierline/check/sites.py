"""Whether everybody works where the agency says, and contractors for a company that it names."""

from collections.abc import Iterator

from tierline.agency.folder import sites_file_of, staff_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.staff.person import Person
from tierline.staff.sites import SitesFile

UNDEFINED = Rule("site-undefined", "Nobody works at a site that the agency does not have.")
VENDOR = Rule(
    "vendor-undefined", "No site and no contractor belongs to a vendor that the agency does not have."
)
MISSING = Rule("vendor-missing", "It is known of every contractor which vendor's people may look after them.")
ELSEWHERE = Rule("vendor-elsewhere", "No contractor works among the people of another vendor's site.")

RULES = (UNDEFINED, VENDOR, MISSING, ELSEWHERE)
FILE = "sites.yaml"


def find(agency: Subject) -> Iterator[Finding]:
    written = sites_file_of(agency.reading)
    for nth, site in enumerate(written.sites):
        if site.vendor and written.vendor(site.vendor) is None:
            message = f"{site.id} is of {site.vendor}, which is none of the vendors: name it there"
            yield agency.at(VENDOR, FILE, ("sites", nth, "vendor"), message)
    for nth, person in enumerate(staff_of(agency.reading).staff):
        for rule, entry, message in _wrong(written, person):
            yield agency.at(rule, "staff.yaml", ("staff", nth, entry), message)


def _wrong(written: SitesFile, person: Person) -> Iterator[tuple[Rule, str, str]]:
    site = written.site(person.site)
    if written.sites and site is None:
        yield UNDEFINED, "site", f"{FILE} has no site {person.site}: add it there, or name another"
    if person.vendor and written.vendor(person.vendor) is None:
        yield VENDOR, "vendor", f"{FILE} has no vendor {person.vendor}: add it there, or name another"
    elif written.vendors and person.employment == "contract" and not person.vendor:
        yield MISSING, "employment", f"{person.user} is a contractor of nobody: name a vendor of {FILE}"
    elif site and site.vendor and person.vendor and site.vendor != person.vendor:
        message = f"{person.user} of {person.vendor} is at {site.id}, which is {site.vendor}'s: name another"
        yield ELSEWHERE, "vendor", message
