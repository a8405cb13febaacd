"""Whether a Service Request that the flow makes can be made, and comes to an office."""

from collections.abc import Iterator

from tierline.agency.entitlements import FILE, spoken_of
from tierline.agency.folder import directory_of, kinds_of, routing_of, scripts_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.ivr.steps import MakeRequest
from tierline.ivr.values import KINDS
from tierline.requests.checker import faults
from tierline.requests.kinds import RequestKind, RequestKindsFile, may_make, missing

_KINDS_FILE = "request-kinds.yaml"

UNDEFINED = Rule("request-undefined", "No request is promised of a kind that the agency does not take.")
NOT_OPEN = Rule("request-not-open", "The IVR makes only requests of the kinds that the agency opened to it.")
FACTS = Rule("request-fact-missing", "A request carries what its office needs to resolve it.")
NEEDLESS = Rule("request-fact-needless", "No fact is given that nobody asked for, or that no office reads.")
UNVERIFIED = Rule(
    "request-unverified", "No caller hears a request refused for want of a proof nobody asked for."
)
UNKNOWN = Rule("request-fact-unknown", "No form waits to be filled in with what nobody keys or knows.")
ROUTING = Rule("routing-fault", "Every request comes to one office, by rows that each decide something.")

RULES = (UNDEFINED, NOT_OPEN, FACTS, NEEDLESS, UNVERIFIED, UNKNOWN, ROUTING)


def find(agency: Subject) -> Iterator[Finding]:
    if "routing.yaml" in agency.reading.files:
        reading = agency.reading
        for fault in faults(routing_of(reading), directory_of(reading), kinds_of(reading)):
            message = f"{fault.says}: change the rows so that one of them decides, and each does once"
            yield agency.at(ROUTING, "routing.yaml", fault.at, message)
    yield from _scripts(agency)
    yield from _filled_in(agency)
    for name, step in agency.steps():
        if isinstance(step, MakeRequest):
            yield from _request(agency, name, step)


def _scripts(agency: Subject) -> Iterator[Finding]:
    names = agency.reading.names("scripts", ".yaml")
    for file, script in zip(names, scripts_of(agency.reading), strict=True):
        what, _, kind = script.next.partition(":")
        if what == "request" and kinds_of(agency.reading).kind(kind) is None:
            yield agency.at(UNDEFINED, file, ("next",), _no_kind(kind))


def _filled_in(agency: Subject) -> Iterator[Finding]:
    reading = agency.reading
    of_cases = spoken_of(reading).fields if FILE in reading.files else {}
    for nth, fact in enumerate(kinds_of(reading).facts):
        if fact.keyed and fact.keyed not in KINDS:
            message = f"{fact.keyed} is no kind of value that callers key: {', '.join(KINDS)}"
            yield agency.at(UNKNOWN, _KINDS_FILE, ("facts", nth, "keyed"), message)
        if fact.of_case and fact.of_case not in of_cases:
            message = f"{fact.of_case} is no field of a case: name it in {FILE}, or another here"
            yield agency.at(UNKNOWN, _KINDS_FILE, ("facts", nth, "of_case"), message)


def _request(agency: Subject, name: str, step: MakeRequest) -> Iterator[Finding]:
    kinds = kinds_of(agency.reading)
    kind = kinds.kind(step.kind)
    if kind is None:
        yield agency.at_step(UNDEFINED, name, _no_kind(step.kind), "request")
        return
    if not may_make(kind, "ivr"):
        message = f"{kind.id} is not open to the IVR: add `ivr` to its `by` in request-kinds.yaml"
        yield agency.at_step(NOT_OPEN, name, message, "request")
    for fact in missing(kind, step.facts):
        message = f"{kind.id} needs {fact}: give it among the facts"
        yield agency.at_step(FACTS, name, message, "facts")
    yield from _given(agency, name, step, kinds, kind)
    known = [agency.known[spot] for spot in agency.spots if spot.step == name]
    if kind.about_a_case and not all(of.verified for of in known):
        message = "on some way here nobody has verified the caller: look the case up before"
        yield agency.at_step(UNVERIFIED, name, message)


def _given(
    agency: Subject, name: str, step: MakeRequest, kinds: RequestKindsFile, kind: RequestKind
) -> Iterator[Finding]:
    needed = {fact.id: fact for fact in kinds.needed_by(kind)}
    for fact, value in step.facts.items():
        if fact not in needed:
            message = f"{kind.id} needs no {fact}: take it out, or add it to the kind's `needs`"
            yield agency.at_step(NEEDLESS, name, message, "facts", fact)
        elif needed[fact].choices and value not in needed[fact].choices and not value.startswith("$"):
            message = f"{fact} is one of {', '.join(needed[fact].choices)}, not {value}"
            yield agency.at_step(NEEDLESS, name, message, "facts", fact)


def _no_kind(kind: str) -> str:
    return f"request-kinds.yaml has no kind {kind}: write it there, or name another"
