"""Any case system over HTTP and JSON, as an agency describes it; and what it may answer instead."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.contract.case_systems import NAMED, secrets_in
from tests.gateways.case_files import CaseFiles, as_written, case_files
from tests.gateways.http_listener import answered
from tierline.cases.http_json import HttpCases
from tierline.cases.over_http import client
from tierline.ports.case_system import Act, CaseRecord, CaseSystemAway, NotDone

ANA = NAMED[0]


@pytest.fixture
async def files() -> AsyncIterator[CaseFiles]:
    async with case_files(NAMED) as running:
        yield running


async def found(files: CaseFiles, var: Path, **settings: Any) -> list[CaseRecord]:
    async with client() as http:
        system = HttpCases(replace(files.settings, **settings), secrets_in(var), http)
        return await system.find([ANA.receipt])


def of_ana(**case: Any) -> dict[str, Any]:
    written = as_written(ANA)
    return {**written, "case": {**written["case"], **case}}


async def test_the_secret_goes_with_the_question_and_the_number_stands_in_the_address(
    files: CaseFiles, tmp_path: Path
) -> None:
    await found(files, tmp_path)
    (request,) = files.requests
    assert request.path == "/cases/EAC2190012345?full=1"
    assert request.headers["authorization"] == "Bearer sample-token"


async def test_what_the_system_calls_otherwise_is_translated_and_what_is_not_listed_stays(
    files: CaseFiles, tmp_path: Path
) -> None:
    files.answers.append(answered(200, of_ana(file={"at": "XYZ"}, marks=["1367", "vip"])))
    (record,) = await found(files, tmp_path)
    assert record.file_office == "XYZ"
    assert record.flags == {"protected", "vip"}


async def test_a_field_that_the_system_lacks_is_not_there(files: CaseFiles, tmp_path: Path) -> None:
    files.answers.append(answered(200, {"case": {"number": ANA.receipt, "marks": []}}))
    assert await found(files, tmp_path) == [CaseRecord(receipt=ANA.receipt)]


async def test_the_answer_may_say_that_it_is_about_another_case(files: CaseFiles, tmp_path: Path) -> None:
    files.answers.append(answered(200, of_ana(number="EAC2190099999")))
    assert [record.receipt for record in await found(files, tmp_path)] == ["EAC2190099999"]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(answered(200, of_ana(marks=None)), id="says nothing of marks"),
        pytest.param(answered(200, of_ana(marks="1367")), id="marks are no list"),
        pytest.param(answered(200, of_ana(marks=[{"code": 1367}])), id="marks are no texts"),
        pytest.param(answered(200, of_ana(days={"updated": "yesterday"})), id="no day"),
        pytest.param(answered(200, of_ana(form={"id": 1})), id="no text"),
        pytest.param(answered(200, of_ana(months="some")), id="no number"),
        pytest.param(answered(200, []), id="no object"),
        pytest.param(answered(200, "<html>"), id="no JSON"),
        pytest.param(answered(200, "[" * 100_000), id="nested without end"),
        pytest.param(answered(403, {}), id="forbidden"),
        pytest.param(answered(500, {}), id="broken"),
        pytest.param(0.05, id="silence"),
    ],
)
async def test_what_cannot_be_read_makes_the_whole_answer_unusable(
    files: CaseFiles, tmp_path: Path, answer: bytes | float
) -> None:
    files.answers.append(answer)
    with pytest.raises(CaseSystemAway) as away:
        await found(files, tmp_path)
    assert ANA.receipt not in str(away.value)


ACT = Act(system="case-files", action="reissue", receipt=ANA.receipt, key="act-1", note="{key} & lost")


async def acted(files: CaseFiles, var: Path) -> str:
    async with client() as http:
        return await HttpCases(files.settings, secrets_in(var), http).act(ACT)


async def test_what_is_written_is_filled_in_once_as_the_agency_describes_it(
    files: CaseFiles, tmp_path: Path
) -> None:
    assert await acted(files, tmp_path) == "D-1"
    (request,) = files.requests
    assert request.path == "/cases/EAC2190012345/notices"
    assert files.done == {"act-1": {"of": ANA.receipt, "why": ["{key} & lost"], "urgent": False}}


async def test_what_the_system_refuses_was_not_done(files: CaseFiles, tmp_path: Path) -> None:
    files.answers.append(answered(409, {"error": "it is closed"}))
    with pytest.raises(NotDone, match="409"):
        await acted(files, tmp_path)


@pytest.mark.parametrize("answer", [answered(202, {}), answered(500, {}), answered(401, {}), 0.05, b""])
async def test_only_an_answer_that_says_so_confirms_it(
    files: CaseFiles, tmp_path: Path, answer: bytes | float
) -> None:
    files.answers.append(answer)
    with pytest.raises(CaseSystemAway):
        await acted(files, tmp_path)


async def test_a_confirmation_without_a_number_is_one(files: CaseFiles, tmp_path: Path) -> None:
    files.answers.append(answered(200, "<html>"))
    assert await acted(files, tmp_path) == ""


async def test_a_system_may_have_another_word_for_no_such_case(files: CaseFiles, tmp_path: Path) -> None:
    files.answers.append(answered(410, ""))
    assert await found(files, tmp_path, not_found=frozenset({404, 410})) == []
