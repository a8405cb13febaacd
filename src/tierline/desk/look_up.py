"""What the flow may ask of the center, by name. Every answer is an outcome that the flow branches on, and
words for its prompts."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime

import msgspec

from tierline.calls.events import AnyEvent, Entered, Referred, Verified
from tierline.calls.state import Call
from tierline.desk import wording
from tierline.desk.center import Center
from tierline.desk.opening import is_open, opens_next
from tierline.desk.speaking import language_of
from tierline.ivr.receipts import MalformedReceipt, readings
from tierline.ports.case_system import CaseRecord, CaseSystemAway
from tierline.ports.store import Value
from tierline.staff.entitlement import Viewer, disclose

IVR = Viewer(role="ivr")


class Answer(msgspec.Struct, frozen=True):
    outcome: str
    arguments: Mapping[str, str] = {}
    events: tuple[AnyEvent, ...] = ()
    values: tuple[Value, ...] = ()


async def look_up(center: Center, call: Call, what: str) -> tuple[Call, Answer]:
    """Within the call's turn. Raises KeyError for a name that is none of `LOOK_UPS`, which the agency's
    checker finds first."""
    answer = await LOOK_UPS[what](center, call)
    if answer.events:
        call = await center.commit(call, *answer.events, values=answer.values)
    return call, answer


async def _receipt(center: Center, call: Call) -> Answer:
    """Where two cases fit what was keyed, the caller is asked; a case that the IVR may not know of fits
    nothing."""
    keyed = await center.entered(call, "receipt") or ""
    try:
        possible = readings(keyed, center.agency.receipts)
        existing = [r.receipt for r in await center.cases.find(possible) if _may_know(center, r)]
    except MalformedReceipt:
        return Answer("malformed")
    except CaseSystemAway:
        return Answer("away")
    if len(existing) > 1:
        first, second = existing[:2]
        return Answer(
            "several",
            {
                "first_receipt": first,
                "second_receipt": second,
                "first_letters": " ".join(first[:3]),
                "second_letters": " ".join(second[:3]),
            },
        )
    meant = center.value("receipt", (existing or list(possible))[0])
    return Answer("one", events=(Entered("receipt", meant.ref),), values=(meant,))


def _may_know(center: Center, record: CaseRecord) -> bool:
    return disclose(center.agency.entitlements, IVR, "none", record.flags).known


async def _case(center: Center, call: Call) -> Answer:
    """The status, if the date of birth is the applicant's; unknown, protected and mistaken all get the same
    words."""
    receipt = await center.entered(call, "receipt") or ""
    born = _birth_date(await center.entered(call, "date_of_birth") or "")
    try:
        record = next(iter(await center.cases.find([receipt])), None)
    except CaseSystemAway:
        return Answer("away")
    matches = record is not None and born == record.date_of_birth
    fields = (
        disclose(center.agency.entitlements, IVR, "basic" if matches else "none", record.flags).fields
        if record
        else frozenset()
    )
    if record is None or not {"status", "next_steps"} <= fields:
        return Answer("not_verified", events=(Verified("none", "keyed date of birth", None, None),))
    language = language_of(center, call)
    told = {
        "status": record.status_texts[language],
        "next": record.next_steps[language],
        "as_of": wording.day(datetime.combine(record.updated, datetime.min.time()), language),
    }
    verified = Verified("basic", "keyed date of birth", call.entered("receipt"), None)
    return Answer("verified", told, events=(verified,))


def _birth_date(keyed: str) -> date | None:
    """Keyed MMDDYYYY."""
    try:
        return date(int(keyed[4:]), int(keyed[:2]), int(keyed[2:4]))
    except ValueError:
        return None


async def _hours(center: Center, call: Call) -> Answer:
    """The first tier's published hours, and whether someone is there now."""
    language = language_of(center, call)
    tier = center.agency.tiers.tier("1")
    zone = wording.zone(tier.hours, language)
    lines = [
        center.prompts.words(
            "hours-line",
            language,
            {"tier": tier.names[language], "days": days, "from": start, "to": end, "zone": zone},
        )
        for days, start, end in wording.weekly(tier.hours, language, center.prompts)
    ]
    told = {"hours": " ".join(lines), "opens": opens_next(center, "1", language)}
    return Answer("open" if is_open(center, "1") else "closed", told)


async def _tier_1_open(center: Center, call: Call) -> Answer:
    opens = opens_next(center, "1", language_of(center, call))
    return Answer("open" if is_open(center, "1") else "closed", {"opens": opens})


async def _overseas_office(center: Center, call: Call) -> Answer:
    """By country of residence (policy A2). What is not verified is never said as fact."""
    keyed = await center.entered(call, "country") or ""
    countries = center.agency.directory.countries_for(keyed)
    answer = center.agency.directory.overseas_for(countries[0].iso) if countries else None
    if answer is None or answer.office is None or answer.country is None:
        return Answer("unknown")
    language, office = language_of(center, call), answer.office
    hours = "; ".join(
        f"{days}, {start} – {end}"
        for days, start, end in wording.weekly(office.hours, language, center.prompts)
    )
    told = {
        "country": answer.country.called(language),
        "office": office.called(language),
        "contact": contact_in_words(center, office.phone, office.address, language),
        "hours": f"{hours}." if hours else center.prompts.words("no-hours", language, {}),
        "local_time": wording.local_time(center.clock.now(), office.hours, language),
    }
    because = (f"lives in {answer.country.called('en')}",)
    return Answer(
        "verified" if answer.verified and office.verified else "unverified",
        told,
        events=(Referred(office.id, because, None),),
    )


def contact_in_words(center: Center, phone: str | None, address: tuple[str, ...], language: str) -> str:
    """As the IVR says it; a part that is not published is left out."""
    said = []
    if phone:
        said.append(center.prompts.words("contact-phone", language, {"phone": _one_by_one(phone)}))
    if address:
        said.append(center.prompts.words("contact-address", language, {"address": ", ".join(address)}))
    return " ".join(said) or center.prompts.words("no-contact", language, {})


def _one_by_one(phone: str) -> str:
    """Digits that can be written down while they are said."""
    return " ".join(c if c.isdigit() else "," for c in phone if c.isdigit() or c == "-")


LOOK_UPS: Mapping[str, Callable[[Center, Call], Awaitable[Answer]]] = {
    "receipt": _receipt,
    "case": _case,
    "hours": _hours,
    "tier_1_open": _tier_1_open,
    "overseas_office": _overseas_office,
}
