"""One group of a flow on a ground of its own, with its edges and their labels."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence

import msgspec

from tierline.drawing import box, wording
from tierline.drawing.box import Box
from tierline.drawing.layout import LABEL_LINE, Placed, Point, Route, Size, label_size, place
from tierline.drawing.looks import LINE, PAPER
from tierline.ivr.graph import Group

MARGIN, HEADING = 28.0, 40.0
_CORNER = 7.0


class Panel(msgspec.Struct, frozen=True):
    group: Group
    boxes: Mapping[str, Box]
    placed: Placed

    @property
    def size(self) -> Size:
        inside = self.placed.size
        return Size(inside.width + 2 * MARGIN, inside.height + 2 * MARGIN + HEADING)


def panel(group: Group, says: Mapping[str, str]) -> Panel:
    """`says` by step: what callers hear there."""
    boxes = {node.step: Box(node, says.get(node.step, "")) for node in group.nodes}
    return Panel(group, boxes, place(group, {step: one.size for step, one in boxes.items()}))


def draw(one: Panel, at: Point, into: ET.Element) -> None:
    name = wording.title(one.group)
    holder = ET.SubElement(into, "g", {"id": f"flow-{one.group.name or 'main'}", "role": "group"})
    ET.SubElement(holder, "title").text = name
    ground = {"x": f"{at.x:.1f}", "y": f"{at.y:.1f}", "rx": "8", "class": "ground", "stroke": "#a9aeb1"}
    size = {"width": f"{one.size.width:.1f}", "height": f"{one.size.height:.1f}"}
    ET.SubElement(holder, "rect", {**ground, **size})
    heading = {"x": f"{at.x + MARGIN:.1f}", "y": f"{at.y + MARGIN + 10:.1f}", "class": "group"}
    ET.SubElement(holder, "text", heading).text = name
    dx, dy = at.x + MARGIN, at.y + MARGIN + HEADING
    routes = [route.moved(dx, dy) for route in one.placed.routes]
    for route in routes:
        _line(route, holder)
    for step, center in one.placed.centers.items():
        box.draw(one.boxes[step], center.moved(dx, dy), holder)
    for route in routes:
        _label(route, holder)


def _line(route: Route, into: ET.Element) -> None:
    drawn = {"d": _rounded(route.points), "fill": "none", "stroke": LINE, "stroke-width": "1.5"}
    ET.SubElement(into, "path", {**drawn, "marker-end": "url(#arrow)"})


def _label(route: Route, into: ET.Element) -> None:
    lines, size = wording.of_ways(route.edge.ways), label_size(route.edge)
    if not lines:
        return
    x, top = route.label.x, route.label.y - size.height / 2
    behind = {"x": f"{x - size.width / 2:.1f}", "y": f"{top:.1f}", "rx": "4"}
    extent = {"width": f"{size.width:.1f}", "height": f"{size.height:.0f}"}
    ET.SubElement(into, "rect", {**behind, **extent, "fill": PAPER, "fill-opacity": "0.9"})
    for nth, line in enumerate(lines):
        place = {"x": f"{x:.1f}", "y": f"{top + 12 + nth * LABEL_LINE:.1f}", "class": "way"}
        ET.SubElement(into, "text", place).text = line


def _rounded(points: Sequence[Point]) -> str:
    """A path along the points, around the corners in a curve."""
    path = [f"M{points[0].x:.1f} {points[0].y:.1f}"]
    for before, corner, following in zip(points, points[1:], points[2:], strict=False):
        start, end = _towards(corner, before), _towards(corner, following)
        path.append(f"L{start.x:.1f} {start.y:.1f}")
        path.append(f"Q{corner.x:.1f} {corner.y:.1f} {end.x:.1f} {end.y:.1f}")
    return " ".join([*path, f"L{points[-1].x:.1f} {points[-1].y:.1f}"])


def _towards(corner: Point, other: Point) -> Point:
    length = abs(other.x - corner.x) + abs(other.y - corner.y)
    share = min(_CORNER, length / 2) / length if length else 0.0
    return Point(corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share)
