"""Which parts of a flow no golden case reaches."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from tierline.calls.events import AnyEvent, KeyPressed, LookedUp, StepReached
from tierline.ivr.flow import Flow
from tierline.twin.walk import Walked


class FileCover(msgspec.Struct, frozen=True):
    """Of one file of the flow. `ways` are keys and outcomes, as `step: key 1`, of steps that are reached."""

    file: str
    steps: int
    steps_missed: list[str]
    ways: int
    ways_missed: list[str]


class Cover(msgspec.Struct, frozen=True):
    """`percent` counts steps, of all files."""

    percent: float
    files: list[FileCover]


def cover(flow: Flow, walked: Iterable[Walked]) -> Cover:
    reached, gone = _taken(call.events for call in walked)
    by_file: defaultdict[str, list[str]] = defaultdict(list)
    for step in flow.steps:
        by_file[file_of(step)].append(step)
    files = [_of_file(flow, file, steps, reached, gone) for file, steps in by_file.items()]
    missed = sum(len(file.steps_missed) for file in files)
    return Cover(100 * (1 - missed / len(flow.steps)), files)


def file_of(step: str) -> str:
    """A step of a sub-flow is named `sub-flow/step`."""
    sub_flow, inner, _ = step.rpartition("/")
    return f"flows/{sub_flow}.yaml" if inner else "flow.yaml"


def _of_file(flow: Flow, file: str, steps: list[str], reached: set[str], gone: set[str]) -> FileCover:
    ways = [way for step in steps for way in _ways(flow, step)]
    missed = [step for step in steps if step not in reached]
    untaken = [way for step in steps if step in reached for way in _ways(flow, step) if way not in gone]
    return FileCover(file, len(steps), missed, len(ways), untaken)


def _ways(flow: Flow, step: str) -> list[str]:
    """The keys and outcomes that a step of any kind names."""
    written = flow.steps[step]
    ways = [_key(step, key) for key in _named(written, "keys")]
    return ways + [_outcome(step, outcome) for outcome in _named(written, "outcomes")]


def _named(step: object, field: str) -> Iterable[str]:
    named = getattr(step, field, {})
    return named.keys() if isinstance(named, Mapping) else ()


def _key(step: str, key: str) -> str:
    return f"{step}: key {key}"


def _outcome(step: str, outcome: str) -> str:
    return f"{step}: outcome {outcome}"


def _taken(calls: Iterable[Iterable[AnyEvent]]) -> tuple[set[str], set[str]]:
    """The steps reached and the ways gone in all calls."""
    reached: set[str] = set()
    gone: set[str] = set()
    for events in calls:
        step = ""
        for event in events:
            match event:
                case StepReached(step=step):
                    reached.add(step)
                case KeyPressed(key=key):
                    gone.add(_key(step, key))
                case LookedUp(outcome=outcome):
                    gone.add(_outcome(step, outcome))
                case _:
                    pass
    return reached, gone
