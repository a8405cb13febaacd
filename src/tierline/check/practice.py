"""Whether the cases that agents practise can be practised, and handled as they expect."""

from collections.abc import Iterator

from tierline.agency.folder import dispositions_of, kinds_of, practice_of, receipts_of, scripts_of
from tierline.agency.yaml_lines import Path
from tierline.check.finding import Finding, Rule
from tierline.check.repeated import repeated
from tierline.check.subject import Subject
from tierline.ivr.receipts import MalformedReceipt, readings
from tierline.practice.case import PracticeCase
from tierline.requests.kinds import may_make
from tierline.scripts.finding import find as usable
from tierline.staff.escalation import tiers_above
from tierline.staff.person import TIER_OF

TWICE = Rule("practice-case-twice", "No case that agents practise hides another of the same name.")
FAULT = Rule("practice-case-fault", "Nobody practises what cannot be done, or learns to miss what must be.")

RULES = (TWICE, FAULT)
Fault = tuple[Path, str]
_ROLE_OF = {tier: role for role, tier in TIER_OF.items()}


def find(agency: Subject) -> Iterator[Finding]:
    files, cases = agency.reading.names("practice", ".yaml"), practice_of(agency.reading)
    for nth in repeated(case.id for case in cases):
        message = f"another file has the case {cases[nth].id}: name this one otherwise"
        yield agency.at(TWICE, files[nth], ("id",), message)
    for file, case in zip(files, cases, strict=True):
        for path, message in (*_of_caller(agency, case), *_of_facts(agency, case), *_expected(agency, case)):
            yield agency.at(FAULT, file, path, message)


def _of_caller(agency: Subject, case: PracticeCase) -> Iterator[Fault]:
    if not agency.tiers.has(case.tier):
        yield ("tier",), f"tiers.yaml has no tier {case.tier}: nobody could practise it"
    if case.language not in agency.languages:
        yield ("language",), f"{case.language} is no language of agency.yaml"
    for nth, step in enumerate(case.path):
        if step not in agency.flow.steps:
            yield ("path", nth), f"the flow has no step {step}"


def _of_facts(agency: Subject, case: PracticeCase) -> Iterator[Fault]:
    facts = case.facts
    if facts is None:
        if case.expected.verification:
            yield ("expected", "verification"), "there are no facts to verify the caller by: write them"
        return
    try:
        readable = facts.receipt in readings(facts.receipt, receipts_of(agency.reading))
    except MalformedReceipt:
        readable = False
    if not readable:
        yield ("facts", "receipt"), f"{facts.receipt} is no receipt number that an agent can enter"
    for field in ("status_texts", "next_steps"):
        if not getattr(facts, field).get(case.language, "").strip():
            yield ("facts", field), f"says nothing in {case.language}, the caller's language"


def _expected(agency: Subject, case: PracticeCase) -> Iterator[Fault]:
    expected, reading = case.expected, agency.reading
    scripts = usable(scripts_of(reading), case.path, at=agency.now, tier=case.tier, language=case.language)
    for nth, script in enumerate(expected.scripts):
        if script not in {known.id for known in scripts}:
            message = f"no script {script} is in force that tier {case.tier} may read in {case.language}"
            yield ("expected", "scripts", nth), message
    for nth, name in enumerate(expected.requests):
        kind = kinds_of(reading).kind(name)
        if kind is None or not may_make(kind, _ROLE_OF[case.tier]):
            yield ("expected", "requests", nth), f"there is no request {name} that tier {case.tier} may make"
    if expected.transfer and expected.transfer not in tiers_above(case.tier):
        yield ("expected", "transfer"), f"a call goes up, never from tier {case.tier} to {expected.transfer}"
    elif expected.transfer and not agency.tiers.has(expected.transfer):
        yield ("expected", "transfer"), f"tiers.yaml has no tier {expected.transfer}"
    codes = {code.id for code in dispositions_of(reading).of(case.tier)}
    if expected.disposition and expected.disposition not in codes:
        message = f"dispositions.yaml has no {expected.disposition} for tier {case.tier}"
        yield ("expected", "disposition"), message
