"""Which parts of a flow no golden case reaches."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from tierline.calls.events import StepReached
from tierline.ivr.flow import Flow, flow_of
from tierline.twin.golden.ways import Way, ways_gone, ways_of
from tierline.twin.walk import Walked


class FileCover(msgspec.Struct, frozen=True):
    """Of one file of the flow. `ways` are what leads on from a step, a key, an outcome or silence; those
    missed are by step, of those that are reached."""

    file: str
    steps: int
    steps_missed: list[str]
    ways: int
    ways_missed: dict[str, list[str]]


class Cover(msgspec.Struct, frozen=True):
    """`percent` counts steps, of all files."""

    percent: float
    files: list[FileCover]


def cover(flow: Flow, walked: Iterable[Walked]) -> Cover:
    reached: set[str] = set()
    gone: set[Way] = set()
    for call in walked:
        reached |= {event.step for event in call.events if isinstance(event, StepReached)}
        gone |= ways_gone(flow, call.events)
    by_file: defaultdict[str, list[str]] = defaultdict(list)
    for step in flow.steps:
        by_file[file_of(step)].append(step)
    files = [_of_file(flow, file, steps, reached, gone) for file, steps in by_file.items()]
    missed = sum(len(file.steps_missed) for file in files)
    return Cover(100 * (1 - missed / len(flow.steps)), files)


def file_of(step: str) -> str:
    sub_flow = flow_of(step)
    return f"flows/{sub_flow}.yaml" if sub_flow else "flow.yaml"


def _of_file(flow: Flow, file: str, steps: list[str], reached: set[str], gone: set[Way]) -> FileCover:
    ways = list(dict.fromkeys(way for step in steps for way in ways_of(flow, step)))
    missed = [step for step in steps if step not in reached]
    untaken: defaultdict[str, list[str]] = defaultdict(list)
    for way in ways:
        if way.step in reached and way not in gone:
            untaken[way.step].append(_called(way, ways))
    return FileCover(file, len(steps), missed, len(ways), dict(untaken))


def _called(way: Way, ways: Iterable[Way]) -> str:
    """A sub-flow returns by the same outcome to wherever it was entered from."""
    alike = [other for other in ways if (other.step, other.by) == (way.step, way.by)]
    return way.by if len(alike) == 1 else f"{way.by} to {way.to}"
