"""Which office serves a residence, and how to reach it."""

from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk import wording
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.speaking import language_of
from tierline.ivr.effects import Arguments
from tierline.offices.office import Office
from tierline.ports.prompts import Prompts


async def office(center: Center, call: Call, about: Tier | None) -> Answer:
    """By ZIP. What is not verified is never said as fact."""
    keyed = await center.values.entered(call, "zip") or ""
    found = center.agency.directory.field_office_for(keyed)
    if found is None:
        return Answer("unknown")
    told = in_words(center, call, found.office)
    return Answer("verified" if found.verified and found.office.verified else "unverified", told)


def in_words(center: Center, call: Call, office: Office) -> Arguments:
    """Name, contact, hours, and the time it is there now; contact and hours as they are written too. A part
    that is not published is said to be so."""
    language, prompts = language_of(center, call), center.prompts_of(call)
    hours = "; ".join(
        f"{days}, {start} – {end}" for days, start, end in wording.weekly(office.hours, language, prompts)
    )
    return {
        "office": office.called(language),
        "contact": _contact(prompts, office, language),
        "hours": f"{hours}." if hours else prompts.words("no-hours", language, {}),
        "written_contact": _written_contact(prompts, office, language),
        "written_hours": wording.weekly_written(office.hours, language)
        or prompts.words("no-hours", language, {}),
        "local_time": wording.local_time(center.clock.now(), office.hours, language),
    }


def _contact(prompts: Prompts, office: Office, language: str) -> str:
    said = []
    if office.phone:
        phone = {"phone": _one_by_one(office.phone)}
        said.append(prompts.words("contact-phone", language, phone))
    if office.address:
        address = {"address": ", ".join(office.address)}
        said.append(prompts.words("contact-address", language, address))
    return " ".join(said) or prompts.words("no-contact", language, {})


def _written_contact(prompts: Prompts, office: Office, language: str) -> str:
    """Telephone and address, as the directory writes them."""
    parts = [*([office.phone] if office.phone else []), *office.address]
    return f"{', '.join(parts)}." if parts else prompts.words("no-contact", language, {})


def _one_by_one(phone: str) -> str:
    """Digits that can be written down while they are said."""
    return " ".join(c if c.isdigit() else "," for c in phone if c.isdigit() or c == "-")
