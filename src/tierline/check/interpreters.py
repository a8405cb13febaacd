"""Whether the interpreters on the agency's list can be called, and are there where callers depend on them."""

from collections.abc import Iterator

from tierline.agency.folder import interpreters_of, queues_of
from tierline.calls.dialling import listed_number
from tierline.check.finding import Finding, Rule
from tierline.check.repeated import repeated
from tierline.check.subject import Subject

NUMBER = Rule("interpreter-number", "An interpreter who is chosen can be called.")
TWICE = Rule("interpreter-twice", "The interpreter whom an agent chooses is the one who is called.")
MISSING = Rule(
    "interpreter-missing",
    "Nobody is connected to an agent who does not speak their language, and no interpreter.",
)

RULES = (NUMBER, TWICE, MISSING)
FILE = "interpreters.yaml"


def find(agency: Subject) -> Iterator[Finding]:
    known = interpreters_of(agency.reading)
    for nth, one in enumerate(known.interpreters):
        if listed_number(one.number) is None:
            message = f"{one.number} is no number that may be rung: give one in full, such as +1 800 555 0100"
            yield agency.at(NUMBER, FILE, ("interpreters", nth, "number"), message)
    for nth in repeated(one.id for one in known.interpreters):
        message = (
            f"an interpreter before is called {known.interpreters[nth].id} too: give this one another id"
        )
        yield agency.at(TWICE, FILE, ("interpreters", nth, "id"), message)
    for nth, rule in enumerate(queues_of(agency.reading).queues):
        for wider, widening in enumerate(rule.widening):
            speak_others = widening.languages - rule.languages
            for language in sorted(rule.languages) if speak_others else ():
                if not known.of(language):
                    message = (
                        f"nobody in {FILE} interprets {language}: add somebody, or do not widen to others"
                    )
                    at = ("queues", nth, "widening", wider, "languages")
                    yield agency.at(MISSING, "queues.yaml", at, message)
