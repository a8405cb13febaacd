"""The routing table as an agency writes it in `routing.yaml`."""

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


class RoutingTable(Sourced, frozen=True):
    """`routing.yaml`."""

    rows: tuple[Row, ...]
    groups: tuple[Group, ...] = ()

    def group(self, group: str) -> Group | None:
        return next((known for known in self.groups if known.id == group), None)
