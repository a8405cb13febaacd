"""Whether the reasons for which calls go up are ones that can hold."""

from collections.abc import Iterator

from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.staff.escalation import called, reasons, tiers_above

WITHOUT_EFFECT = Rule(
    "escalation-without-effect", "What is written about the ways up is what happens to a call."
)

RULES = (WITHOUT_EFFECT,)


def find(agency: Subject) -> Iterator[Finding]:
    for nth, tier in enumerate(agency.tiers.tiers):
        for to, written in tier.escalates.items():
            if to not in tiers_above(tier.id) or not agency.tiers.has(to):
                message = f"no call goes from {called(tier.id)} to {called(to)} here: leave it out"
            elif odd := sorted(written - reasons(tier.id, to)):
                message = f"that is no reason to go from {called(tier.id)} to {called(to)}: {', '.join(odd)}"
            else:
                continue
            yield agency.at(WITHOUT_EFFECT, "tiers.yaml", ("tiers", nth, "escalates", to), message)
