"""The overseas office with jurisdiction over a country of residence (policy A2)."""

from tierline.calls.names import Tier
from tierline.calls.service_events import Referred
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.look_ups.office import in_words
from tierline.desk.speaking import language_of
from tierline.ivr.session import Option
from tierline.offices.countries import Country

MOST_OPTIONS = 6
"""Countries of one dialling code that a caller is asked to choose from; of more, the area code is asked
for."""


async def overseas_office(center: Center, call: Call, about: Tier | None) -> Answer:
    """What is not verified is never said as fact."""
    countries = countries_of(center, await center.values.entered(call, "country") or "")
    language = language_of(center, call)
    if len(countries) > MOST_OPTIONS:
        return Answer("too_many")
    if len(countries) > 1:
        return Answer("several", options=tuple(_option(c, language) for c in countries))
    found = center.agency.directory.overseas_for(countries[0].iso) if countries else None
    if found is None or found.office is None or found.country is None:
        return Answer("unknown")
    told = {**in_words(center, call, found.office), "country": found.country.called(language)}
    return Answer("verified" if found.verified and found.office.verified else "unverified", told)


async def refer(center: Center, call: Call, what: str) -> Answer:
    """The caller has been given that office's contact: once on record, however often it is repeated."""
    countries = countries_of(center, await center.values.entered(call, "country") or "")
    office = center.agency.directory.overseas_for(countries[0].iso).office if countries else None
    if office is None or office.id in call.referrals:
        return Answer("then")
    because = (f"lives in {countries[0].called('en')}",)
    return Answer("then", events=(Referred(office.id, because, None),))


def countries_of(center: Center, entered: str) -> tuple[Country, ...]:
    """As keyed, or as chosen from those that share a dialling code (an ISO code)."""
    chosen = center.agency.directory.country(entered)
    return (chosen,) if chosen else center.agency.directory.countries_for(entered)


def _option(country: Country, language: str) -> Option:
    return Option(country.iso, {"country": country.called(language)})
