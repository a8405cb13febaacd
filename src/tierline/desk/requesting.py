"""Makes a Service Request, routed to the one office that can resolve it, or a referral where that office is
overseas (policy A12–A14); the same matter again is a follow-up on the request that there is (ours)."""

from collections.abc import Mapping

import msgspec

from tierline.calls.names import IVR, AgentId
from tierline.calls.service_events import Referred, RequestCreated, RequestFollowedUp
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.entitled import case_known_to
from tierline.desk.practice.pretending import is_noted, pretend
from tierline.desk.refusal import Refused
from tierline.desk.requests.changing import step
from tierline.desk.requests.filled_in import RECEIPT, must_be_whole, tidied
from tierline.desk.speaking import say
from tierline.desk.values import new_value
from tierline.offices.jurisdictions import Residence
from tierline.ports.case_system import CaseRecord
from tierline.ports.store import Conflict, Fenced, Value
from tierline.requests.again import to_follow_up
from tierline.requests.events import RequestMade, Submitted
from tierline.requests.kinds import RequestKind, may_make
from tierline.requests.matching import RoutingFacts
from tierline.requests.numbers import confirmation_number, spoken_groups
from tierline.requests.request import ServiceRequest
from tierline.requests.routing import NoRoute, Referral, Routed, route

_PRACTICE = "practice"
"""In the place of a number: none is used up."""
_TRIES = 3


class Submission(msgspec.Struct, frozen=True):
    """What the agent filled in. `key` is made once for each form: the same submission sent again makes no
    second request (I3)."""

    key: str
    kind: str
    facts: Mapping[str, str]


class Made(msgspec.Struct, frozen=True):
    """`request` is the one that the submission made, or followed up (`again`). None where nothing of the kind
    was made now: a referral, practice, or a submission that was dealt with before."""

    call: Call
    request: ServiceRequest | None = None
    again: bool = False


async def submit(center: Center, call: Call, agent: AgentId, submission: Submission) -> Call:
    """Durable, then said to the caller. Raises Refused when something is missing or no office can be found.
    Within the call's turn."""
    record = await case_known_to(center, call, center.agency.staff[agent])
    made = await make(center, call, agent, submission, record)
    if made.request is None:
        return made.call
    return await say_number(center, made.call, made.request.number)


async def make(
    center: Center, call: Call, agent: AgentId, submission: Submission, record: CaseRecord | None
) -> Made:
    """Durable: a request, a follow-up on the one that there is, or a referral where the office is overseas;
    in practice none is more than noted. `record` is of the case that the caller was verified for, where
    whoever serves may know it. Raises Refused, as above. Within the call's turn."""
    if await _is_made(center, call, submission.key):
        return Made(call)
    kind = _kind(center, agent, submission)
    submission = msgspec.structs.replace(submission, facts=tidied(center, submission.facts))
    about = record.receipt if record and call.matter else None
    async with center.matters.in_hand.of(about or submission.key):
        again = None
        # A form may name another case than the one that the caller was verified for.
        if about and submission.facts.get(RECEIPT, about) == about and not call.practice:
            again = await _follow_up(center, call, agent, kind, submission, about)
        return again or await _make_new(center, call, agent, kind, submission, record)


async def _follow_up(
    center: Center, call: Call, agent: AgentId, kind: RequestKind, submission: Submission, about: str
) -> Made | None:
    """None where there is no request that waits for an answer to this."""
    values = _values_of(submission)
    facts = {fact: value.ref for fact, value in values.items()}
    again = Submitted(by=agent, key=submission.key, call=call.id, facts=facts)
    for _ in range(_TRIES):
        before = to_follow_up(kind, await center.store.requests_about(about))
        if before is None:
            return None
        change = step(before.number, before, center.clock.now(), [again], list(values.values()))
        told = RequestFollowedUp(before.number, kind.id, before.office, tuple(facts), agent)
        try:
            call = await center.commit(call, told, requests=[change])
        except Fenced:
            raise
        except Conflict:
            continue  # its office did something with it at that moment
        center.matters.changed(before.number)
        return Made(call, change.request, again=True)
    raise Refused("somebody else has just changed this request: look at it again")


async def _make_new(
    center: Center,
    call: Call,
    agent: AgentId,
    kind: RequestKind,
    submission: Submission,
    record: CaseRecord | None,
) -> Made:
    number = _PRACTICE if call.practice else confirmation_number(await center.store.next_request_serial())
    destination = route(
        center.agency.routing,
        center.agency.directory,
        _routing_facts(submission, record),
        request_number=number,
        at=center.clock.now(),
    )
    match destination:
        case NoRoute(why=why):
            raise Refused("no office could be found for this: {why}. Ask a supervisor.", why=why)
        case Referral(office=office) if call.practice:
            return Made(await pretend(center, call, agent, "referral", kind.id, office.id, submission.key))
        case Referral(office=office) if office.id in call.referrals:
            return Made(call)
        case Referral(office=office, because=because):
            return Made(await center.commit(call, Referred(office.id, tuple(m.says for m in because), agent)))
        case Routed(office=office) if call.practice:
            return Made(await pretend(center, call, agent, "request", kind.id, office.id, submission.key))
        case Routed() as routed:
            return await _create(center, call, agent, kind, submission, routed, number, record)


async def _is_made(center: Center, call: Call, key: str) -> bool:
    if call.practice:
        return await is_noted(center, call, key)
    return await center.store.request_by_key(key) is not None


async def _create(
    center: Center,
    call: Call,
    agent: AgentId,
    kind: RequestKind,
    submission: Submission,
    routed: Routed,
    number: str,
    record: CaseRecord | None,
) -> Made:
    values = _values_of(submission)
    # Of its own, as the facts are: the request may be kept for longer than the call.
    receipt = new_value("receipt", record.receipt) if record and call.matter else None
    because = tuple(matched.says for matched in routed.because)
    made = RequestMade(
        by=agent,
        key=submission.key,
        call=call.id,
        kind=kind.id,
        priority=kind.priority,
        receipt=receipt.ref if receipt else None,
        facts={fact: value.ref for fact, value in values.items()},
        office=routed.office.id,
        because=because,
        target=kind.target,
    )
    created = RequestCreated(number, kind.id, routed.office.id, because, agent)
    kept = [*values.values(), *([receipt] if receipt else [])]
    change = step(number, None, center.clock.now(), [made], kept)
    return Made(await center.commit(call, created, requests=[change]), change.request)


def _values_of(submission: Submission) -> dict[str, Value]:
    return {fact: new_value(fact, value) for fact, value in submission.facts.items()}


async def say_number(center: Center, call: Call, number: str) -> Call:
    """Twice, in groups that can be written down, to the caller where they are."""
    return await say(center, call, ["confirmation-number"], {"spoken": ", ".join(spoken_groups(number))})


def _kind(center: Center, agent: AgentId, submission: Submission) -> RequestKind:
    kind = center.agency.kinds.kind(submission.kind)
    role = "ivr" if agent == IVR else center.agency.staff[agent].role
    if kind is None or not may_make(kind, role):
        raise Refused("this kind of request is not one you can make; choose another")
    must_be_whole(center, kind, submission.facts)
    return kind


def _routing_facts(submission: Submission, record: CaseRecord | None) -> RoutingFacts:
    zip_code = submission.facts.get("zip") or (record.zip if record else "")
    return RoutingFacts(
        kind=submission.kind,
        file_office=(record.file_office or None) if record else None,
        processing_office=(record.processing_office or None) if record else None,
        residence=Residence(zip=zip_code) if zip_code else None,
    )
