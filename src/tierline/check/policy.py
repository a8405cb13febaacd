"""Whether the flow keeps the policy: answers first (A4), a person by choice and never out of reach (A5), a
supervisor at any time (A11)."""

from collections.abc import Iterator

from tierline.agency.flow_file import MAIN
from tierline.calls.place import Spot
from tierline.check.assumed import could_hold
from tierline.check.finding import Finding, Rule
from tierline.check.said import attribute, prompts_of, spoken_in
from tierline.check.subject import Subject
from tierline.check.ways import Way, reach, unasked, waits, written_at
from tierline.ivr.steps import Branch, Callback, LookUp, Menu, Queue

NO_PERSON = Rule("no-way-to-a-person", "A caller who wants a person has a key for it in every menu (A5).")
NO_SUPERVISOR = Rule("no-way-to-a-supervisor", "A caller can ask for a supervisor at any time (A11).")
TOO_EARLY = Rule("person-before-answers", "The IVR offers its answers before anyone is put through (A4).")
BY_SILENCE = Rule(
    "silence-chooses-a-person", "Silence leads to a person only after a prompt that says so (A5)."
)

RULES = (NO_PERSON, NO_SUPERVISOR, TOO_EARLY, BY_SILENCE)


def find(agency: Subject) -> Iterator[Finding]:
    meanings = agency.flow.everywhere.values()
    if agency.tiers.has("supervisor") and "supervisor" not in meanings:
        message = "there is a tier of supervisors and no key for one: give one the meaning `supervisor`"
        yield agency.at(NO_SUPERVISOR, MAIN, ("everywhere",), message)
    if agency.tiers.has("1"):
        yield from _key_for_a_person(agency) if "person" in meanings else _menus_without(agency)
    yield from _before_answers(agency)
    yield from _by_silence(agency)


def _key_for_a_person(agency: Subject) -> Iterator[Finding]:
    """That the key for one leads to one whenever the tiers are open."""
    start = Spot(agency.flow.person)
    for language in agency.languages:

        def open_now(spot: Spot, way: Way, language: str = language) -> bool:
            return _while_open(agency, spot, way, language)

        reached = reach(agency.spots, [start], open_now)
        if start in agency.spots and not _people(agency, reached):
            message = (
                f"while every tier is open, a caller in {language} comes to no queue from here: lead to one"
            )
            yield agency.at_step(NO_PERSON, agency.flow.person, message)


def _while_open(agency: Subject, spot: Spot, way: Way, language: str) -> bool:
    match agency.flow.steps[spot.step]:
        case Branch() as branch:
            return could_hold(branch, way.by, language)
        case LookUp(what="hours"):
            return way.by == "open"
        case LookUp(what="closure"):
            return way.by == "none"
        case _:
            return True


def _menus_without(agency: Subject) -> Iterator[Finding]:
    """Without a key for one everywhere, each menu has one of its own."""
    found: set[Finding] = set()
    offered = reach(agency.spots, [spot for spot in agency.spots if spot.step == agency.flow.answers])
    for spot in offered:
        if isinstance(agency.flow.steps[spot.step], Menu) and not _has_a_key(agency, spot):
            message = "no key here leads to a person: add one, or give a key that meaning everywhere"
            found.add(agency.at_step(NO_PERSON, spot.step, message, "keys"))
    yield from found


def _has_a_key(agency: Subject, menu: Spot) -> bool:
    elsewhere = {agency.flow.answers, menu.step}
    keys = [
        way.to for way in agency.spots[menu] if way.by.startswith("key ") and way.to.step not in elsewhere
    ]
    return bool(_people(agency, reach(agency.spots, keys, lambda _, way: way.to.step not in elsewhere)))


def _before_answers(agency: Subject) -> Iterator[Finding]:
    """Text telephones are answered as the agency set, which may be by a person at once."""
    answers = agency.flow.answers
    reached = reach(agency.spots, [Spot(agency.flow.start)], lambda spot, _: spot.step != answers)
    for name in sorted({spot.step for spot in _people(agency, reached) if spot.step != answers}):
        message = f"a caller can come here before {answers} offered the answers: lead through it"
        yield agency.at_step(TOO_EARLY, name, message)


def _by_silence(agency: Subject) -> Iterator[Finding]:
    """Nothing is pressed, and a person it is: the prompt before has to say so."""
    steps, found = agency.flow.steps, set[Finding]()
    for spot in (spot for spot in agency.spots if waits(steps[spot.step])):
        for way in agency.spots[spot]:
            if unasked(steps[spot.step], way.by) and _people(agency, _unasked(agency, way.to)):
                found.update(_unannounced(agency, spot, way))
    yield from found
    spent = Spot(agency.flow.patience.spent)
    if _people(agency, _unasked(agency, spent)):
        message = "a call that nobody makes would come to a person: end it"
        yield agency.at(BY_SILENCE, MAIN, ("patience", "spent"), message)


def _unasked(agency: Subject, start: Spot) -> set[Spot]:
    """Where a call comes from here before the caller is asked again."""
    return reach(agency.spots, [start], lambda spot, _: not waits(agency.flow.steps[spot.step]))


def _unannounced(agency: Subject, spot: Spot, way: Way) -> Iterator[Finding]:
    step = agency.flow.steps[spot.step]
    said = [spoken_in(agency, prompt) for prompt in prompts_of(step)]
    for language in agency.languages:
        if not any(
            language in languages and attribute(agency, name, language, "silence") == "person"
            for name, languages in said
        ):
            message = (
                f"who says nothing comes to a person, and no prompt here says so in {language}: say one with "
                "`.silence = person`, or lead elsewhere"
            )
            yield agency.at_step(BY_SILENCE, spot.step, message, *written_at(step, way.by))


def _people(agency: Subject, reached: set[Spot]) -> set[Spot]:
    return {spot for spot in reached if isinstance(agency.flow.steps[spot.step], Queue | Callback)}
