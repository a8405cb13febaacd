"""Whether scripts can be found, and lead on."""

from collections.abc import Iterator

from tierline.agency.entitlements import FILE, spoken_of
from tierline.agency.folder import scripts_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject

CASE = Rule("script-case-unknown", "No script waits to be offered for a fact that no case has.")

RULES = (CASE,)


def find(agency: Subject) -> Iterator[Finding]:
    fields = spoken_of(agency.reading).fields if FILE in agency.reading.files else {}
    names = agency.reading.names("scripts", ".yaml")
    for name, script in zip(names, scripts_of(agency.reading), strict=True):
        for field in script.cases:
            if field not in fields:
                message = f"{FILE} has no field {field}: name one of a case, or take it out"
                yield agency.at(CASE, name, ("cases", field), message)
