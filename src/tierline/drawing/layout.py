"""Where each step and edge of a group goes: layers from the top down, by graphlay (see docs/adr/0012)."""

from collections.abc import Iterator, Mapping
from typing import Any

import graphlay
import msgspec

from tierline.drawing.wording import of_ways
from tierline.ivr.graph import Edge, Group

LABEL_LINE = 14.0
_CHARACTER = 6.6
"""Pixels, of a label's text: wider than most fonts, so that nothing runs out of its place."""

_OPTIONS = {
    "direction": "topbottom",
    "spacing": {"layer_gap": 46.0, "node_gap": 34.0, "edge_label_margin": 10.0},
    "labels": {"reservation": "always"},
}


class Point(msgspec.Struct, frozen=True):
    """Pixels, from the left and from the top."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> "Point":
        return Point(self.x + dx, self.y + dy)


class Size(msgspec.Struct, frozen=True):
    width: float
    height: float


class Route(msgspec.Struct, frozen=True):
    """An edge from border to border; `label` is the middle of its text."""

    edge: Edge
    points: tuple[Point, ...]
    label: Point

    def moved(self, dx: float, dy: float) -> "Route":
        return Route(self.edge, tuple(point.moved(dx, dy) for point in self.points), self.label.moved(dx, dy))


class Placed(msgspec.Struct, frozen=True):
    """A group, from (0, 0). `centers` by step."""

    size: Size
    centers: Mapping[str, Point]
    routes: tuple[Route, ...]


def label_size(edge: Edge) -> Size:
    lines = of_ways(edge.ways)
    if not lines:
        return Size(0.0, 0.0)
    return Size(max(map(len, lines)) * _CHARACTER + 8, len(lines) * LABEL_LINE + 2)


def place(group: Group, sizes: Mapping[str, Size]) -> Placed:
    """`sizes` of the boxes by step. The same group is always placed the same way."""
    index = {node.step: nth for nth, node in enumerate(group.nodes)}
    nodes = [{"key": step, "size": msgspec.to_builtins(sizes[step])} for step in index]
    first = {node.step for node in group.nodes if "start" in node.roles}
    edges = [_edge(edge, index, back=edge.target in first) for edge in group.edges]
    drawn = graphlay.layout({"nodes": nodes, "edges": edges}, options=_OPTIONS)
    centers = {step: _point(drawn.nodes[nth]["center"]) for step, nth in index.items()}
    routes = [_route(edge, route) for edge, route in zip(group.edges, drawn.edges, strict=True)]
    # The engine's own bounds leave out the labels of edges that run along the side.
    corners = [*_corners(centers, sizes), *(corner for route in routes for corner in _ends(route))]
    left, top = min(corner.x for corner in corners), min(corner.y for corner in corners)
    right, bottom = max(corner.x for corner in corners), max(corner.y for corner in corners)
    return Placed(
        Size(right - left, bottom - top),
        {step: center.moved(-left, -top) for step, center in centers.items()},
        tuple(route.moved(-left, -top) for route in routes),
    )


def _corners(centers: Mapping[str, Point], sizes: Mapping[str, Size]) -> Iterator[Point]:
    for step, center in centers.items():
        yield from _around(center, sizes[step])


def _ends(route: Route) -> Iterator[Point]:
    yield from route.points
    yield from _around(route.label, label_size(route.edge))


def _around(center: Point, size: Size) -> tuple[Point, Point]:
    dx, dy = size.width / 2, size.height / 2
    return center.moved(-dx, -dy), center.moved(dx, dy)


def _route(edge: Edge, drawn: Mapping[str, Any]) -> Route:
    points = tuple(_point(point) for point in drawn["points"])
    return Route(edge, points, _point(drawn["label_anchor"]) if drawn.get("label_anchor") else points[0])


def _point(at: Mapping[str, float]) -> Point:
    return Point(at["x"], at["y"])


def _edge(edge: Edge, index: Mapping[str, int], *, back: bool) -> dict[str, Any]:
    ends = {"source": index[edge.source], "target": index[edge.target], "reverse_for_ranking": back}
    size = label_size(edge)
    return {**ends, "label_size": msgspec.to_builtins(size)} if size.width else ends
