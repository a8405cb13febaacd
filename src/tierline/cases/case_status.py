"""The public USCIS Case Status API. Source: the agency's developer pages; what was seen of it in
docs/how-to/case-systems.md."""

import asyncio
import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import httpx

from tierline.cases.access_token import AccessToken
from tierline.cases.each_receipt import each_receipt
from tierline.cases.over_http import Told, told
from tierline.cases.pace import Allowed, begun, held_up, slot
from tierline.cases.secrets import Secrets
from tierline.ports.case_system import AT_EASE, Asked, CaseRecord, CaseSystem, CaseSystemAway
from tierline.ports.case_systems_file import CaseStatusSystem
from tierline.ports.clock import Clock

AFTER_TOO_MUCH = timedelta(seconds=2)
"""After a "Spike Arrest Violation"."""

_LANGUAGES = ("en", "es")
_FORM = re.compile(r"([A-Z]+)-?(\d.*)")


class CaseStatusApi(CaseSystem):
    def __init__(
        self, settings: CaseStatusSystem, secrets: Secrets, clock: Clock, http: httpx.AsyncClient
    ) -> None:
        """Raises SecretMissing."""
        client = (secrets.read(settings.client_id), secrets.read(settings.client_secret))
        self._settings = settings
        self._clock = clock
        self._http = http
        self._url = settings.url.rstrip("/")
        self._token = AccessToken(http, f"{self._url}/oauth/accesstoken", client, clock)
        self._allowed = Allowed(settings.per_second, settings.per_day)
        self._pace = begun(clock.now())

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        """One question for each number, at the pace that the API allows."""
        return await each_receipt(receipts, self._one)

    async def _one(self, receipt: str) -> CaseRecord | None:
        answer = await self._ask(receipt)
        if answer.status == 404:
            _is_of_the_api(answer)
            return None
        return _record(answer)

    async def _ask(self, receipt: str) -> Told:
        """With a new token where the one at hand was refused, once. Raises CaseSystemAway."""
        answer, token = await self._with_token(receipt)
        if answer.status == 401:
            self._token.refused(token)
            answer, _ = await self._with_token(receipt)
        if answer.status == 429:
            self._pace = held_up(self._pace, self._clock.now(), AFTER_TOO_MUCH)
        if answer.status not in (200, 404):
            raise CaseSystemAway(_why(answer.status))
        return answer

    async def _with_token(self, receipt: str) -> tuple[Told, str]:
        token = await self._token.get()
        await self._turn()
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        url = f"{self._url}/case-status/{receipt}"
        return await told(self._http, "GET", url, headers=headers), token

    async def _turn(self) -> None:
        """Raises CaseSystemAway where the turn would come too late to be of use."""
        longest = timedelta(seconds=self._settings.timeout_seconds)
        found = slot(self._pace, self._allowed, self._clock.now(), longest)
        if found is None:
            raise CaseSystemAway("as much as it allows is asked of it already")
        self._pace, wait = found
        await asyncio.sleep(wait.total_seconds())


def _why(status: int) -> str:
    match status:
        case 401 | 403:
            return f"it refuses our credentials: status {status}"
        case 429:
            return "it was asked too much: status 429"
        case 503:
            return "it is closed or away: status 503"
        case _:
            return f"it answered with status {status}"


def _is_of_the_api(answer: Told) -> None:
    """A page of some gateway before it, which says 404 to everything, is no word about a case."""
    if not isinstance(answer.json(), dict):
        raise CaseSystemAway("it answered with status 404 and not as the API does")


def _record(answer: Told) -> CaseRecord:
    """Raises CaseSystemAway: an envelope of another shape says nothing about the case."""
    envelope = answer.json()
    case = envelope.get("case_status") if isinstance(envelope, dict) else None
    receipt = _text(case, "receiptNumber") if isinstance(case, dict) else ""
    if not isinstance(case, dict) or not receipt:
        raise CaseSystemAway(f"it answered with status {answer.status} and no case")
    return CaseRecord(
        receipt=receipt,
        form=_form(_text(case, "formType")),
        status=_text(case, "current_case_status_text_en"),
        status_texts=_by_language(case, "current_case_status_text", "."),
        next_steps=_by_language(case, "current_case_status_desc"),
        received=_day(_text(case, "submittedDate")),
        updated=_day(_text(case, "modifiedDate")),
    )


def _by_language(case: dict[str, Any], name: str, end: str = "") -> dict[str, str]:
    """A heading is said as a sentence of its own."""
    texts = {language: _text(case, f"{name}_{language}").strip() for language in _LANGUAGES}
    return {
        language: text + end * (not text.endswith((".", "!", "?")))
        for language, text in texts.items()
        if text
    }


def _text(case: dict[str, Any], name: str) -> str:
    value = case.get(name)
    return value if isinstance(value, str) else ""


def _form(written: str) -> str:
    """ "N400" is form N-400."""
    found = _FORM.fullmatch(written.strip())
    return f"{found[1]}-{found[2]}" if found else written


def _day(written: str) -> date | None:
    """ "MM-DD-YYYY HH:MM:SS", in no zone that it names; None where it cannot be read."""
    try:
        return datetime.strptime(written.strip(), "%m-%d-%Y %H:%M:%S").date()  # noqa: DTZ007 - a day is meant
    except ValueError:
        return None
