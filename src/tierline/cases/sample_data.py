"""What the embedded sample case system is made from (`sample-cases.yaml`)."""

from datetime import date

import msgspec

from tierline.ports.case_system import CaseRecord


class Status(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A status and what happens next, by language."""

    id: str
    texts: dict[str, str]
    next_steps: dict[str, str]


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`begins` are the letters that receipts of this form may begin with."""

    form: str
    normal_months: int
    begins: tuple[str, ...]


class NamedCase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One case that demonstrations and tests rely on. `status` and `form` name entries of the lists."""

    receipt: str
    form: str
    status: str
    updated: date
    received: date
    applicant: str
    date_of_birth: date
    zip: str
    file_office: str
    processing_office: str
    email: str | None = None
    representative: str | None = None
    identity: dict[str, str] = {}
    flags: frozenset[str] = frozenset()


class SampleCases(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`began_at` gives the office for the letters of a receipt; `names` are first names for made-up
    people, `countries` where they were born."""

    seed: int
    count: int
    statuses: tuple[Status, ...]
    forms: tuple[Form, ...]
    began_at: dict[str, str]
    names: tuple[str, ...]
    countries: tuple[str, ...] = ()
    cases: tuple[NamedCase, ...]

    def record(self, case: NamedCase) -> CaseRecord:
        """The case as a case system would tell it. Raises KeyError for a status or form that is not
        listed."""
        status = {status.id: status for status in self.statuses}[case.status]
        form = {form.form: form for form in self.forms}[case.form]
        return CaseRecord(
            **msgspec.structs.asdict(case),
            status_texts=status.texts,
            next_steps=status.next_steps,
            normal_months=form.normal_months,
        )
