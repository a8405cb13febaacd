"""Points of contact: the desk that an office names for those who supervise calls (policy B4.3)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated

import msgspec

from tierline.offices.hours import WeeklyHours
from tierline.offices.naming import in_language
from tierline.offices.provenance import Sourced

BLANKS = ("agency", "office", "subject", "wanted", "reference", "minutes")
"""What a message to a contact may say: nothing of the case."""

_WRITES = {
    "en": (
        "{agency}: a supervisor asks {office} for help.\n"
        "Wanted: {wanted}. Subject: {subject}. Reference: {reference}.\n"
        "Please answer within {minutes} minutes of your hours that you have seen this: name the reference."
    ),
    "es": (
        "{agency}: un supervisor pide ayuda a {office}.\n"
        "Se pide: {wanted}. Asunto: {subject}. Referencia: {reference}.\n"
        "Conteste en {minutes} minutos de su horario que ha visto este aviso, e indique la referencia."
    ),
}


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an office may be asked about; `names` by language."""

    id: str
    names: dict[str, str]


class Contact(Sourced, frozen=True):
    """A desk of `office`, in charge of these `subjects`; of none where it only stands in for others. It is
    designated from `since` up to and including `until`, days where it is. A message to it is to be
    acknowledged within `acknowledges_within` minutes of its own `hours`; else its `alternate` is asked, the
    id of another contact. Without `email` it cannot be written to, without `phone` not called; `note` is for
    whoever calls. Raises ValueError for a designation that ends before it begins."""

    id: str
    office: str
    name: str
    hours: WeeklyHours
    subjects: tuple[str, ...] = ()
    phone: str | None = None
    email: str | None = None
    note: str = ""
    alternate: str | None = None
    since: date | None = None
    until: date | None = None
    acknowledges_within: Annotated[int, msgspec.Meta(ge=1, le=10_000)] = 30

    def __post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"{self.id}: it ends before it begins")

    def is_designated(self, at: datetime) -> bool:
        """`at` is aware."""
        today = at.astimezone(self.hours.zone).date()
        return (self.since is None or self.since <= today) and (self.until is None or today <= self.until)


class ContactsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`contacts.yaml`. `writes` is the message to a contact by language, with the blanks {agency}, {office},
    {subject}, {wanted}, {reference} and {minutes}. `ring_seconds`: how long a contact's telephone rings
    before the supervisor is told that nobody answers. Raises ValueError for another blank, and for a message
    without its reference."""

    subjects: tuple[Subject, ...] = ()
    contacts: tuple[Contact, ...] = ()
    writes: Mapping[str, str] = msgspec.field(default_factory=lambda: dict(_WRITES))
    ring_seconds: Annotated[float, msgspec.Meta(gt=0)] = 45

    def __post_init__(self) -> None:
        for language, text in self.writes.items():
            try:
                text.format(**dict.fromkeys(BLANKS, ""))
            except (KeyError, IndexError, ValueError) as wrong:
                raise ValueError(f"writes {language}: its blanks are {', '.join(BLANKS)}") from wrong
            if "{reference}" not in text:
                raise ValueError(f"writes {language}: it names no {{reference}}")

    def find(self, contact: str | None) -> Contact | None:
        return next((one for one in self.contacts if one.id == contact), None)

    def subject(self, subject: str) -> Subject | None:
        return next((one for one in self.subjects if one.id == subject), None)

    def message(self, language: str, said: Mapping[str, str]) -> str:
        """`said` has a value for each of `BLANKS`."""
        return in_language(self.writes, language).format(**said)


NO_CONTACTS = ContactsFile()
