"""The agency's systems that know about cases."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date

import msgspec


class CaseSystemAway(Exception):
    """The system does not answer, or not now; nothing is known about any receipt asked for."""


class CaseRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One case, whole: who may see what of it is for `staff.entitlement` to say. Texts are by language.
    `file_office` is an office id or "electronic"; `normal_months` is how long cases of this form normally
    take. `email` is the applicant's address on file: it is written to, and never shown or said.
    `representative` is the name of who may speak for the applicant by a paper on file. `identity` has what
    else a caller can be recognised by, under the agency's own names."""

    receipt: str
    form: str
    status: str
    status_texts: dict[str, str]
    next_steps: dict[str, str]
    updated: date
    received: date
    applicant: str
    date_of_birth: date
    zip: str
    file_office: str
    processing_office: str
    normal_months: int
    email: str | None = None
    representative: str | None = None
    identity: dict[str, str] = {}
    flags: frozenset[str] = frozenset()


class CaseSystem(ABC):
    @abstractmethod
    async def find(self, receipts: Sequence[str]) -> list[CaseRecord]:
        """Those that exist, in the order asked for, each once. May be repeated. Takes as long for a receipt
        that does not exist as for one that does. Raises CaseSystemAway."""
