"""Whether every step leads somewhere, and is come to from somewhere."""

from collections.abc import Iterator

from tierline.agency.flow_file import MAIN, step_path
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.check.ways import written_at
from tierline.ivr.flow import flow_of

UNDEFINED = Rule("step-undefined", "A caller is never led to a step that there is not.")
UNREACHABLE = Rule(
    "step-unreachable", "No step is written that no caller can come to: a way to it is missing."
)

RULES = (UNDEFINED, UNREACHABLE)


def find(agency: Subject) -> Iterator[Finding]:
    yield from _settings(agency)
    for name, step in agency.steps():
        for by, to in step.ways.items():
            if to not in agency.flow.steps:
                message = f"there is no step {own(to)}: write it, or lead to another"
                yield agency.at_step(UNDEFINED, name, message, *written_at(step, by))
    yield from _unreachable(agency)


def _settings(agency: Subject) -> Iterator[Finding]:
    flow = agency.flow
    named: dict[tuple[str, ...], str | None] = {
        ("start",): flow.start,
        ("answers",): flow.answers,
        ("person",): flow.person,
        ("tty",): flow.tty,
        ("patience", "spent"): flow.patience.spent,
        **{("waiting", *path): step for path, step in flow.waiting.steps.items()},
    }
    for path, step in named.items():
        if step and step not in flow.steps:
            yield agency.at(UNDEFINED, MAIN, path, f"there is no step {step}: write it, or name another")
    for name, sub_flow in flow.sub_flows.items():
        if sub_flow.start not in flow.steps:
            file, _ = step_path(sub_flow.start)
            message = (
                f"{name} starts at {own(sub_flow.start) or 'no step'}, which it has not: name one of its own"
            )
            yield agency.at(UNDEFINED, file, ("start",), message)


def _unreachable(agency: Subject) -> Iterator[Finding]:
    reached = {spot.step for spot in agency.spots}
    entered = {flow_of(step) for step in reached}
    for name in agency.flow.steps:
        if name not in reached and (flow_of(name) in entered or not flow_of(name)):
            message = f"nothing leads to {own(name)}: lead there, or take it out"
            yield agency.at_step(UNREACHABLE, name, message)


def own(step: str) -> str:
    """As its own file names it."""
    return step.rpartition("/")[2]
