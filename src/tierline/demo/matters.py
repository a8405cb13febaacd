"""Sample cases of the sample agency, by what a caller has to key and say."""

from datetime import date

import msgspec


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """`office` is where the file physically is."""

    receipt: str
    keys: str
    """The receipt number as it is keyed: its letters as the keys that carry them."""
    name: str
    born: date
    office: str

    @property
    def birth_keys(self) -> str:
        return self.born.strftime("%m%d%Y")


AT_A_FIELD_OFFICE = Matter(
    receipt="EAC2190012345",
    keys="3222190012345",
    name="Sample Applicant Ana",
    born=date(1985, 4, 12),
    office="newark",
)
OVERSEAS = Matter(
    receipt="LIN2105098765",
    keys="5462105098765",
    name="Sample Applicant Grace",
    born=date(1993, 3, 8),
    office="new-delhi",
)
