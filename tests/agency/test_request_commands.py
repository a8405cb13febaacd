"""`tierline request due|route`: a matter tried on an agency's files."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from tests.sample import AGENCY
from tierline.cli import main

FRIDAY_AFTERNOON = "2026-11-20T16:30:00-05:00"


def asked(*arguments: str, matter: object, folder: Path = AGENCY) -> Result:
    told = msgspec.json.encode(matter) if not isinstance(matter, bytes) else matter
    return CliRunner().invoke(main, ["request", *arguments[:1], str(folder), *arguments[1:]], input=told)


def due(**matter: object) -> str | None:
    result = asked("due", "--json", matter=matter)
    assert result.exit_code == 0, result.output
    found: dict[str, str | None] = json.loads(result.stdout)
    return found["due"]


def test_fifteen_and_seven_days_end_where_the_agency_is() -> None:
    made = "2026-11-25T03:00:00Z"  # in New York still the 24th
    assert due(kind="typographic-error", created_at=made) == "2026-12-09T23:59:59-05:00"
    assert due(kind="expedite", created_at=made) == "2026-12-01T23:59:59-05:00"


def test_business_time_is_that_of_the_office() -> None:
    target = {"business_hours": 1}
    assert due(target=target, created_at=FRIDAY_AFTERNOON, office="newark") == "2026-11-23T09:00:00-05:00"


def test_a_move_goes_on_in_the_hours_of_the_next_office() -> None:
    moved = [{"office": "csc", "since": "2026-11-23T10:00:00-05:00"}]
    last = due(
        target={"business_hours": 4}, created_at="2026-11-23T08:00:00-05:00", office="newark", moves=moved
    )
    assert last == "2026-11-23T10:00:00-08:00"


def test_a_pause_moves_what_is_due_and_one_without_an_end_leaves_nothing_due() -> None:
    made = "2026-11-24T10:00:00-05:00"
    asked_back = {"from": "2026-11-25T09:00:00-05:00", "until": "2026-11-27T09:00:00-05:00"}
    assert due(kind="expedite", created_at=made, pauses=[asked_back]) == "2026-12-03T23:59:59-05:00"
    assert due(kind="expedite", created_at=made, pauses=[{"from": asked_back["from"]}]) is None


@pytest.mark.parametrize(
    ("matter", "says"),
    [
        (b"not json", "is not the JSON object of a matter"),
        ({"kind": "expedite"}, "missing required field `created_at`"),
        ({"kind": "wish", "created_at": FRIDAY_AFTERNOON}, "there is no kind 'wish'"),
        ({"kind": "expedite", "created_at": "2026-11-24T10:00:00"}, "needs an offset from UTC"),
        ({"target": {"business_hours": 1}, "created_at": FRIDAY_AFTERNOON}, "the office has to be known"),
        ({"target": {}, "created_at": FRIDAY_AFTERNOON}, "a target is one of"),
        ({"kind": "expedite", "created_at": FRIDAY_AFTERNOON, "office": "moon"}, "there is no office 'moon'"),
    ],
)
def test_a_matter_that_cannot_be_read_is_told_in_a_sentence(matter: object, says: str) -> None:
    result = asked("due", "--json", matter=matter)
    assert result.exit_code == 2
    assert says in result.output
    assert result.output.startswith("tierline: ")


@pytest.mark.clause("A13")
def test_a_request_goes_to_its_office_with_every_row_that_decided() -> None:
    result = asked(
        "route", "--json", matter={"kind": "expedite", "file_office": "newark", "receipt": "WAC21"}
    )
    assert json.loads(result.stdout) == {
        "office": "newark",
        "kind": "request",
        "because": [
            {
                "row": "paper-file",
                "says": "The Newark Field Office physically has the file and can best resolve this",
            }
        ],
    }


@pytest.mark.clause("A14")
def test_a_file_overseas_is_a_referral() -> None:
    result = asked("route", "--json", matter={"kind": "expedite", "file_office": "new-delhi"})
    told = json.loads(result.stdout)
    assert (told["office"], told["kind"]) == ("new-delhi", "referral")


def test_people_read_it_in_lines() -> None:
    result = asked("route", matter={"kind": "expedite", "file_office": "newark"})
    assert result.stdout.splitlines()[0] == "a request at newark, Newark Field Office"


def test_what_is_no_agency_is_told_in_a_sentence(tmp_path: Path) -> None:
    result = asked("route", matter={"kind": "expedite"}, folder=tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "there is no such agency folder" in result.output
