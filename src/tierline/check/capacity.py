"""Whether callers whom a full line does not take are told so, and led on."""

from collections.abc import Iterator

from tierline.acd.queues import QueueRule
from tierline.agency.folder import queues_of
from tierline.calls.place import Spot
from tierline.check.finding import Finding, Rule
from tierline.check.said import prompts_of
from tierline.check.subject import Subject
from tierline.check.ways import reach
from tierline.ivr.steps import End, Queue

WITHOUT_WAY = Rule(
    "full-line-without-way", "A line that takes only so many has a way on for whoever it does not take."
)
WITHOUT_WORDS = Rule(
    "full-line-without-words", "Nobody is hung up on, or sent back to a full line, without a word."
)
NO_EFFECT = Rule("capacity-without-effect", "What bounds a line bounds one that the flow leads to.")

RULES = (WITHOUT_WAY, WITHOUT_WORDS, NO_EFFECT)


def find(agency: Subject) -> Iterator[Finding]:
    rules, met = queues_of(agency.reading).queues, set[str]()
    for name, step in agency.steps():
        if not isinstance(step, Queue):
            continue
        bounded = {rule.id for rule in _rules_of(agency, step) if rule.capacity}
        met |= bounded
        if bounded and not step.when_full:
            message = f"{min(bounded)} of queues.yaml has a capacity: say where `when_full` leads"
            yield agency.at_step(WITHOUT_WAY, name, message)
        if step.when_full and not bounded:
            message = "no line that it leads to has a capacity in queues.yaml: give it one, or leave it out"
            yield agency.at_step(NO_EFFECT, name, message, "when_full")
        if step.when_full and not _told(agency, name):
            message = "who is not taken would be hung up on, or come back here, without a word: say something"
            yield agency.at_step(WITHOUT_WORDS, name, message, "when_full")
    for nth, rule in enumerate(rules):
        if rule.capacity and rule.id not in met:
            message = f"no step of the flow leads to the line of {rule.id}: leave its capacity out"
            yield agency.at(NO_EFFECT, "queues.yaml", ("queues", nth, "capacity"), message)


def _rules_of(agency: Subject, step: Queue) -> list[QueueRule]:
    rules = queues_of(agency.reading)
    return [rules.rule(step.tier, language, step.skills) for language in agency.languages]


def _told(agency: Subject, queue: str) -> bool:
    """Whether on each way on from the full line something is said before it ends."""
    steps = agency.flow.steps
    silent = lambda spot, _: not prompts_of(steps[spot.step])  # noqa: E731
    for spot in (spot for spot in agency.spots if spot.step == queue):
        first = [way.to for way in agency.spots[spot] if way.by == "full"]
        unheard = {s for s in reach(agency.spots, first, silent) if _wordless_end(agency, s)}
        if unheard:
            return False
    return True


def _wordless_end(agency: Subject, spot: Spot) -> bool:
    match agency.flow.steps[spot.step]:
        case Queue():
            return True
        case End(prompts=prompts):
            return not prompts
        case _:
            return False
