"""A caller who lives abroad keys their country as its international dialling code."""

from collections.abc import Sequence

import msgspec

from tierline.offices.naming import in_language
from tierline.offices.provenance import Sourced


class Country(Sourced, frozen=True):
    """`names` by language. `area_codes`: where several countries share a dialling code, the digits after it
    that tell this one apart. `office` is the overseas office that serves its residents, or None; `verified`
    is about that."""

    iso: str
    dialling_code: str
    names: dict[str, str]
    area_codes: tuple[str, ...] = ()
    office: str | None = None

    def called(self, language: str) -> str:
        return in_language(self.names, language)


class CountriesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`countries.yaml`."""

    countries: tuple[Country, ...]


def countries_for(keyed: str, countries: Sequence[Country]) -> tuple[Country, ...]:
    """Every country that the keyed code may mean, by name; none for an unknown code. A code that several
    countries share (1, 7, 44) gives them all unless an area code follows. The prefixes for dialling out
    (00, 011) may be keyed too."""
    code = _without_exit_prefix(keyed)
    told_apart = tuple(c for c in countries if any(c.dialling_code + area == code for area in c.area_codes))
    found = told_apart or tuple(c for c in countries if c.dialling_code == code)
    return tuple(sorted(found, key=lambda c: c.called("en")))


def _without_exit_prefix(keyed: str) -> str:
    for prefix in ("011", "00"):
        if keyed.startswith(prefix):
            return keyed.removeprefix(prefix)
    return keyed
