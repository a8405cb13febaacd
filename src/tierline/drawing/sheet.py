"""A whole flow on one sheet: title, legend, a panel for each group. The same flow gives the same bytes."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence

import msgspec

from tierline.drawing import box, panel
from tierline.drawing.layout import Point, Size
from tierline.drawing.looks import GROUND, INK, LEGEND, LINE
from tierline.drawing.panel import Panel

GAP, TOP, LEGEND_HEIGHT = 28.0, 64.0, 186.0
_NARROWEST = 900.0


class Sheet(msgspec.Struct, frozen=True):
    """`keys` says which keys mean the same in every step."""

    title: str
    description: str
    keys: str
    panels: tuple[Panel, ...]


def svg(sheet: Sheet) -> str:
    """One XML document, with no script and nothing to fetch."""
    places = _places(sheet.panels)
    width = max(at.x + one.size.width for at, one in zip(places, sheet.panels, strict=True)) + GAP
    width = max(width, _NARROWEST)
    height = max(at.y + one.size.height for at, one in zip(places, sheet.panels, strict=True)) + GAP
    size = Size(width, height)
    root = _root(sheet, size)
    _heading(sheet, root)
    for at, one in zip(places, sheet.panels, strict=True):
        panel.draw(one, at, root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _places(panels: Sequence[Panel]) -> list[Point]:
    """In rows no wider than the widest panel, in their order."""
    widest = max(_NARROWEST, *(one.size.width for one in panels)) + GAP
    places: list[Point] = []
    x, y, deepest = GAP, TOP + LEGEND_HEIGHT, 0.0
    for one in panels:
        if places and x + one.size.width > widest:
            x, y, deepest = GAP, y + deepest + GAP, 0.0
        places.append(Point(x, y))
        x, deepest = x + one.size.width + GAP, max(deepest, one.size.height)
    return places


def _root(sheet: Sheet, size: Size) -> ET.Element:
    width, height = f"{size.width:.0f}", f"{size.height:.0f}"
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "role": "graphics-document document",
            "aria-labelledby": "title desc",
            "lang": "en",
        },
    )
    ET.SubElement(root, "title", {"id": "title"}).text = sheet.title
    ET.SubElement(root, "desc", {"id": "desc"}).text = sheet.description
    ET.SubElement(root, "style").text = box.STYLE
    arrow = {"viewBox": "0 0 10 10", "refX": "9", "refY": "5", "orient": "auto"}
    extent = {"markerWidth": "9", "markerHeight": "9", "markerUnits": "userSpaceOnUse"}
    marker = ET.SubElement(ET.SubElement(root, "defs"), "marker", {"id": "arrow", **arrow, **extent})
    ET.SubElement(marker, "path", {"d": "M0 0 L10 5 L0 10 z", "fill": LINE})
    ET.SubElement(root, "rect", {"width": width, "height": height, "fill": GROUND})
    return root


def _heading(sheet: Sheet, root: ET.Element) -> None:
    ET.SubElement(root, "text", {"x": f"{GAP:.0f}", "y": "44", "class": "sheet"}).text = sheet.title
    legend = ET.SubElement(root, "g", {"role": "group"})
    ET.SubElement(legend, "title").text = "Legend"
    for nth, look in enumerate(LEGEND):
        x, y = GAP + 440 * (nth // 4), TOP + 22 + 28 * (nth % 4)
        box.outline(look, Point(x + 24, y), Size(48, 20), legend)
        words = {"x": f"{x + 60:.0f}", "y": f"{y + 4:.0f}", "class": "legend"}
        ET.SubElement(legend, "text", words).text = look.means
    notes = (sheet.keys, "A thick border: where the flow or a sub-flow begins.")
    for nth, note in enumerate(one for one in notes if one):
        place = {"x": f"{GAP:.0f}", "y": f"{TOP + 140 + 20 * nth:.0f}", "class": "legend", "fill": INK}
        ET.SubElement(legend, "text", place).text = note
