"""One step as a box with its words."""

import xml.etree.ElementTree as ET

import msgspec

from tierline.drawing import wording
from tierline.drawing.layout import Point, Size
from tierline.drawing.looks import INK, LOOK, MUTED, PAPER, Look
from tierline.ivr.graph import Node

WIDTH, PADDING, LINE_HEIGHT = 236.0, 12.0, 15.0
COLUMNS, MOST_LINES = 33, 3


class Box(msgspec.Struct, frozen=True):
    """`says` is the whole text that callers hear."""

    node: Node
    says: str

    @property
    def lines(self) -> list[str]:
        return wording.shortened(self.says, COLUMNS, MOST_LINES)

    @property
    def size(self) -> Size:
        further = len(self.lines) + bool(self.node.keys)
        return Size(WIDTH, 2 * PADDING + 31 + LINE_HEIGHT * further)


def draw(box: Box, center: Point, into: ET.Element) -> None:
    node, size = box.node, box.size
    look = LOOK[node.kind]
    link = {"href": f"#flow-{node.about}"} if node.kind == "do" else {}
    holder = ET.SubElement(into, "a" if link else "g", {"class": "step", **link})
    ET.SubElement(holder, "title").text = ". ".join(
        part for part in (f"{node.step}, {wording.of_kind(node)}", box.says) if part
    )
    outline(look, center, size, holder, bold="start" in node.roles)
    x, y = _number(center.x), center.y - size.height / 2 + PADDING
    _text(holder, x, y + 12, node.own_name, "name")
    _text(holder, x, y + 28, wording.of_kind(node), "kind")
    below = [*box.lines, *([wording.of_keys(node)] if node.keys else [])]
    for nth, line in enumerate(below):
        last_is_keys = node.keys and nth == len(below) - 1
        _text(holder, x, y + 45 + nth * LINE_HEIGHT, line, "keys" if last_is_keys else "says")


def outline(look: Look, center: Point, size: Size, into: ET.Element, *, bold: bool = False) -> None:
    left, top = center.x - size.width / 2, center.y - size.height / 2
    paint = {"fill": look.fill, "stroke": look.line, "stroke-width": "3" if bold else "1.5"}
    match look.shape:
        case "hexagon" | "note" as shape:
            ET.SubElement(into, "polygon", {"points": _corners(shape, left, top, size), **paint})
            return
        case "pill":
            radius = min(size.height / 2, 26)
        case "round":
            radius = 12
        case _:
            radius = 3
    _rectangle(into, left, top, size, radius, paint)
    if look.shape == "double":
        inner = Size(size.width - 8, size.height - 8)
        _rectangle(into, left + 4, top + 4, inner, radius, {"fill": "none", "stroke": look.line})


def _rectangle(
    into: ET.Element, left: float, top: float, size: Size, radius: float, paint: dict[str, str]
) -> None:
    place = {"x": left, "y": top, "width": size.width, "height": size.height, "rx": radius}
    ET.SubElement(into, "rect", {**{name: _number(value) for name, value in place.items()}, **paint})


def _corners(shape: str, left: float, top: float, size: Size) -> str:
    right, bottom, cut = left + size.width, top + size.height, 12.0
    middle = top + size.height / 2
    if shape == "hexagon":
        corners = [
            (left, middle), (left + cut, top), (right - cut, top),
            (right, middle), (right - cut, bottom), (left + cut, bottom),
        ]  # fmt: skip
    else:
        corners = [(left, top), (right - cut, top), (right, top + cut), (right, bottom), (left, bottom)]
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in corners)


def _text(into: ET.Element, x: str, y: float, words: str, style: str) -> None:
    ET.SubElement(into, "text", {"x": x, "y": _number(y), "class": style}).text = words


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


STYLE = f"""
text {{ font-family: system-ui, "DejaVu Sans", Arial, sans-serif; font-size: 11.5px; fill: {INK}; }}
.step text {{ text-anchor: middle; }}
.name {{ font-size: 14px; font-weight: 700; }}
.kind {{ fill: {MUTED}; font-size: 11px; }}
.keys {{ font-weight: 700; }}
.way {{ text-anchor: middle; }}
.ground {{ fill: {PAPER}; }}
.group {{ font-size: 20px; font-weight: 700; }}
.sheet {{ font-size: 26px; font-weight: 700; }}
.legend {{ font-size: 13px; }}
"""
