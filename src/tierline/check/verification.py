"""Whether the questions by which callers are recognised tell them from strangers, and can be answered."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations

from tierline.agency.entitlements import spoken_of
from tierline.agency.folder import staff_of, verification_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ivr.steps import Collect, LookUp
from tierline.ivr.values import KINDS
from tierline.staff.person import Person
from tierline.staff.verification.policy import Comparing, Level, Questions, SpecialLevel, VerificationFile

UNDEFINED = Rule("verification-question-undefined", "Nobody is recognised by a question that nobody asks.")
UNKNOWN = Rule("verification-fact-unknown", "No answer is held against a fact that no case has.")
TOLD = Rule(
    "verification-fact-told", "Nobody is recognised by what is told to callers, or stands on every notice."
)
COMPARED = Rule(
    "verification-compared-otherwise", "No right answer is taken for a wrong one for how it is compared."
)
UNREACHABLE = Rule("verification-unreachable", "No caller is asked questions that verify nobody.")
ONE = Rule("verification-one-answer", "Nobody is recognised by an agent for one right answer alone.")
GRANT = Rule("verification-grant", "The special verification is done by the cleared alone.")
WEAKER = Rule(
    "verification-weaker", "Whoever is specially verified knows all that others have to, and more besides."
)
UNIT = Rule("verification-unit", "No caller waits for a unit that cannot verify them.")
KEYPAD = Rule("verification-keypad", "The IVR recognises callers by what they can key.")
MISSING = Rule("verification-missing", "No caller keys what they are then not recognised by.")

RULES = (UNDEFINED, UNKNOWN, TOLD, COMPARED, UNREACHABLE, ONE, GRANT, WEAKER, UNIT, KEYPAD, MISSING)
FILE = "verification.yaml"
_COMPARED_AS: Mapping[str, Comparing] = {
    "applicant": "name",
    "representative": "name",
    "date_of_birth": "date",
    "received": "date",
    "updated": "date",
    "zip": "zip",
}
"""The facts that every case system writes in one way; how others are written is the agency's to know."""

_ENTITLEMENTS = "entitlements.yaml"
_ON_EVERY_NOTICE = "receipt"


def find(agency: Subject) -> Iterator[Finding]:
    policy = verification_of(agency.reading)
    yield from _missing(agency, policy)
    if policy is None:
        return
    yield from _facts(agency, policy)
    for at, questions in _asked(policy):
        for nth, name in enumerate(questions):
            if name not in policy.questions:
                message = f"there is no question {name} above, only {', '.join(policy.questions)}"
                yield agency.at(UNDEFINED, FILE, (*at, nth), message)
    yield from _levels(agency, policy)
    yield from _unit(agency, policy)
    yield from _keypad(agency, policy)


def _asked(policy: VerificationFile) -> Iterator[tuple[tuple[str, ...], Questions]]:
    """Wherever questions are named, with where that is written."""
    for name, level in _written(policy):
        yield ("levels", name, "right"), level.right
        if level.others:
            yield ("levels", name, "others", "of"), level.others.of
    yield ("representative",), policy.representative
    yield ("keypad",), policy.keypad


def _written(policy: VerificationFile) -> Iterator[tuple[str, Level]]:
    yield "basic", policy.levels.basic
    if policy.levels.special:
        yield "special", policy.levels.special


def _facts(agency: Subject, policy: VerificationFile) -> Iterator[Finding]:
    classes = spoken_of(agency.reading).fields if _ENTITLEMENTS in agency.reading.files else {}
    for name, question in policy.questions.items():
        at, fact = ("questions", name, "fact"), question.fact
        if fact == _ON_EVERY_NOTICE or classes.get(fact) == "basic":
            message = f"{fact} is told to callers, or stands on every notice: ask for another fact"
            yield agency.at(TOLD, FILE, at, message)
        elif fact not in classes:
            message = f"{_ENTITLEMENTS} has no fact {fact}: give it a class there, or ask for another"
            yield agency.at(UNKNOWN, FILE, at, message)
        rightly = _COMPARED_AS.get(fact, question.compare)
        if question.compare != rightly:
            message = f"{fact} as {question.compare} is hardly ever equal to what people say: take {rightly}"
            yield agency.at(COMPARED, FILE, ("questions", name, "compare"), message)


def _levels(agency: Subject, policy: VerificationFile) -> Iterator[Finding]:
    for name, level in _written(policy):
        others = level.others
        if others and others.right > len(set(others.of)):
            message = f"{others.right} of {len(set(others.of))} others can never be right: ask for fewer"
            yield agency.at(UNREACHABLE, FILE, ("levels", name, "others"), message)
    basic, special = policy.levels.basic, policy.levels.special
    if any(len(enough) < 2 for enough in _enough(basic)):
        message = "one right answer is enough here: whoever found a notice may guess it. Ask for two"
        yield agency.at(ONE, FILE, ("levels", "basic"), message)
    if special:
        yield from _special(agency, basic, special)


def _special(agency: Subject, basic: Level, special: SpecialLevel) -> Iterator[Finding]:
    if special.grant is None:
        message = "anybody could verify to this level: name the grant that it takes"
        yield agency.at(GRANT, FILE, ("levels", "special"), message)
    elif not any(special.grant in person.grants for person in _staff(agency)):
        message = f"nobody who takes calls holds the grant {special.grant}: give it to somebody in staff.yaml"
        yield agency.at(UNREACHABLE, FILE, ("levels", "special", "grant"), message)
    reachable = any(_enough(basic))
    weak = (not basic.reached(enough) or _is_enough(basic, enough) for enough in _enough(special))
    if reachable and any(weak):
        message = "it can be reached by answers that are not enough for basic, or just enough: ask for more"
        yield agency.at(WEAKER, FILE, ("levels", "special"), message)


def _enough(level: Level) -> Iterator[frozenset[str]]:
    """Every set of right answers that reaches the level, and does not without any of them."""
    others = level.others
    for some in combinations(sorted(set(others.of)), others.right) if others else [()]:
        enough = frozenset((*level.right, *some))
        if _is_enough(level, enough):
            yield enough


def _is_enough(level: Level, answers: AbstractSet[str]) -> bool:
    fewer = (answers - {one} for one in answers)
    return level.reached(answers) and not any(level.reached(some) for some in fewer)


def _unit(agency: Subject, policy: VerificationFile) -> Iterator[Finding]:
    unit, special = policy.unit, policy.levels.special
    if unit is None:
        return
    if special is None:
        message = "it has nothing to ask that others do not: write levels.special, or leave the unit out"
        yield agency.at(UNIT, FILE, ("unit",), message)
        return
    of_it = [p for p in _staff(agency) if p.tier == unit.tier and unit.skills <= p.skills]
    skills = ", ".join(sorted(unit.skills))
    if not of_it:
        message = f"nobody of tier {unit.tier} in staff.yaml has the skills {skills}: give them to somebody"
        yield agency.at(UNIT, FILE, ("unit", "skills"), message)
    for person in of_it:
        if special.grant and special.grant not in person.grants:
            message = f"{person.user} has the skills {skills} and not the grant {special.grant}: give both"
            yield agency.at(UNIT, FILE, ("unit", "skills"), message)


def _keypad(agency: Subject, policy: VerificationFile) -> Iterator[Finding]:
    collected = {step.kind for _, step in agency.steps() if isinstance(step, Collect)}
    for nth, name in enumerate(policy.keypad):
        question = policy.questions.get(name)
        if question is None:
            continue
        if question.fact not in KINDS:
            message = f"{question.fact} is nothing that can be keyed: leave it out"
            yield agency.at(KEYPAD, FILE, ("keypad", nth), message)
        elif question.fact not in collected:
            message = f"the flow collects no {question.fact}: nobody could be recognised by it"
            yield agency.at(KEYPAD, FILE, ("keypad", nth), message)


def _missing(agency: Subject, policy: VerificationFile | None) -> Iterator[Finding]:
    """Of an agency that has cases at all."""
    if _ENTITLEMENTS not in agency.reading.files or (policy and policy.keypad):
        return
    for name, step in agency.steps():
        if isinstance(step, LookUp) and step.what == "case":
            message = f"{FILE} has no question under keypad, so that nobody is recognised here: name some"
            yield agency.at_step(MISSING, name, message, "look_up")


def _staff(agency: Subject) -> list[Person]:
    return [person for person in staff_of(agency.reading).staff if person.tier]
