"""How many calls went which way through a flow.

The figures are calls, not passes: a call that comes to a step three times counts once for the step, and once
for each edge it took from there. The share of an edge is its calls of those that reached the step it leaves
from; shares of a step's edges may add up to more than one, since a call can come back and leave another way.
Ways between the same two steps (a key, silence) are one edge. A call belongs to the day it arrived on.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from tierline.calls.walk import Mark, Walk
from tierline.ivr.flow import Flow
from tierline.ivr.steps import Do, End, Return

Leaving = Literal["person", "callback", "done", "hung_up", "lost", "under_way"]
"""How a call left the flow: to a person's queue; hung up on our promise to call back; heard to the end of an
`end` step or of the call; hung up before; ended with the engine or by a fault; not yet."""

Jump = Literal["person", "main", "back", "other"]
"""What led to a step without an edge: a key that means the same everywhere, or something else (a text
telephone, spent patience, another process that took over)."""

_JUMPS: Mapping[str, Jump] = {"person": "person", "main": "main", "back": "back"}


class StepTraffic(msgspec.Struct, frozen=True):
    """`reached` calls came to the step; of them `left` from it, and not for another step."""

    step: str
    reached: int
    left: dict[Leaving, int]


class EdgeTraffic(msgspec.Struct, frozen=True):
    source: str
    target: str
    calls: int


class JumpTraffic(msgspec.Struct, frozen=True):
    source: str
    target: str
    by: Jump
    calls: int


class Traffic(msgspec.Struct, frozen=True, kw_only=True):
    """`calls` arrived; `nowhere` of them came to no step at all. `other_versions` began with another version
    of the agency than the flow that is looked at; `gone` are steps of theirs that it does not have. Each call
    leaves once: from a step, from one that is gone, or from nowhere. Where a part of its history was lost it
    left from the last step that is known."""

    calls: int
    nowhere: int
    other_versions: int
    steps: tuple[StepTraffic, ...]
    edges: tuple[EdgeTraffic, ...]
    jumps: tuple[JumpTraffic, ...]
    gone: tuple[StepTraffic, ...]


class _Taken(msgspec.Struct, frozen=True):
    """From one step to the next. `by` is empty along an edge of the flow."""

    source: str
    target: str
    by: Jump | None


class TrafficCount:
    """On the flow of this version, walk by walk: each takes some 40 microseconds, and a day has thousands."""

    def __init__(self, flow: Flow, version: str) -> None:
        self._flow = flow
        self._version = version
        self._reached: Counter[str] = Counter()
        self._taken: Counter[_Taken] = Counter()
        self._left: Counter[tuple[str, Leaving]] = Counter()
        self._calls = self._nowhere = self._others = 0

    def add(self, walk: Walk) -> None:
        self._calls += walk.calls
        self._others += walk.calls if walk.agency != self._version else 0
        last = next((mark.name for mark in reversed(walk.marks) if mark.did == "step"), None)
        if last is None:
            self._nowhere += walk.calls
            return
        self._left[last, _leaving(self._flow, last, walk)] += walk.calls
        for step in {mark.name for mark in walk.marks if mark.did == "step"}:
            self._reached[step] += walk.calls
        for one in set(_moves(self._flow, walk)):
            self._taken[one] += walk.calls

    def traffic(self) -> Traffic:
        """Of all that was added."""
        taken, left = _ordered(self._taken), self._left_by_step()
        reached = {step: StepTraffic(step, n, left.get(step, {})) for step, n in self._reached.items()}
        return Traffic(
            calls=self._calls,
            nowhere=self._nowhere,
            other_versions=self._others,
            steps=tuple(reached[step] for step in self._flow.steps if step in reached),
            edges=tuple(EdgeTraffic(t.source, t.target, n) for t, n in taken if t.by is None),
            jumps=tuple(JumpTraffic(t.source, t.target, t.by, n) for t, n in taken if t.by),
            gone=tuple(reached[step] for step in sorted(reached.keys() - self._flow.steps.keys())),
        )

    def _left_by_step(self) -> dict[str, dict[Leaving, int]]:
        by_step: dict[str, dict[Leaving, int]] = {}
        for (step, how), calls in sorted(self._left.items()):
            by_step.setdefault(step, {})[how] = calls
        return by_step


def _ordered(taken: Counter[_Taken]) -> list[tuple[_Taken, int]]:
    return sorted(taken.items(), key=lambda one: (one[0].source, -one[1], one[0].target, one[0].by or ""))


def _leaving(flow: Flow, last: str, walk: Walk) -> Leaving:
    """What came first after the last step: what happened in the queue is no longer the flow's."""
    at = max(nth for nth, mark in enumerate(walk.marks) if mark.did == "step")
    match next((mark for mark in walk.marks[at + 1 :] if mark.did not in ("key", "unknown")), None):
        case None:
            return "under_way"
        case Mark(did="queued" | "supervisor"):
            return "person"
        case Mark(did="rang_off"):
            return "callback"
        case Mark(name="ivr_ended"):
            return "done"
        case Mark(name="caller_hung_up"):
            return "done" if isinstance(flow.steps.get(last), End) else "hung_up"
        case _:
            return "lost"


def _moves(flow: Flow, walk: Walk) -> Iterator[_Taken]:
    """Every pair of steps that followed one another, both in the flow. What a sub-flow returns is told of the
    step that did it: the way from a `return` step is that of the `do` step around it."""
    around: tuple[str, ...] = ()
    source: str | None = None
    jump: Jump | None = None
    for mark in walk.marks:
        if mark.did == "key":
            jump = _JUMPS.get(mark.name)
        elif mark.did == "unknown" or (mark.did == "step" and mark.name not in flow.steps):
            source = jump = None
        elif mark.did == "step":
            yield from _move(flow, source, mark.name, jump)
            around = around if mark.around is None else mark.around
            source, around = _goes_on(flow, mark.name, around)
            jump = None


def _move(flow: Flow, source: str | None, target: str, jump: Jump | None) -> Iterator[_Taken]:
    if source is None or _enters(flow, source, target):
        return
    along = target in flow.steps[source].ways.values()
    if along and not _led_by_key(flow, target, jump):
        yield _Taken(source, target, None)
    elif source != target:
        yield _Taken(source, target, jump or "other")


def _enters(flow: Flow, source: str, target: str) -> bool:
    """A sub-flow, whose `do` step stands for it on the outside."""
    step = flow.steps[source]
    return isinstance(step, Do) and flow.sub_flows[step.flow].start == target


def _led_by_key(flow: Flow, target: str, jump: Jump | None) -> bool:
    """Not where the key was refused, and that led on as a wrong key does."""
    return jump == "back" or (jump, target) in {("person", flow.person), ("main", flow.answers)}


def _goes_on(flow: Flow, step: str, around: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The step whose way comes next, and the `do` steps around that."""
    match flow.steps[step]:
        case Do():
            return step, (*around, step)
        case Return() if around and around[-1] in flow.steps:
            return around[-1], around[:-1]
        case _:
            return step, around
