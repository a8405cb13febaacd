"""All that is wrong in an agency's folder is told at once, each at its file and line."""

import shutil
from pathlib import Path

import pytest

from tests.sample import AGENCY, CITY
from tierline.agency import BadAgency, Problem, load, read_all
from tierline.agency.files import FolderFiles
from tierline.agency.yaml_lines import line_of

NOT_NEEDED = (
    "receipts.yaml",
    "countries.yaml",
    "jurisdictions.yaml",
    "sample-cases.yaml",
    "entitlements.yaml",
    "entitlements.cedar",
    "routing.yaml",
    "request-kinds.yaml",
    "holidays.yaml",
    "closures.yaml",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(CITY, tmp_path / "agency")
    return tmp_path / "agency"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """With every file that an agency can have."""
    shutil.copytree(AGENCY, tmp_path / "agency")
    return tmp_path / "agency"


def change(file: Path, old: str, new: str) -> int:
    """The line (from 1) of the first place changed."""
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    return text[: text.index(old)].count("\n") + 1


def problems(folder: Path) -> list[tuple[str, int]]:
    agency, found = read_all(folder)
    assert agency is None
    return [(problem.file, problem.line) for problem in found]


def test_an_agency_from_its_folder_and_from_its_files_in_memory_is_the_same() -> None:
    files = FolderFiles(CITY)
    assert load({name: files[name] for name in reversed(list(files))}).version == load(CITY).version


def test_every_file_is_looked_at_whatever_is_wrong_in_another(folder: Path) -> None:
    flow = change(folder / "flow.yaml", "start: ", "start: [")
    tier = change(folder / "tiers.yaml", "ring_seconds: 20", "ring_seconds: soon")
    script = change(folder / "scripts" / "street-light.yaml", "version: 1", "version: one")
    (folder / "staff.yaml").unlink()
    found = dict(problems(folder))
    assert found.pop("flow.yaml") > flow  # where the missing bracket was noticed
    assert found == {"tiers.yaml": tier, "scripts/street-light.yaml": script, "staff.yaml": 1}


def test_every_bad_entry_of_a_list_is_told_at_its_own_line(folder: Path) -> None:
    lines = [
        change(folder / "offices.yaml", 'phone: "+1-613-555-0101"', "phone: [1]"),
        change(folder / "offices.yaml", 'phone: "+1-613-555-0103"', "phone: 12"),
    ]
    assert problems(folder) == [("offices.yaml", line) for line in sorted(lines)]


def test_a_key_written_twice_is_told_where_the_second_stands(folder: Path) -> None:
    line = change(folder / "agency.yaml", "time_zone:", "languages: [en]\ntime_zone:")
    assert read_all(folder)[1] == (
        Problem(
            "agency.yaml", line, "languages is written a second time; only one of them can count", "key-twice"
        ),
    )


def test_an_office_that_there_is_not_is_told_where_it_is_named(large: Path) -> None:
    line = change(large / "jurisdictions.yaml", "office: newark", "office: nowark")
    assert problems(large) == [("jurisdictions.yaml", line)]


def test_staff_of_a_tier_that_there_is_not_are_told(large: Path) -> None:
    whole = (large / "tiers.yaml").read_text()
    (large / "tiers.yaml").write_text(whole[: whole.index("  - id: supervisor")])
    (problem,) = read_all(large)[1]
    assert problem.file == "staff.yaml"
    assert "selma is supervisor" in problem.message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe", "not text in UTF-8"),
        (b"", "Expected `object`, got `null`"),
        (b"a: 2026-13-01", "month must be in"),
        (b"a: \x01", "control characters"),
    ],
)
def test_what_no_reader_can_use_is_a_problem_like_any_other(folder: Path, content: bytes, says: str) -> None:
    (folder / "holidays.yaml").write_bytes(content)
    (problem,) = read_all(folder)[1]
    assert (problem.file, says in problem.message) == ("holidays.yaml", True), problem


def test_an_agency_without_cases_offices_abroad_or_requests_is_one_all_the_same(large: Path) -> None:
    for file in NOT_NEEDED:
        (large / file).unlink()
    shutil.rmtree(large / "scripts")
    agency = load(large)
    assert (agency.scripts, agency.receipts.prefixes, agency.kinds.kinds, agency.closures) == ((), (), (), ())
    assert not agency.entitlements.shows


@pytest.mark.parametrize("file", ["agency.yaml", "flow.yaml", "offices.yaml", "tiers.yaml", "staff.yaml"])
def test_what_every_agency_needs_is_missed(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(BadAgency, match=f"{file}:1: there is no such file"):
        load(folder)


def test_hidden_files_and_backups_are_not_the_agencys(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref")
    (folder / "flow.yaml~").write_text("old")
    assert load(folder).version == load(CITY).version


def test_a_file_of_a_size_that_no_agency_has_is_refused_unread(folder: Path) -> None:
    with (folder / "recording.wav").open("wb") as large:
        large.truncate(11 * 2**20)
    with pytest.raises(BadAgency, match=r"recording\.wav:1: has 11\.0 MB, and a file at most 10\.0 MB"):
        load(folder)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("$", 1),
        ("$.b", 3),
        ("$.b[1]", 5),
        ("$.b[1].y", 6),
        ("$.b[7]", 3),
        ("$.a.nothing", 1),
        ('$["c.d"]', 7),
        ("$.steps.case-status", 9),
        ("$.steps[...]", 8),
    ],
)
def test_a_value_is_found_by_its_path_or_what_is_around_it(path: str, line: int) -> None:
    text = 'a:\n  z: 1\nb:\n  - x: 1\n  - x: 2\n    y: 3\n"c.d": 4\nsteps:\n  case-status: {say: x}\n'
    assert line_of(text, path) == line


def test_a_closure_that_says_nothing_in_a_language_of_the_agency_is_told(folder: Path) -> None:
    (folder / "closures.yaml").write_text(
        "closures:\n  - id: snow\n    from: 2026-01-26T06:00:00-05:00\n    until: null\n"
        "    tiers: all\n    kind: weather\n    says: {en: It snows.}\n"
    )
    assert read_all(folder)[1] == (
        Problem("closures.yaml", 7, "snow says nothing in fr", "language-missing"),
    )
