"""Whether sub-flows are walked, and come back with outcomes that are gone on by."""

from collections.abc import Iterator

from tierline.agency.flow_file import step_path
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.check.ways import recursive
from tierline.ivr.flow import flow_of
from tierline.ivr.steps import Do, Return

UNDEFINED = Rule("sub-flow-undefined", "No caller is led into a sub-flow that there is not.")
UNUSED = Rule("sub-flow-unused", "No sub-flow lies there that nobody walks: a way into it is missing.")
INTO_ITSELF = Rule("sub-flow-does-itself", "No caller goes ever deeper into a sub-flow that walks itself.")
UNHANDLED = Rule("return-unhandled", "A sub-flow never comes back with an outcome that leads nowhere.")
NEVER = Rule(
    "return-never-comes", "No way on is written for an outcome that a sub-flow never comes back with."
)
OUTSIDE = Rule("return-outside-sub-flow", "A caller in the main flow never comes to a step that goes back.")

RULES = (UNDEFINED, UNUSED, INTO_ITSELF, UNHANDLED, NEVER, OUTSIDE)


def find(agency: Subject) -> Iterator[Finding]:
    for name, step in agency.steps():
        match step:
            case Do():
                yield from _do(agency, name, step)
            case Return() if not flow_of(name):
                message = "the main flow has nothing to return to: say `end`, or lead to another step"
                yield agency.at_step(OUTSIDE, name, message)
    yield from _unused(agency)
    yield from _into_itself(agency)


def _do(agency: Subject, name: str, do: Do) -> Iterator[Finding]:
    if do.flow not in agency.flow.sub_flows:
        message = f"there is no flows/{do.flow}.yaml: write it, or do another"
        yield agency.at_step(UNDEFINED, name, message, "do")
        return
    returned = {
        step.outcome
        for other, step in agency.steps()
        if isinstance(step, Return) and flow_of(other) == do.flow
    }
    for outcome in sorted(returned - do.outcomes.keys()):
        message = f"{do.flow} can return {outcome}: say among the outcomes where that leads"
        yield agency.at_step(UNHANDLED, name, message, "outcomes")
    for outcome in sorted(do.outcomes.keys() - returned):
        message = f"{do.flow} never returns {outcome}: take this outcome out"
        yield agency.at_step(NEVER, name, message, "outcomes", outcome)


def _unused(agency: Subject) -> Iterator[Finding]:
    done = {step.flow for _, step in agency.steps() if isinstance(step, Do)}
    for sub_flow, of in agency.flow.sub_flows.items():
        if sub_flow not in done:
            file, _ = step_path(of.start)
            yield agency.at(UNUSED, file, (), f"no step does {sub_flow}: do it, or take the file out")


def _into_itself(agency: Subject) -> Iterator[Finding]:
    for name in sorted({spot.step for spot in agency.spots if _recurs(agency, spot.step, spot.stack)}):
        message = "the call is in this sub-flow already: return from it, or lead to a step of it"
        yield agency.at_step(INTO_ITSELF, name, message, "do")


def _recurs(agency: Subject, name: str, stack: tuple[str, ...]) -> bool:
    step = agency.flow.steps[name]
    return isinstance(step, Do) and recursive(name, stack, step.flow)
