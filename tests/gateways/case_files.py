"""Some agency's own case system over HTTP and JSON, on this machine."""

import json
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from typing import Any

from tests.gateways.http_listener import Answer, HttpListener, Request, answered
from tests.gateways.listening import listening
from tierline.ports.case_system import CaseRecord
from tierline.ports.case_systems_file import HttpSystem, NamedSecret, SystemAction, Writing

TOKEN = "sample-token"
FIELDS = {
    "receipt": "case.number",
    "form": "case.form",
    "status": "case.state.code",
    "status.en": "case.state.words[?lang=='en'].text | [0]",
    "status.es": "case.state.words[?lang=='es'].text | [0]",
    "next_steps.en": "case.next.en",
    "next_steps.es": "case.next.es",
    "updated": "case.days.updated",
    "received": "case.days.received",
    "applicant": "person.name",
    "date_of_birth": "person.born",
    "zip": "person.zip",
    "email": "person.email",
    "representative": "person.representative",
    "alien_number": "person.alien_number",
    "file_office": "case.file.at",
    "processing_office": "case.processed_by",
    "normal_months": "case.months",
    "flags": "case.marks",
}


class CaseFiles(HttpListener):
    """The file is at "NWK", which is newark's code there."""

    def __init__(self, cases: Iterable[CaseRecord]) -> None:
        super().__init__()
        self.cases = {case.receipt: as_written(case) for case in cases}
        self.done: dict[str, Any] = {}

    @property
    def settings(self) -> HttpSystem:
        return HttpSystem(
            id="case-files",
            names={"en": "Case files", "es": "Expedientes"},
            url=f"http://127.0.0.1:{self.port}/cases/{{receipt}}?full=1",
            headers={"Authorization": NamedSecret(secret="case-files-token", before="Bearer ")},
            fields=FIELDS,
            values={"file_office": {"NWK": "newark"}, "flags": {"1367": "protected"}},
            dates="%d.%m.%Y",
            actions=(
                SystemAction(id="reissue", names={"en": "Notice issued again"}, writing=self._writing),
                SystemAction(id="by-hand", names={"en": "Done by hand"}),
            ),
        )

    @property
    def _writing(self) -> Writing:
        return Writing(
            url=f"http://127.0.0.1:{self.port}/cases/{{receipt}}/notices",
            body={"of": "{receipt}", "why": ["{note}"], "urgent": False},
            number="notice.number",
        )

    def answer(self, request: Request) -> Answer:
        if request.headers.get("authorization") != f"Bearer {TOKEN}":
            return answered(403, {"error": "forbidden"})
        if request.method == "POST":
            return self._write(request)
        receipt = request.path.removeprefix("/cases/").removesuffix("?full=1")
        case = self.cases.get(receipt)
        return answered(200, case) if case else answered(404, {"error": "no such case"})

    def _write(self, request: Request) -> Answer:
        """Each key once, numbered in order."""
        key = request.headers["idempotency-key"]
        self.done.setdefault(key, json.loads(request.body))
        return answered(201, {"notice": {"number": f"D-{[*self.done].index(key) + 1}"}})


def as_written(case: CaseRecord) -> dict[str, Any]:
    days = {"updated": case.updated, "received": case.received}
    return {
        "case": {
            "number": case.receipt,
            "form": case.form,
            "state": {
                "code": case.status,
                "words": [{"lang": name, "text": text} for name, text in case.status_texts.items()],
            },
            "next": case.next_steps,
            "days": {name: f"{day:%d.%m.%Y}" if day else None for name, day in days.items()},
            "file": {"at": "NWK" if case.file_office == "newark" else case.file_office},
            "processed_by": case.processing_office,
            "months": case.normal_months,
            "marks": ["1367" for _ in case.flags],
        },
        "person": {
            "name": case.applicant,
            "born": f"{case.date_of_birth:%d.%m.%Y}",
            "zip": case.zip,
            "email": case.email,
            "representative": case.representative,
            "alien_number": case.identity.get("alien_number"),
        },
    }


def case_files(cases: Iterable[CaseRecord]) -> AbstractAsyncContextManager[CaseFiles]:
    return listening(CaseFiles(cases))
