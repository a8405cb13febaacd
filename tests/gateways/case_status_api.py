"""The public Case Status API on this machine, with its tokens, limits, opening hours and odd envelopes."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.gateways.http_listener import Answer, HttpListener, Request, answered
from tests.gateways.listening import listening
from tierline.ports.case_system import CaseRecord
from tierline.ports.case_systems_file import CaseStatusSystem, NamedSecret
from tierline.ports.clock import Clock

TOKEN_LASTS = timedelta(seconds=1800)
EASTERN = ZoneInfo("America/New_York")
ID, SECRET = "sample-client", "sample-secret"

SPIKE = {
    "fault": {
        "faultstring": "Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5}",
        "detail": {"errorcode": "policies.ratelimit.SpikeArrestViolation"},
    }
}
CLOSED = {"error": {"code": "503", "message": "Service is available Monday to Friday, 7 AM to 8 PM Eastern."}}
UNAUTHORIZED = {
    "fault": {"faultstring": "Invalid Access Token", "detail": {"errorcode": "invalid_access_token"}}
}
NOT_FOUND = {"message": "The receipt number entered cannot be found.", "errors": [{"code": "404"}]}


class CaseStatusServer(HttpListener):
    """`keeps_hours` closes it outside Monday to Friday, 7:00 to 20:00 Eastern. `per_second` is enforced by
    the spacing of requests, as Spike Arrest does; None lets everything pass."""

    def __init__(self, cases: Mapping[str, dict[str, Any]], clock: Clock) -> None:
        super().__init__()
        self.cases = dict(cases)
        self.clock = clock
        self.keeps_hours = False
        self.per_second: float | None = None
        self.tokens: dict[str, datetime] = {}
        self.given = 0
        self._last: datetime | None = None

    @property
    def settings(self) -> CaseStatusSystem:
        return CaseStatusSystem(
            id="case-status",
            names={"en": "Case status", "es": "Estado de casos"},
            url=f"http://127.0.0.1:{self.port}",
            client_id=NamedSecret(secret="case-status-id"),
            client_secret=NamedSecret(secret="case-status-secret"),
            per_second=100,
        )

    def revoke_all(self) -> None:
        self.tokens.clear()

    def answer(self, request: Request) -> Answer:
        if request.path == "/oauth/accesstoken":
            return self._token(request)
        if self.keeps_hours and not self._is_open():
            return answered(503, CLOSED, before="\n \t ")
        if self._is_spike():
            return answered(429, SPIKE)
        if not self._may(request):
            return answered(401, UNAUTHORIZED)
        case = self.cases.get(request.path.removeprefix("/case-status/"))
        if case is None:
            return answered(404, NOT_FOUND)
        return answered(200, {"case_status": case, "message": "Query was successful."}, before="\n")

    def _token(self, request: Request) -> Answer:
        wanted = {"grant_type": "client_credentials", "client_id": ID, "client_secret": SECRET}
        if request.method != "POST" or request.form != wanted:
            return answered(401, {"ErrorCode": "invalid_client", "Error": "ClientId is Invalid"})
        self.given += 1
        token = f"token-{self.given}"
        self.tokens[token] = self.clock.now() + TOKEN_LASTS
        return answered(200, {"token_type": "BearerToken", "access_token": token, "expires_in": "1799"})

    def _may(self, request: Request) -> bool:
        until = self.tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        return until is not None and self.clock.now() < until

    def _is_open(self) -> bool:
        now = self.clock.now().astimezone(EASTERN)
        return now.weekday() < 5 and 7 <= now.hour < 20

    def _is_spike(self) -> bool:
        now, last = self.clock.now(), self._last
        if self.per_second is None:
            return False
        if last is not None and now - last < timedelta(seconds=0.5 / self.per_second):
            return True
        self._last = now
        return False


def as_the_api_writes(record: CaseRecord) -> dict[str, Any]:
    """The history is null or a list; we take nothing of it."""
    assert record.received
    assert record.updated
    return {
        "receiptNumber": record.receipt,
        "formType": record.form.replace("-", ""),
        "submittedDate": f"{record.received:%m-%d-%Y} 10:15:30",
        "modifiedDate": f"{record.updated:%m-%d-%Y} 00:00:00",
        "current_case_status_text_en": record.status_texts["en"].rstrip("."),
        "current_case_status_desc_en": f"{record.next_steps['en']} <a href='#'>Our page</a>",
        "current_case_status_text_es": record.status_texts["es"].rstrip("."),
        "current_case_status_desc_es": record.next_steps["es"],
        "hist_case_status": None,
    }


def case_status_api(
    cases: Mapping[str, dict[str, Any]], clock: Clock
) -> AbstractAsyncContextManager[CaseStatusServer]:
    return listening(CaseStatusServer(cases, clock))
