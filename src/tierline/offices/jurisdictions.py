"""Which domestic office serves a residence: a table of ZIP prefixes, the longest one that fits deciding."""

import re

import msgspec

from tierline.offices.provenance import Sourced

_RANGE = re.compile(r"\d{1,5}|(\d{3})-(\d{3})")


class Residence(msgspec.Struct, frozen=True, kw_only=True):
    """Where a person lives, as far as known: five-digit ZIP, two-letter state, county name, ISO country."""

    country: str = "US"
    zip: str | None = None
    state: str | None = None
    county: str | None = None

    @property
    def abroad(self) -> bool:
        return self.country != "US"


class Jurisdiction(Sourced, frozen=True):
    """`zips`: prefixes of one to five digits ("112", "11201") or ranges of three-digit prefixes
    ("100-104")."""

    office: str
    zips: tuple[str, ...]

    def __post_init__(self) -> None:
        for entry in self.zips:
            if not _RANGE.fullmatch(entry):
                raise ValueError(
                    f"{self.office}: {entry!r} is neither a ZIP prefix nor a range of three-digit prefixes"
                )


class JurisdictionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`jurisdictions.yaml`."""

    jurisdictions: tuple[Jurisdiction, ...]


def fit(entry: str, zip_code: str) -> int:
    """How many digits of `zip_code` the entry decides; 0 if it does not fit."""
    if "-" in entry:
        first, last = entry.split("-")
        return 3 if first <= zip_code[:3] <= last else 0
    return len(entry) if zip_code.startswith(entry) else 0


def serving(zip_code: str, table: tuple[Jurisdiction, ...]) -> Jurisdiction | None:
    """The row that serves this ZIP: the one that decides most of its digits, the first of equals."""
    rows = [(max((fit(entry, zip_code) for entry in row.zips), default=0), row) for row in table]
    digits, row = max(rows, key=lambda found: found[0], default=(0, None))
    return row if digits else None
