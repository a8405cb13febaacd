"""The flow in force, with the calls of one day on it, for supervisors."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from tierline.desk.center import Center
from tierline.ivr.graph import Edge, Group, Node, Role, Way, graph
from tierline.ivr.traffic import JumpTraffic, Leaving, StepTraffic, Traffic, TrafficCount
from tierline.ports.prompts import PromptFailed, Prompts


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is what callers hear, with `{name}` for values. `reached` calls came here; `left` from here."""

    step: str
    name: str
    kind: str
    about: str
    text: str
    roles: tuple[Role, ...]
    keys: tuple[str, ...]
    reached: int
    left: dict[Leaving, int]


class EdgeView(msgspec.Struct, frozen=True):
    """`calls` of those that reached `source` took any of these ways."""

    source: str
    target: str
    ways: tuple[Way, ...]
    calls: int


class GroupView(msgspec.Struct, frozen=True):
    name: str
    steps: tuple[StepView, ...]
    edges: tuple[EdgeView, ...]


class FlowView(msgspec.Struct, frozen=True, kw_only=True):
    """`latest` is the newest day there is: today, in the agency's time. For the counts see `ivr.traffic`."""

    day: date
    latest: date
    version: str
    calls: int
    nowhere: int
    other_versions: int
    groups: tuple[GroupView, ...]
    jumps: tuple[JumpTraffic, ...]
    gone: tuple[StepTraffic, ...]


def today(center: Center) -> date:
    """In the agency's time zone."""
    return center.clock.now().astimezone(center.agency.zone).date()


async def flow_view(center: Center, day: date, language: str) -> FlowView:
    """`language` is that of the prompts, or else the agency's first. Raises StoreAway."""
    agency, prompts = center.agency, center.in_force.newest.prompts
    since, until = _span(day, agency.zone)
    count = TrafficCount(agency.flow, agency.version)
    async for walk in center.store.walks(since, until):
        count.add(walk)
    told = count.traffic()
    spoken = language if language in agency.profile.languages else agency.profile.languages[0]
    return FlowView(
        day=day,
        latest=today(center),
        version=agency.version,
        calls=told.calls,
        nowhere=told.nowhere,
        other_versions=told.other_versions,
        groups=tuple(_group(group, told, prompts, spoken) for group in graph(agency.flow)),
        jumps=told.jumps,
        gone=told.gone,
    )


def _span(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From its midnight until the next one: 23 or 25 hours where the clocks are changed."""
    return (
        datetime.combine(day, time(), zone),
        datetime.combine(day + timedelta(days=1), time(), zone),
    )


def _group(group: Group, told: Traffic, prompts: Prompts, language: str) -> GroupView:
    steps = {step.step: step for step in told.steps}
    taken = {(edge.source, edge.target): edge.calls for edge in told.edges}
    return GroupView(
        group.name,
        tuple(_step(node, steps.get(node.step), _text(node, prompts, language)) for node in group.nodes),
        tuple(_edge(edge, taken.get((edge.source, edge.target), 0)) for edge in group.edges),
    )


def _step(node: Node, told: StepTraffic | None, text: str) -> StepView:
    return StepView(
        step=node.step,
        name=node.own_name,
        kind=node.kind,
        about=node.about,
        text=text,
        roles=node.roles,
        keys=node.keys,
        reached=told.reached if told else 0,
        left=told.left if told else {},
    )


def _edge(edge: Edge, calls: int) -> EdgeView:
    return EdgeView(edge.source, edge.target, edge.ways, calls)


def _text(node: Node, prompts: Prompts, language: str) -> str:
    """What the step says first; a prompt may say its own language, as `welcome@es`."""
    if not node.prompts:
        return ""
    name, _, own = node.prompts[0].partition("@")
    try:
        return prompts.with_blanks(name, own or language)
    except PromptFailed:
        return node.prompts[0]
