from datetime import date

import pytest

from tests.sample_agency import directory, read
from tierline.offices.countries import CountriesFile, Country
from tierline.offices.directory import Directory, UnknownOffice
from tierline.offices.jurisdictions import Jurisdiction, JurisdictionsFile, Residence
from tierline.offices.office import OfficesFile

DIRECTORY = directory()


@pytest.mark.clause("A2")
@pytest.mark.parametrize(
    ("keyed", "office"),
    [
        ("52", "mexico-city"),
        ("91", "new-delhi"),
        ("254", "nairobi"),
        ("503", "san-salvador"),
        ("01152", "mexico-city"),
    ],
)
def test_a_country_is_keyed_as_its_dialling_code_and_leads_to_its_overseas_office(
    keyed: str, office: str
) -> None:
    (country,) = DIRECTORY.countries_for(keyed)
    answer = DIRECTORY.overseas_for(country.iso)
    assert answer.verified
    assert answer.office is not None
    assert answer.office.id == office


def test_a_code_that_several_countries_share_gives_them_all() -> None:
    assert {"CA", "JM", "BS"} <= {country.iso for country in DIRECTORY.countries_for("1")}
    assert {country.iso for country in DIRECTORY.countries_for("7")} == {"RU", "KZ"}
    assert len(DIRECTORY.countries_for("44")) == 4


def test_an_area_code_tells_countries_that_share_a_code_apart() -> None:
    assert [country.iso for country in DIRECTORY.countries_for("1876")] == ["JM"]


@pytest.mark.parametrize("keyed", ["", "0", "999", "5", "abc"])
def test_a_code_that_no_country_has_gives_none(keyed: str) -> None:
    assert DIRECTORY.countries_for(keyed) == ()


def test_the_united_states_is_not_a_country_abroad() -> None:
    assert "US" not in {country.iso for country in DIRECTORY.countries_for("1")}


@pytest.mark.clause("A2")
def test_an_office_for_a_country_that_nobody_checked_is_never_stated_as_fact() -> None:
    guessed = DIRECTORY.overseas_for("NP")
    assert guessed.office is not None
    assert not guessed.verified


@pytest.mark.clause("A2")
def test_only_the_country_an_overseas_office_stands_in_is_verified() -> None:
    verified = {c.iso for c in read("countries.yaml", CountriesFile).countries if c.verified}
    assert verified == {"CU", "GT", "HN", "IN", "KE", "MX", "QA", "SV", "TR"}


def test_a_country_without_an_office_in_the_list_gives_none() -> None:
    for iso in ("AL", "ZZ"):
        answer = DIRECTORY.overseas_for(iso)
        assert answer.office is None
        assert not answer.verified


def test_every_country_has_a_name_in_every_language_of_the_agency() -> None:
    for country in read("countries.yaml", CountriesFile).countries:
        assert country.names.keys() == {"en", "es"}


def test_offices_are_called_as_the_language_calls_them() -> None:
    assert DIRECTORY.office("new-delhi").called("es") == "Oficina de Nueva Delhi"
    assert DIRECTORY.office("new-delhi").called("en") == "New Delhi Field Office"


@pytest.mark.clause("A13")
def test_a_zip_code_is_served_by_the_field_office_whose_row_says_so() -> None:
    answer = DIRECTORY.field_office_for("07102")
    assert answer is not None
    assert answer.office.id == "newark"
    assert not answer.verified
    assert answer.because == "ZIP 07102 is served by Newark Field Office"


def test_a_zip_code_that_no_row_covers_has_no_office() -> None:
    assert DIRECTORY.field_office_for("09001") is None


def test_the_longest_prefix_decides() -> None:
    offices = OfficesFile((DIRECTORY.office("newark"), DIRECTORY.office("boston")))
    rows = JurisdictionsFile((_row("newark", "070-079"), _row("boston", "07102")))
    small = Directory(offices, CountriesFile(()), rows)
    served = [small.field_office_for(zip_code) for zip_code in ("07102", "07103")]
    assert [answer.office.id for answer in served if answer] == ["boston", "newark"]


def test_nobody_abroad_is_served_by_a_domestic_office() -> None:
    assert DIRECTORY.serving(Residence(country="NP", zip="07102")) is None


def test_an_id_that_the_directory_does_not_have_is_an_error() -> None:
    with pytest.raises(UnknownOffice, match="atlantis"):
        DIRECTORY.office("atlantis")


def test_a_country_that_names_an_office_there_is_not_is_refused() -> None:
    nowhere = Country(
        iso="AL",
        dialling_code="355",
        names={"en": "Albania"},
        office="atlantis",
        source="test",
        verified=False,
        as_of=date(2026, 1, 1),
    )
    with pytest.raises(UnknownOffice):
        Directory(OfficesFile(()), CountriesFile((nowhere,)), JurisdictionsFile(()))


@pytest.mark.parametrize("bad", ["", "1234567", "100-1000", "abc"])
def test_a_jurisdiction_takes_only_zip_prefixes(bad: str) -> None:
    with pytest.raises(ValueError, match="newark"):
        _row("newark", bad)


def test_the_sample_agency_gives_no_real_contact_data() -> None:
    for office in DIRECTORY.offices:
        assert all("Sample" in line for line in office.address)
        assert office.phone is None or "-555-01" in office.phone
        assert office.email is None or office.email.endswith("@sample.invalid")


def test_office_ids_and_kinds_of_office_are_never_the_same_word() -> None:
    assert not {o.id for o in DIRECTORY.offices} & {o.kind for o in DIRECTORY.offices}
    assert len({o.id for o in DIRECTORY.offices}) == len(DIRECTORY.offices)


def _row(office: str, *zips: str) -> Jurisdiction:
    return Jurisdiction(office=office, zips=zips, source="test", verified=False, as_of=date(2026, 1, 1))
