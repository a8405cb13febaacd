"""The routing table as an agency writes it in `routing.yaml`."""

from datetime import datetime

import msgspec

from tierline.offices.provenance import Sourced

VARIABLES = ("$file_office", "$processing_office", "$residence_office")
GROUP = "group:"


class Living(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A residence; any one entry that fits is enough. `zips` as in `jurisdictions.yaml`, `countries` by ISO
    code, `abroad` any other country."""

    zips: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    abroad: bool = False


class When(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a row asks for; what is left out may be anything. `file_at` and `processed_by` list office ids,
    kinds of office, or "unknown"; a file may also be "electronic"."""

    kind: tuple[str, ...] = ()
    file_at: tuple[str, ...] = ()
    processed_by: tuple[str, ...] = ()
    lives: Living | None = None


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`office` is an office id, "$file_office", "$processing_office", "$residence_office" or "group:<id>".
    `says` tells the reason to people, and may name {office}, {file_office} and {processing_office}."""

    id: str
    office: str
    says: str
    when: When = When()


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Offices declared equal for a purpose, which share the work."""

    id: str
    offices: tuple[str, ...]
    says: str


class Transfer(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}
):
    """For a time the work of one office is done at another: it is closed, or has too much. From `since`
    (aware) up to, not including, `until`; all kinds, if `kinds` are not named. `says` tells the reason to
    people, and may name {office} and {from_office}. Raises ValueError for times without an offset from UTC,
    or that end before they begin."""

    id: str
    from_: str
    to: str
    since: datetime
    until: datetime | None = None
    kinds: tuple[str, ...] = ()
    says: str

    def __post_init__(self) -> None:
        for named, at in (("since", self.since), ("until", self.until)):
            if at is not None and at.tzinfo is None:
                raise ValueError(
                    f"{self.id}: `{named}` has no offset from UTC, as in 2026-11-24T08:00:00-05:00"
                )
        if self.until is not None and self.until <= self.since:
            raise ValueError(f"{self.id}: it ends before it begins")

    def holds(self, office: str, kind: str, at: datetime) -> bool:
        concerned = office == self.from_ and (not self.kinds or kind in self.kinds)
        return concerned and self.since <= at and (self.until is None or at < self.until)


class RoutingTable(Sourced, frozen=True):
    """`routing.yaml`. Of the transfers that hold for an office, the first in the agency's own order does."""

    rows: tuple[Row, ...]
    groups: tuple[Group, ...] = ()
    transfers: tuple[Transfer, ...] = ()

    def group(self, group: str) -> Group | None:
        return next((known for known in self.groups if known.id == group), None)
