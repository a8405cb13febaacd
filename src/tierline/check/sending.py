"""Whether what is sent in writing was agreed to, and says nothing that is not public."""

from collections.abc import Iterator

from tierline.check.finding import Finding, Rule
from tierline.check.known import Known
from tierline.check.said import spoken_in, wants
from tierline.check.subject import Subject
from tierline.ivr.steps import Send

NO_CONSENT = Rule("send-without-consent", "Nothing is sent to a caller who did not agree to it with a key.")
NOT_PUBLIC = Rule("send-not-public", "Nothing about a case or a person is ever sent in writing.")

RULES = (NO_CONSENT, NOT_PUBLIC)


def find(agency: Subject) -> Iterator[Finding]:
    for name, step in agency.steps():
        if not isinstance(step, Send):
            continue
        known = [agency.known[spot] for spot in agency.spots if spot.step == name]
        if any(step.channel not in of.consents for of in known):
            message = (
                f"on some way here no key has agreed to {step.channel}: lead here by one with "
                f"`consent: {step.channel}`"
            )
            yield agency.at_step(NO_CONSENT, name, message)
        for message in _not_public(agency, step, known):
            yield agency.at_step(NOT_PUBLIC, name, message)


def _not_public(agency: Subject, step: Send, known: list[Known]) -> Iterator[str]:
    text, languages = spoken_in(agency, step.text)
    private = frozenset().union(*(of.private for of in known))
    for language in languages:
        for value in sorted(wants(agency, text, language) & private):
            yield (
                f"{text} in {language} says ${value}, which comes from a look-up about a case or a person: "
                "word it without, or send what office, overseas_office, hours, closure or form say"
            )
