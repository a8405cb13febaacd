"""The result of all cases, for people and for programs."""

from collections.abc import Sequence

import msgspec

from tierline.twin.folder import Folder
from tierline.twin.golden.beside import beside
from tierline.twin.golden.cover import Cover, FileCover
from tierline.twin.golden.running import Result
from tierline.twin.outcome import Outcome
from tierline.twin.reproduction import command
from tierline.twin.trace import StepHeard, steps_heard


class CaseReport(msgspec.Struct, frozen=True):
    """`walk` is the command that walks the same call."""

    file: str
    name: str
    ok: bool
    failures: list[str]
    steps: list[StepHeard]
    outcome: Outcome
    walk: str


class Report(msgspec.Struct, frozen=True):
    """`cover` only where it was asked for."""

    ok: bool
    cases: list[CaseReport]
    cover: Cover | None


def report(folder: Folder, results: Sequence[Result], cover: Cover | None, covered: bool) -> Report:
    ok = covered and all(result.passed for result in results)
    return Report(ok, [_case(folder, result) for result in results], cover)


def _case(folder: Folder, result: Result) -> CaseReport:
    return CaseReport(
        file=result.ready.file,
        name=result.ready.case.name,
        ok=result.passed,
        failures=result.failures,
        steps=steps_heard(result.walked.trace),
        outcome=result.walked.outcome,
        walk=command(folder, result.ready.scenario),
    )


def failed_in_words(folder: Folder, result: Result) -> list[str]:
    lines = [f"FAILED  {result.ready.file}: {result.ready.case.name}"]
    lines += [f"    {failure}" for failure in result.failures]
    lines += ["", *(f"    {line}" for line in beside(result.ready.case, result.walked)), ""]
    return [*lines, f"    Walk it: {command(folder, result.ready.scenario)}", ""]


def cover_in_words(cover: Cover) -> list[str]:
    lines = [line for file in cover.files for line in _file(file)]
    return [*lines, f"{cover.percent:.1f} % of the steps are reached."]


def _file(file: FileCover) -> list[str]:
    reached = file.steps - len(file.steps_missed)
    lines = [f"{file.file}: {reached} of {file.steps} steps reached"]
    lines += [f"    no case reaches {step}" for step in file.steps_missed]
    return lines + [f"    no case leaves {step} by {', '.join(by)}" for step, by in file.ways_missed.items()]
