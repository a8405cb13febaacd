"""Whether an agent who follows the procedure for an emergency can do what it says."""

import re
from collections.abc import Iterator

from tierline.agency.folder import emergencies_of
from tierline.check.finding import Finding, Rule
from tierline.check.repeated import repeated
from tierline.check.subject import Subject

NUMBER = Rule("emergency-number-wrong", "No agent is told to call a number that nobody can dial.")
TWICE = Rule("emergency-twice", "No procedure is written that another of the same name hides.")

RULES = (NUMBER, TWICE)
FILE = "emergencies.yaml"
DIALLED = re.compile(r"\+?[0-9]{3,15}")


def find(agency: Subject) -> Iterator[Finding]:
    kinds = emergencies_of(agency.reading).kinds
    for nth in repeated(kind.id for kind in kinds):
        message = f"{kinds[nth].id} is written a second time: give this one a name of its own"
        yield agency.at(TWICE, FILE, ("kinds", nth), message)
    for nth, kind in enumerate(kinds):
        for place, number in enumerate(kind.numbers):
            if not DIALLED.fullmatch(number.number):
                message = f"{number.number} cannot be dialled: write digits alone, with a + for abroad"
                yield agency.at(NUMBER, FILE, ("kinds", nth, "numbers", place), message)
