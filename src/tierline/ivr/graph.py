"""A flow as a graph that people look at: a group for the main flow and for each sub-flow, a node for each
step, an edge for each pair of steps that follow one another.

No edge leaves its group. A `do` step goes on by what its sub-flow returns, as a call of a function does, so
that a sub-flow is drawn once however many steps do it.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from tierline.ivr.conditions import Condition
from tierline.ivr.flow import Everywhere, Flow, flow_of
from tierline.ivr.steps import (
    AnyStep,
    Branch,
    Callback,
    Choose,
    Collect,
    Do,
    LookUp,
    MakeRequest,
    Menu,
    Queue,
    RecordingNotice,
    Refer,
    Return,
    Say,
    Send,
)

Role = Literal["start", "answers", "person", "tty", "spent", "waiting"]
"""What a step is to the whole flow, beside its place in it."""

By = Literal[
    "key", "chosen", "keyed", "silent", "wrong", "failed", "declined", "then", "outcome", "if", "else"
]
"""What leads from a step to the next one."""


class Way(msgspec.Struct, frozen=True):
    """`name` is the key, the outcome, or the condition as the file has it; empty where `by` says it all."""

    by: By
    name: str = ""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """`kind` is the key that the step begins with in the file, `about` what it looks up, does, makes or
    returns. `keys` lead here from every step."""

    step: str
    kind: str
    about: str
    prompts: tuple[str, ...]
    roles: tuple[Role, ...]
    keys: tuple[str, ...]

    @property
    def own_name(self) -> str:
        return self.step.rpartition("/")[2]


class Edge(msgspec.Struct, frozen=True):
    """All ways that lead from one step to the same other one."""

    source: str
    target: str
    ways: tuple[Way, ...]


class Group(msgspec.Struct, frozen=True):
    """The main flow (`name` empty) or a sub-flow, with its steps in the order of the file."""

    name: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph(flow: Flow) -> tuple[Group, ...]:
    """The main flow first."""
    return tuple(_group(flow, name) for name in ("", *flow.sub_flows))


def _group(flow: Flow, name: str) -> Group:
    steps = [step for step in flow.steps if flow_of(step) == name]
    nodes = tuple(_node(flow, step) for step in steps)
    return Group(name, nodes, tuple(edge for step in steps for edge in _edges(flow, step)))


def _node(flow: Flow, name: str) -> Node:
    step = flow.steps[name]
    return Node(
        step=name,
        kind=str(step.__struct_config__.tag),
        about=_about(step),
        prompts=flow.prompts(name),
        roles=tuple(_roles(flow, name)),
        keys=tuple(key for key, meaning in flow.everywhere.items() if name == _led_to(flow, meaning)),
    )


def _roles(flow: Flow, name: str) -> Iterator[Role]:
    starts = {flow.start, *(sub_flow.start for sub_flow in flow.sub_flows.values())}
    if name in starts:
        yield "start"
    if name == flow.answers:
        yield "answers"
    if name == flow.person:
        yield "person"
    if name == flow.tty:
        yield "tty"
    if name == flow.patience.spent:
        yield "spent"
    if name in flow.waiting.steps.values():
        yield "waiting"


def _led_to(flow: Flow, meaning: Everywhere) -> str | None:
    return flow.person if meaning == "person" else flow.answers if meaning == "main" else None


def _about(step: AnyStep) -> str:
    match step:
        case Do(flow=flow):
            return flow
        case Return(outcome=outcome):
            return outcome
        case LookUp(what=what) | Refer(what=what):
            return what
        case Queue(tier=tier) | Callback(tier=tier):
            return tier
        case MakeRequest(kind=kind):
            return kind
        case Send(channel=channel):
            return channel
        case _:
            return ""


def _edges(flow: Flow, name: str) -> Iterator[Edge]:
    step = flow.steps[name]
    ways: dict[str, list[Way]] = {}
    for way, target in step.ways.items():
        ways.setdefault(target, []).append(_way(step, way))
    for target, by in ways.items():
        yield Edge(name, target, tuple(by))


def _way(step: AnyStep, way: str) -> Way:
    match step:
        case Menu() | Choose() | Collect():
            by, _, key = way.partition(" ")
            return Way(_OF_CHOICES[by], key)
        case Branch(cases=cases):
            conditions = {f"case {n}": case.when for n, case in enumerate(cases, 1)}
            return Way("if", in_words(conditions[way])) if way in conditions else Way("else")
        case RecordingNotice() if way == "declined":
            return Way("declined")
        case Say() | Refer() | RecordingNotice():
            return Way("then")
        case _:
            return Way("outcome", way)


_OF_CHOICES: Mapping[str, By] = {
    "key": "key",
    "chosen": "chosen",
    "keyed": "keyed",
    "silent": "silent",
    "wrong": "wrong",
    "failed": "failed",
}


def in_words(condition: Condition) -> str:
    """As the file has it, on one line: `open: 1, unless closure: 1`."""
    named = msgspec.structs.asdict(condition)
    unless = named.pop("unless")
    words = [f"{name}: {_value(value)}" for name, value in named.items() if value is not None]
    return ", ".join([*words, *([f"unless {in_words(unless)}"] if unless else [])])


def _value(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return " or ".join(str(one) for one in value)
        case dict():
            return ", ".join(f"{name} ≥ {least}" for name, least in value.items())
        case _:
            return str(value)
