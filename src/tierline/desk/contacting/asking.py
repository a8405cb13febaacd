"""What a supervisor asks of an office: of which, about what, and who is in charge there now."""

import secrets
from typing import NamedTuple

from tierline.calls.asked_office import AskedOffice
from tierline.calls.contact_events import OfficeAsked, WantedOfOffice
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.values import new_value
from tierline.offices.contacts import Contact
from tierline.offices.designated import in_charge
from tierline.ports.store import Value


class Wish(NamedTuple):
    """As the supervisor fills it in. `key` is made once for each form: the same wish sent again asks nobody a
    second time. `number` is of a Service Request of the call, or empty; `reason` stays on record here, and
    goes to nobody."""

    key: str
    office: str
    subject: str
    wanted: WantedOfOffice
    number: str
    reason: str


def is_asked(call: Call, wish: Wish) -> bool:
    return any(asked.key == wish.key for asked in call.asked_offices)


def may_ask(center: Center, call: Call, wish: Wish) -> Contact:
    """Who is in charge now. Raises Refused, with what to do instead."""
    if call.practice:
        raise Refused("this is a practice call: no office is asked in it")
    if not wish.reason.strip():
        raise Refused("say in a few words what for: it stays on record here, and goes to nobody")
    if wish.number and wish.number not in call.requests:
        raise Refused("this Service Request is not of this call; choose one of those that are")
    now, agency = center.clock.now(), center.agency
    contact = in_charge(agency.contacts, wish.office, wish.subject, now, agency.holidays)
    if contact is None:
        raise Refused("this office names nobody for this subject; choose another")
    return contact


def begun(agent: AgentId, wish: Wish) -> tuple[OfficeAsked, Value]:
    why = new_value("reason", wish.reason.strip())
    asked = OfficeAsked(
        asking=_reference(),
        key=wish.key,
        agent=agent,
        office=wish.office,
        subject=wish.subject,
        wanted=wish.wanted,
        number=wish.number or None,
        reason=why.ref,
    )
    return asked, why


def the_asked(call: Call, asking: str) -> AskedOffice:
    """Raises NotFound."""
    found = next((asked for asked in call.asked_offices if asked.id == asking), None)
    if found is None:
        raise NotFound("no office was asked that in this call")
    return found


def _reference() -> str:
    """ "C4821-0937": short enough to be said, and guessed by nobody; it opens nothing."""
    digits = f"{secrets.randbelow(10**8):08}"
    return f"C{digits[:4]}-{digits[4:]}"
