"""The directory as calls and requests ask it: by id, by country of residence, by ZIP."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from tierline.offices.countries import CountriesFile, Country, countries_for
from tierline.offices.jurisdictions import JurisdictionsFile, Residence, serving
from tierline.offices.office import Office, OfficesFile


class UnknownOffice(Exception):
    """The directory has no office of this id."""


class OverseasAnswer(msgspec.Struct, frozen=True):
    """Which overseas office serves a country. Without `verified` the office, if any, is a lead to be
    checked: not to be told as fact (A2)."""

    country: Country | None
    office: Office | None
    verified: bool


class ResidenceAnswer(msgspec.Struct, frozen=True):
    """Which domestic office serves a ZIP, and the row that said so."""

    office: Office
    verified: bool
    because: str


class Directory:
    """Immutable; made from the agency's three files. Raises UnknownOffice when one of them names an office
    that there is not."""

    def __init__(
        self, offices: OfficesFile, countries: CountriesFile, jurisdictions: JurisdictionsFile
    ) -> None:
        self._offices: Mapping[str, Office] = MappingProxyType({o.id: o for o in offices.offices})
        self._countries = countries.countries
        self._jurisdictions = jurisdictions.jurisdictions
        self._check(country.office for country in self._countries if country.office)
        self._check(row.office for row in self._jurisdictions)

    @property
    def offices(self) -> tuple[Office, ...]:
        return tuple(self._offices.values())

    def office(self, office: str) -> Office:
        """Raises UnknownOffice."""
        if office not in self._offices:
            raise UnknownOffice(office)
        return self._offices[office]

    def find(self, office: str | None) -> Office | None:
        return self._offices.get(office) if office else None

    def countries_for(self, keyed: str) -> tuple[Country, ...]:
        """See `countries.countries_for`."""
        return countries_for(keyed, self._countries)

    def country(self, iso: str) -> Country | None:
        return next((country for country in self._countries if country.iso == iso), None)

    def overseas_for(self, iso: str) -> OverseasAnswer:
        """By ISO code of the country of *residence* (policy A2)."""
        country = self.country(iso)
        if country is None or country.office is None:
            return OverseasAnswer(country, None, verified=False)
        return OverseasAnswer(country, self._offices[country.office], country.verified)

    def field_office_for(self, zip_code: str) -> ResidenceAnswer | None:
        """None for a ZIP that no row covers."""
        row = serving(zip_code, self._jurisdictions)
        if row is None:
            return None
        office = self._offices[row.office]
        return ResidenceAnswer(office, row.verified, f"ZIP {zip_code} is served by {office.name}")

    def serving(self, residence: Residence) -> Office | None:
        """The domestic office that serves this residence. None abroad: no request goes by an overseas
        office's unverified reach."""
        if residence.abroad or residence.zip is None:
            return None
        answer = self.field_office_for(residence.zip)
        return answer.office if answer else None

    def _check(self, named: Iterable[str]) -> None:
        for office in named:
            self.office(office)
