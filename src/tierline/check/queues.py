"""Whether the rules of the queues hold for anybody, and whether somebody can take who waits in them."""

from collections.abc import Iterator

from tierline.acd.queues import QueueRule, QueuesFile
from tierline.agency.folder import queues_of, staff_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ivr.steps import Queue
from tierline.staff.person import Person

SHADOWED = Rule("queue-shadowed", "A rule that was written for some callers holds for them.")
UNSTAFFED = Rule("skill-unstaffed", "No caller waits for a skill that nobody of the tier has.")
NO_SITE = Rule("site-unknown", "No caller waits for a site at which nobody works.")
NARROW = Rule("widening-without-effect", "What is to make a long wait shorter does.")

RULES = (SHADOWED, UNSTAFFED, NO_SITE, NARROW)
FILE = "queues.yaml"


def find(agency: Subject) -> Iterator[Finding]:
    rules, staff = queues_of(agency.reading), staff_of(agency.reading).staff
    sites = {person.site for person in staff}
    for nth, rule in enumerate(rules.queues):
        if earlier := _shadow(rules, nth):
            message = f"{earlier.id} comes first and fits the same callers: move {rule.id} before it"
            yield agency.at(SHADOWED, FILE, ("queues", nth), message)
        for site in sorted(rule.sites - sites):
            message = f"nobody of staff.yaml works at {site}: name a site of theirs"
            yield agency.at(NO_SITE, FILE, ("queues", nth, "sites"), message)
        for widening in _without_effect(rule):
            message = "it takes in nobody whom the caller could not have before: leave it out, or widen more"
            yield agency.at(NARROW, FILE, ("queues", nth, "widening", widening), message)
    for name, step in agency.steps():
        if isinstance(step, Queue) and step.skills and not any(_has(person, step) for person in staff):
            needed = ", ".join(sorted(step.skills))
            message = f"nobody of tier {step.tier} in staff.yaml has all of {needed}: give them to somebody"
            yield agency.at_step(UNSTAFFED, name, message, "skills")


def _shadow(rules: QueuesFile, nth: int) -> QueueRule | None:
    """The earlier rule that fits whoever this one would."""
    rule = rules.queues[nth]
    for earlier in rules.queues[:nth]:
        languages = not earlier.languages or (rule.languages and rule.languages <= earlier.languages)
        if earlier.tier == rule.tier and languages and earlier.skills <= rule.skills:
            return earlier
    return None


def _without_effect(rule: QueueRule) -> Iterator[int]:
    sites, skills, languages = bool(rule.sites), True, set(rule.languages)
    in_time = sorted(range(len(rule.widening)), key=lambda nth: rule.widening[nth].after_seconds)
    for nth in in_time:
        widening = rule.widening[nth]
        more_sites, more_people = sites and widening.all_sites, skills and widening.without_skills
        more_languages = bool(widening.languages - languages)
        if not (more_sites or more_people or more_languages):
            yield nth
        sites, skills = sites and not more_sites, skills and not more_people
        languages |= widening.languages


def _has(person: Person, step: Queue) -> bool:
    return person.tier == step.tier and step.skills <= person.skills
