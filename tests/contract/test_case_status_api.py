"""The public Case Status API: its tokens, its limits, its hours and its odd envelopes."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from msgspec.structs import replace

from tests.contract.case_systems import NAMED, secrets_in
from tests.gateways.case_status_api import (
    CLOSED,
    SPIKE,
    CaseStatusServer,
    as_the_api_writes,
    case_status_api,
)
from tests.gateways.http_listener import answered
from tierline.cases.case_status import CaseStatusApi
from tierline.cases.over_http import client
from tierline.cases.secrets import SecretMissing, Secrets
from tierline.clock import SystemClock
from tierline.ports.case_system import CaseRecord, CaseSystemAway
from tierline.twin.clock import VirtualClock

MONDAY_MORNING = datetime(2026, 11, 30, 15, 0, tzinfo=UTC)
ANA = NAMED[0].receipt


class Stand:
    """The API, and one who asks it."""

    def __init__(
        self, api: CaseStatusServer, clock: VirtualClock, var: Path, http: httpx.AsyncClient
    ) -> None:
        self.api = api
        self.clock = clock
        self.secrets = secrets_in(var)
        self.http = http
        self.cases = self.asking(per_second=100)

    def asking(self, **settings: Any) -> CaseStatusApi:
        return CaseStatusApi(replace(self.api.settings, **settings), self.secrets, self.clock, self.http)

    def passes(self, **time: float) -> None:
        self.clock.fire_next(self.clock.now() + timedelta(**time))

    async def ana(self) -> CaseRecord:
        """A second after whatever was before, so that the pace is no matter."""
        self.passes(seconds=1)
        (record,) = await self.cases.find([ANA])
        return record


@pytest.fixture
async def stand(tmp_path: Path) -> AsyncIterator[Stand]:
    clock = VirtualClock(MONDAY_MORNING)
    cases = {case.receipt: as_the_api_writes(case) for case in NAMED}
    async with case_status_api(cases, clock) as api, client() as http:
        yield Stand(api, clock, tmp_path, http)


async def test_one_token_serves_until_shortly_before_it_ends(stand: Stand) -> None:
    await stand.ana()
    stand.passes(minutes=28)
    await stand.ana()
    assert stand.api.given == 1
    stand.passes(minutes=1)
    await stand.ana()
    assert stand.api.given == 2


async def test_a_token_that_is_over_before_its_time_is_replaced_and_the_question_asked_again(
    stand: Stand,
) -> None:
    await stand.ana()
    stand.api.revoke_all()
    assert (await stand.ana()).receipt == ANA
    assert stand.api.given == 2


async def test_credentials_that_are_refused_are_tried_no_more_than_twice(stand: Stand) -> None:
    token = answered(200, {"access_token": "none of theirs", "expires_in": 1800})
    stand.api.answers += [token, answered(401, {}), token, answered(401, {})]
    with pytest.raises(CaseSystemAway, match="credentials"):
        await stand.cases.find([ANA])
    assert len(stand.api.requests) == 4


async def test_wrong_credentials_are_told_without_them(stand: Stand) -> None:
    (stand.secrets._folder / "case-status-secret").write_text("wrong")
    with pytest.raises(CaseSystemAway) as away:
        await stand.asking().find([ANA])
    assert "wrong" not in str(away.value)
    assert "401" in str(away.value)


@pytest.mark.parametrize(
    "token", ["", "<html>", "{}", '{"access_token": "a", "expires_in": "soon"}', '{"access_token": 1}']
)
async def test_a_token_that_cannot_be_read_is_none(stand: Stand, token: str) -> None:
    stand.api.answers.append(answered(200, token))
    with pytest.raises(CaseSystemAway, match="token"):
        await stand.cases.find([ANA])


async def test_a_number_that_it_does_not_know_is_no_case(stand: Stand) -> None:
    assert await stand.cases.find(["EAC9999999999"]) == []


async def test_outside_its_hours_it_is_away(stand: Stand) -> None:
    stand.api.keeps_hours = True
    assert (await stand.ana()).receipt == ANA
    stand.passes(hours=10)
    with pytest.raises(CaseSystemAway, match="closed or away"):
        await stand.ana()
    stand.passes(hours=11)
    assert (await stand.ana()).receipt == ANA


async def test_two_numbers_that_fit_the_same_keys_are_asked_as_far_apart_as_it_wants(tmp_path: Path) -> None:
    cases = {case.receipt: as_the_api_writes(case) for case in NAMED}
    async with case_status_api(cases, SystemClock()) as api, client() as http:
        api.per_second = 2
        settings = replace(api.settings, per_second=2)
        asking = CaseStatusApi(settings, secrets_in(tmp_path), SystemClock(), http)
        found = await asking.find([NAMED[1].receipt, NAMED[2].receipt])
    assert [case.receipt for case in found] == [NAMED[1].receipt, NAMED[2].receipt]


async def test_too_much_at_once_is_told_and_it_is_given_a_moment(stand: Stand) -> None:
    await stand.ana()
    stand.api.answers.append(answered(429, SPIKE))
    with pytest.raises(CaseSystemAway, match="429"):
        await stand.ana()
    slow = stand.asking(timeout_seconds=0.5)
    stand.api.answers += [answered(200, {"access_token": "t", "expires_in": "1799"}), answered(429, SPIKE)]
    with pytest.raises(CaseSystemAway, match="429"):
        await slow.find([ANA])
    before = len(stand.api.requests)
    with pytest.raises(CaseSystemAway, match="as much as it allows"):
        await slow.find([ANA])
    assert len(stand.api.requests) == before


async def test_what_it_allows_in_a_day_is_kept_to(stand: Stand) -> None:
    scarce = stand.asking(per_day=2)
    for _ in range(2):
        await scarce.find([ANA])
    with pytest.raises(CaseSystemAway, match="as much as it allows"):
        await scarce.find([ANA])
    stand.passes(hours=24)
    assert len(await scarce.find([ANA])) == 1


@pytest.mark.parametrize(
    "nonsense",
    [
        answered(200, CLOSED, before="\n "),
        answered(200, {"message": "ok"}),
        answered(200, {"case_status": None}),
        answered(200, {"case_status": {"formType": "I130"}}),
        answered(200, []),
        answered(200, "<html>Maintenance</html>"),
        answered(200, ""),
        answered(404, "<html>no such page</html>"),
        answered(404, "[]"),
        answered(302, "", headers=("Location: https://elsewhere.example/",)),
        answered(500, {"fault": {}}),
        answered(200, "x" * 300_000),
        b"not http at all\r\n\r\n",
        b"HTTP/1.1 200 ok\r\nContent-Length: 100\r\n\r\nhalf",
        0.05,
    ],
)
async def test_an_answer_of_another_shape_says_nothing_about_the_case(
    stand: Stand, nonsense: bytes | float
) -> None:
    await stand.ana()
    stand.api.answers.append(nonsense)
    with pytest.raises(CaseSystemAway) as away:
        await stand.ana()
    assert ANA not in str(away.value)


async def test_its_form_and_days_and_texts_are_put_as_ours(stand: Stand) -> None:
    stand.api.cases["EAC9999103403"] = {
        "receiptNumber": "EAC9999103403",
        "formType": "N400",
        "submittedDate": "09-05-2023 14:28:46",
        "modifiedDate": "not known",
        "current_case_status_text_en": "Case Was Approved",
        "current_case_status_desc_en": "On September 5, 2023, we approved your Form N-400.",
        "current_case_status_text_es": "Caso aprobado.",
        "current_case_status_desc_es": None,
        "hist_case_status": [{"date": "2023-09-05", "completed_text_en": "x", "completed_text_es": "y"}],
    }
    (case,) = await stand.cases.find(["EAC9999103403"])
    assert case == CaseRecord(
        receipt="EAC9999103403",
        form="N-400",
        status="Case Was Approved",
        status_texts={"en": "Case Was Approved.", "es": "Caso aprobado."},
        next_steps={"en": "On September 5, 2023, we approved your Form N-400."},
        received=date(2023, 9, 5),
    )


async def test_a_secret_that_is_not_there_says_where_to_put_it(stand: Stand, tmp_path: Path) -> None:
    nowhere = Secrets(tmp_path / "elsewhere")
    with pytest.raises(SecretMissing, match="TIERLINE_SECRET_CASE_STATUS_ID"):
        CaseStatusApi(stand.api.settings, nowhere, stand.clock, stand.http)


async def test_a_secret_of_the_environment_comes_first(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIERLINE_SECRET_CASE_STATUS_SECRET", "of the environment")
    with pytest.raises(CaseSystemAway, match="no token"):
        await stand.asking().find([ANA])
    assert stand.api.requests[-1].form["client_secret"] == "of the environment"
