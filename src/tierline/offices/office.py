"""One office and how to reach it."""

import msgspec

from tierline.offices.hours import WeeklyHours
from tierline.offices.provenance import Sourced

OVERSEAS = "overseas"
"""The kind of office to which customers are referred, instead of being made a request for (policy A14)."""


class Office(Sourced, frozen=True):
    """`kind` groups offices for routing: in the agency's own words, but for `overseas`. `name` is the
    official one; `said_as` how it is spoken in a language where that differs. `phone` as it would be dialled
    from the United States. An empty `address` or a missing phone or e-mail is not published."""

    id: str
    name: str
    kind: str
    hours: WeeklyHours
    said_as: dict[str, str] = msgspec.field(default_factory=dict)
    address: tuple[str, ...] = ()
    phone: str | None = None
    email: str | None = None

    @property
    def time_zone(self) -> str:
        return self.hours.time_zone

    def called(self, language: str) -> str:
        return self.said_as.get(language, self.name)


class OfficesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`offices.yaml`."""

    offices: tuple[Office, ...]
