"""Whatever an edit does to a file, the checker tells what it finds, and never fails itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tierline.agency.files import FolderFiles
from tierline.check.check import check

BROKEN = Path(__file__).parents[1] / "broken"
AGENCIES = [
    dict(FolderFiles(BROKEN / name))
    for name in ("base", "choose-without-options", "request-unverified", "return-unhandled")
]
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@st.composite
def edited(draw: st.DrawFn) -> dict[str, bytes]:
    """One to three lines taken out, written twice, put elsewhere, or with a word of another line."""
    files = dict(draw(st.sampled_from(AGENCIES)))
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from([name for name in files if not name.endswith(".md")]))
        lines = files[name].decode().splitlines() or [""]
        line, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match draw(st.sampled_from(("out", "twice", "elsewhere", "word"))):
            case "out":
                del lines[line]
            case "twice":
                lines.insert(other, lines[line])
            case "elsewhere":
                lines[line], lines[other] = lines[other], lines[line]
            case "word":
                word = draw(st.sampled_from(lines[other].split() or ["[]"]))
                lines[line] = " ".join([*lines[line].split(" ")[:-1], word])
        files[name] = "\n".join([*lines, ""]).encode()
    return files


@settings(max_examples=150, deadline=None)
@given(edited())
def test_no_edit_of_a_file_makes_the_checker_fail(files: dict[str, bytes]) -> None:
    for finding in check(files, NOW):
        assert finding.file
        assert finding.line >= 1
        assert finding.message


def test_a_folder_without_any_file_has_all_of_them_missing() -> None:
    assert {finding.rule for finding in check({}, NOW)} == {"file-missing"}


@pytest.mark.parametrize("name", sorted(AGENCIES[0]))
@pytest.mark.parametrize("content", [b"", b"- 1\n", b"{}\n", b"\xff\xfe", b"steps: {a: [1]}\n"])
def test_a_file_of_the_wrong_shape_is_a_finding(name: str, content: bytes) -> None:
    assert check({**AGENCIES[0], name: content}, NOW)
