"""Every place in the flow where a call can be, with the sub-flows it is in, and what leads on from there."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from tierline.calls.place import Spot
from tierline.ivr.flow import Flow, flow_of
from tierline.ivr.steps import AnyStep, Branch, Choice, Collect, Do, Menu, Queue, Return


class Way(NamedTuple):
    """`by` as `Step.ways` names it, "do", or what a sub-flow returned."""

    by: str
    to: Spot


Spots = Mapping[Spot, tuple[Way, ...]]


def walked(flow: Flow) -> Spots:
    """From every place where a call can begin or be sent to by a key that means the same everywhere. A way to
    a step that there is not leads nowhere, nor does a sub-flow into itself: both are findings."""
    found: dict[Spot, tuple[Way, ...]] = {}
    open_ = [Spot(step) for step in roots(flow) if step in flow.steps]
    while open_:
        spot = open_.pop()
        if spot not in found:
            found[spot] = tuple(ways(flow, spot))
            open_.extend(way.to for way in found[spot])
    return found


def roots(flow: Flow) -> list[str]:
    """The steps that are reached from no other one."""
    meanings = set(flow.everywhere.values())
    gives_up = flow.patience.silences or flow.patience.wrong_keys
    return [
        flow.start,
        *([flow.person] if "person" in meanings else []),
        *([flow.patience.spent] if flow.patience.spent and gives_up else []),
        *([flow.tty] if flow.tty else []),
        *flow.waiting.steps.values(),
    ]


def ways(flow: Flow, spot: Spot) -> Iterator[Way]:
    match flow.steps[spot.step]:
        case Do(flow=sub_flow) if sub_flow in flow.sub_flows:
            start = flow.sub_flows[sub_flow].start
            if start in flow.steps and not recursive(spot.step, spot.stack, sub_flow):
                yield Way("do", Spot(start, (*spot.stack, spot.step)))
        case Return(outcome=outcome) if spot.stack:
            *outer, doing = spot.stack
            to = flow.steps[doing].ways.get(outcome)
            if to in flow.steps:
                yield Way(outcome, Spot(to, tuple(outer)))
        case Do() | Return():
            return
        case step:
            for by, to in step.ways.items():
                if to in flow.steps:
                    yield Way(by, Spot(to, spot.stack))


def recursive(step: str, stack: tuple[str, ...], sub_flow: str) -> bool:
    """Whether a call at this step is in that sub-flow already."""
    return sub_flow in {flow_of(name) for name in (step, *stack)}


def reach(
    spots: Spots, start: Collection[Spot], through: Callable[[Spot, Way], bool] = lambda spot, way: True
) -> set[Spot]:
    """All that can be come to from these, themselves included, by the ways that `through` lets pass."""
    found: set[Spot] = set()
    open_ = [spot for spot in start if spot in spots]
    while open_:
        spot = open_.pop()
        if spot not in found:
            found.add(spot)
            open_.extend(way.to for way in spots[spot] if through(spot, way))
    return found


def ways_in(spots: Spots) -> Mapping[Spot, tuple[tuple[Spot, Way], ...]]:
    """The same graph, backwards."""
    found: dict[Spot, list[tuple[Spot, Way]]] = {spot: [] for spot in spots}
    for spot, ways in spots.items():
        for way in ways:
            found[way.to].append((spot, way))
    return {spot: tuple(before) for spot, before in found.items()}


def waits(step: AnyStep) -> bool:
    """For the caller to choose."""
    return isinstance(step, Choice)


def unasked(step: AnyStep, by: str) -> bool:
    """Whether a call goes that way though nothing is pressed."""
    return not waits(step) or by in ("silent", "failed")


def written_at(step: AnyStep, by: str) -> tuple[str | int, ...]:
    """Where in the file a step says where this way leads."""
    match step:
        case Menu() if by.startswith("key "):
            return ("keys", by.removeprefix("key "))
        case Branch(cases=cases):
            return ("branch", len(cases) if by == "otherwise" else int(by.removeprefix("case ")) - 1)
        case Collect() if by == "keyed":
            return ("then",)
        case _ if by in ("silent", "wrong", "failed", "declined", "then"):
            return (by,)
        case _ if by == "chosen":
            return ("then",)
        case Queue():
            return ("when_full",)
        case _:
            return ("outcomes", by)
