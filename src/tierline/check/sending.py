"""Whether what is sent in writing was agreed to."""

from collections.abc import Iterator

from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ivr.steps import Send

NO_CONSENT = Rule("send-without-consent", "Nothing is sent to a caller who did not agree to it with a key.")

RULES = (NO_CONSENT,)


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
