"""What the checker says of the questions by which callers are recognised, beyond one broken agency a rule."""

from datetime import UTC, datetime

import pytest

from tests.sample import AGENCY
from tierline.agency.files import FolderFiles
from tierline.check.check import check

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
FILE = "verification.yaml"


def found(old: str, new: str, file: str = FILE) -> set[tuple[str, str]]:
    """(rule, file) of all that is found in the sample agency after this change."""
    files = dict(FolderFiles(AGENCY))
    written = files[file].decode()
    assert old in written
    files[file] = written.replace(old, new, 1).encode()
    return {(finding.rule, finding.file) for finding in check(files, NOW)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("names: {en: Full name, es: Nombre completo}", "names: {en: Full name}"),
        ("names: {en: Identity unit, es: Unidad de identidad}", 'names: {en: Identity unit, es: " "}'),
        ("  es: Ayude con información general o pase a la persona a la unidad de identidad.\n", ""),
    ],
)
def test_whatever_is_shown_or_said_is_there_in_every_language(old: str, new: str) -> None:
    assert found(old, new) == {("language-missing", FILE)}


def test_whoever_takes_the_unit_s_calls_is_cleared_to_verify_them() -> None:
    irma = "site: west, grants: [protected], skills: [identity]"
    assert found(irma, "site: west, skills: [identity]", "staff.yaml") == {("verification-unit", FILE)}


def test_a_unit_has_more_to_ask_than_everybody() -> None:
    written = (AGENCY / FILE).read_text()
    special = written[written.index("  special:") : written.index("representative: [")]
    assert found(special, "") == {("verification-unit", FILE)}


def test_a_special_level_that_is_reached_by_no_more_than_basic_is_none() -> None:
    assert found("right: 2, of: [alien-number, zip", "right: 1, of: [name, zip") == {
        ("verification-weaker", FILE)
    }


def test_the_number_of_the_case_proves_nothing() -> None:
    assert found("fact: zip", "fact: receipt") == {("verification-fact-told", FILE)}


def test_what_the_flow_does_not_collect_cannot_be_keyed() -> None:
    assert found("keypad: [birth-date]", "keypad: [birth-date, alien-number]") == {
        ("verification-keypad", FILE)
    }


def test_a_level_of_others_wants_no_more_of_them_than_there_are() -> None:
    assert found("right: 1, of: [birth-date", "right: 3, of: [birth-date") == {
        ("verification-unreachable", FILE)
    }
