"""What came of the call: Service Requests and referrals, and the kinds of request that can be made."""

from collections.abc import Container, Iterable, Mapping
from datetime import date, datetime

import msgspec

from tierline.calls.events import Recorded
from tierline.calls.service_events import Referred, RequestCreated
from tierline.desk import wording
from tierline.desk.as_known import Known
from tierline.desk.center import Center
from tierline.desk.requests.time import due_on
from tierline.desk.views import words
from tierline.desk.views.caller_said import KeyedView
from tierline.offices.hours import WeeklyHours
from tierline.ports.agency import Agency
from tierline.requests.again import is_followed_up
from tierline.requests.kinds import FactNeeded, RequestKind, may_make
from tierline.requests.numbers import spoken_groups
from tierline.requests.request import ServiceRequest
from tierline.requests.target import Target
from tierline.staff.person import Person


class RequestView(msgspec.Struct, frozen=True, kw_only=True):
    """`spoken` is the number in groups, as it is said to the caller. `because` is empty for those who may not
    know why. One that this call followed up was made before, at `made_at`."""

    number: str
    spoken: str
    kind_names: Mapping[str, str]
    office: str
    office_name: str
    because: tuple[str, ...]
    due: date | None
    followed_up: bool
    made_at: datetime


class ReferralView(msgspec.Struct, frozen=True, kw_only=True):
    """Without `verified` nothing of this may be told as certain (policy A2)."""

    office: str
    office_name: str
    address: str | None
    phone: str | None
    email: str | None
    hours: str | None
    because: tuple[str, ...]
    verified: bool


class NeedView(msgspec.Struct, frozen=True, kw_only=True):
    """`value` is what is known of it already, to be asked and changed."""

    name: str
    names: Mapping[str, str]
    form: str
    choices: tuple[str, ...]
    value: str


class KindView(msgspec.Struct, frozen=True, kw_only=True):
    """`follows_up`: handed in again before the answer, it is added to the request that there is."""

    id: str
    names: Mapping[str, str]
    needs: tuple[NeedView, ...]
    priority: bool
    target: Target
    follows_up: bool


async def requests(center: Center, known: Known, *, why: bool) -> tuple[RequestView, ...]:
    found = [await center.store.request(number) for number in known.call.requests]
    now = center.clock.now()
    made = {r.event.number for r in known.history if isinstance(r.event, RequestCreated)}
    return tuple(_request(center.agency, request, made, why, now) for request in found if request)


def referrals(agency: Agency, history: Iterable[Recorded], *, why: bool) -> tuple[ReferralView, ...]:
    """The last referral to each office."""
    referred = {r.event.office: r.event for r in history if isinstance(r.event, Referred)}
    views = [_referral(agency, event, why) for event in referred.values()]
    return tuple(view for view in views if view)


def kinds(
    agency: Agency, person: Person, keyed: Iterable[KeyedView], case: Mapping[str, str]
) -> tuple[KindView, ...]:
    """Those that this person may make, filled in with what the caller keyed and what they may see of the
    case, by its codes."""
    by_keypad = {one.kind: one.value for one in keyed}
    offered = [kind for kind in agency.kinds.kinds if may_make(kind, person.role)]
    return tuple(_kind(agency, kind, by_keypad, case) for kind in offered)


def kind_names(agency: Agency, kind: str) -> Mapping[str, str]:
    """By language; an agency may have given up a kind since."""
    known = agency.kinds.kind(kind)
    return known.names if known else {"en": kind}


def _request(
    agency: Agency, request: ServiceRequest, made: Container[str], why: bool, now: datetime
) -> RequestView:
    return RequestView(
        number=request.number,
        spoken=", ".join(spoken_groups(request.number)),
        kind_names=kind_names(agency, request.kind),
        office=request.office,
        office_name=words.office(agency, request.office),
        because=request.because if why else (),
        due=due_on(agency, request, now),
        followed_up=request.number not in made,
        made_at=request.created_at,
    )


def _referral(agency: Agency, event: Referred, why: bool) -> ReferralView | None:
    office = agency.directory.find(event.office)
    if office is None:
        return None
    return ReferralView(
        office=office.id,
        office_name=office.name,
        address=", ".join(office.address) or None,
        phone=office.phone,
        email=office.email,
        hours=_hours(office.hours) or None,
        because=event.because if why else (),
        verified=office.verified,
    )


def _hours(hours: WeeklyHours) -> str:
    return "; ".join(f"{days}, {opens} – {closes}" for days, opens, closes in wording.weekly(hours, "en"))


def _kind(agency: Agency, kind: RequestKind, keyed: Mapping[str, str], case: Mapping[str, str]) -> KindView:
    return KindView(
        id=kind.id,
        names=kind.names,
        needs=tuple(_need(fact, keyed, case) for fact in agency.kinds.needed_by(kind)),
        priority=kind.priority,
        target=kind.target,
        follows_up=is_followed_up(kind),
    )


def _need(fact: FactNeeded, keyed: Mapping[str, str], case: Mapping[str, str]) -> NeedView:
    known = keyed.get(fact.keyed) or case.get(fact.of_case, "")
    return NeedView(name=fact.id, names=fact.labels, form=fact.form, choices=fact.choices, value=known)
