"""`tierline flow draw`: the agency's flow as a picture."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.sample import AGENCY, CITY, load_agency
from tierline.agency import load
from tierline.cli import main
from tierline.drawing.looks import GROUND, INK, LEGEND, LINE, LOOK, MUTED, PAPER, Look
from tierline.ivr.steps import AnyStep

SVG = "{http://www.w3.org/2000/svg}"


def draw(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["flow", "draw", *map(str, arguments)])


def drawn(*arguments: str | Path) -> ET.Element:
    result = draw(*arguments)
    assert result.exit_code == 0, result.output
    return ET.fromstring(result.stdout)


def words(picture: ET.Element, style: str) -> list[str]:
    return [text.text or "" for text in picture.iter(f"{SVG}text") if text.get("class") == style]


@pytest.mark.parametrize("agency", [AGENCY, CITY], ids=lambda path: path.name)
def test_every_step_has_its_box_and_every_flow_its_ground(agency: Path) -> None:
    picture = drawn(agency)
    steps = [
        (one.findtext(f"{SVG}title") or "").split(",")[0]
        for one in picture.iter()
        if one.get("class") == "step"
    ]
    flow = load(agency).flow
    assert sorted(steps) == sorted(flow.steps)
    assert len(words(picture, "name")) == len(steps)
    assert words(picture, "group") == ["main flow", *flow.sub_flows]


def test_an_edge_says_what_leads_there() -> None:
    labels = words(drawn(CITY, "--flow", "main"), "way")
    assert {"1", "2", "3", "4", "silence, wrong key", "open: 1", "else", "not_understood"} <= set(labels)


def test_what_callers_hear_is_shown_in_the_language_asked_for() -> None:
    assert any(line.startswith("Pour") for line in words(drawn(CITY, "--language", "fr"), "says"))
    assert "{high} minutes now." in words(drawn(CITY), "says")


def test_the_same_flow_gives_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "flow.svg"
    assert draw(CITY, "--output", file).output == ""
    assert file.read_text("utf-8") == draw(CITY).stdout


def test_a_picture_can_be_read_aloud_and_fetches_nothing() -> None:
    picture = drawn(AGENCY)
    assert (picture.findtext(f"{SVG}title") or "").endswith(": flow")
    flow = load_agency().flow
    parts = f"{len(flow.steps)} steps in {1 + len(flow.sub_flows)} parts: main flow,"
    assert (picture.findtext(f"{SVG}desc") or "").startswith(parts)
    assert list(picture.iter(f"{SVG}script")) == []
    addresses = [value for one in picture.iter() for name, value in one.items() if name.endswith("href")]
    assert addresses
    assert [address for address in addresses if not address.startswith("#flow-")] == []


def test_a_sub_flow_that_a_step_does_can_be_followed() -> None:
    picture = drawn(AGENCY)
    grounds = {f"#{one.get('id')}" for one in picture.iter(f"{SVG}g") if one.get("id")}
    assert {one.get("href") for one in picture.iter(f"{SVG}a")} <= grounds


def test_no_two_boxes_of_a_flow_lie_on_one_another() -> None:
    picture = drawn(CITY, "--flow", "report")
    boxes = [
        tuple(float(rect.get(side, 0)) for side in ("x", "y", "width", "height"))
        for holder in picture.iter()
        if holder.get("class") == "step"
        for rect in holder.findall(f"{SVG}rect")[:1]
    ]
    assert len(boxes) > 4
    for nth, (x, y, width, height) in enumerate(boxes):
        for left, top, wide, high in boxes[nth + 1 :]:
            assert x + width <= left or left + wide <= x or y + height <= top or top + high <= y


def test_every_kind_of_step_has_a_look_that_the_legend_explains() -> None:
    kinds = {step.__struct_config__.tag for step in AnyStep.__args__}
    assert kinds == set(LOOK)
    assert set(LOOK.values()) == set(LEGEND)


@pytest.mark.parametrize("look", LEGEND, ids=lambda look: look.means)
def test_words_and_lines_stand_out_from_their_ground(look: Look) -> None:
    assert min(contrast(INK, look.fill), contrast(MUTED, look.fill)) >= 4.5
    assert min(contrast(look.line, PAPER), contrast(look.line, look.fill), contrast(LINE, PAPER)) >= 3
    assert contrast(INK, GROUND) >= 4.5


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = [int(part, 16) / 255 for part in re.findall("[0-9a-f]{2}", color)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--flow", "nowhere"), "there are main, light, report"),
        (("--language", "de"), "the agency speaks en, fr"),
    ],
)
def test_what_is_not_there_is_refused_in_words(arguments: tuple[str, ...], told: str) -> None:
    result = draw(CITY, *arguments)
    assert result.exit_code == 2
    assert told in result.output


def test_a_folder_that_cannot_be_read_and_a_file_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    assert draw(tmp_path / "none").exit_code == 1
    result = draw(CITY, "--output", tmp_path / "no-folder" / "flow.svg")
    assert (result.exit_code, "cannot be written" in result.output) == (1, True)
