"""Any case system that answers with JSON about one receipt number at a time, as the agency describes it."""

from collections.abc import Sequence

import httpx

from tierline.cases.each_receipt import each_receipt
from tierline.cases.from_json import FieldReader
from tierline.cases.over_http import is_askable, told
from tierline.cases.secrets import Secrets
from tierline.cases.writing import written
from tierline.ports.case_system import (
    AT_EASE,
    Act,
    Asked,
    ByHand,
    CaseRecord,
    CaseSystem,
    CaseSystemAway,
    NotDone,
)
from tierline.ports.case_systems_file import HttpSystem


class HttpCases(CaseSystem):
    def __init__(self, settings: HttpSystem, secrets: Secrets, http: httpx.AsyncClient) -> None:
        """Raises SecretMissing."""
        self._settings = settings
        self._headers = {name: secrets.plain(value) for name, value in settings.headers.items()}
        self._http = http
        self._read = FieldReader(settings)

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        return await each_receipt(receipts, self._one)

    async def act(self, act: Act) -> str:
        action = self._settings.action(act.action)
        if action is None or action.writing is None:
            raise ByHand
        if not is_askable(act.receipt):
            raise NotDone("it was never asked: that is no number of a case")
        return await written(self._http, action.writing, act, self._headers)

    async def _one(self, receipt: str) -> CaseRecord | None:
        url = self._settings.url.replace("{receipt}", receipt)
        answer = await told(self._http, "GET", url, headers=self._headers)
        if answer.status in self._settings.not_found:
            return None
        if answer.status != 200:
            raise CaseSystemAway(f"it answered with status {answer.status}")
        return self._read.record(receipt, answer.json())
