"""An agent makes sure who is speaking, as the agency's policy says. The outcome and the method are recorded,
the answers are not. The number that a caller rings from plays no part in it."""

from collections.abc import Mapping, Sequence

import msgspec

from tierline.calls.names import AgentId, Speaker, Through, TriedAt, Verification
from tierline.calls.state import Call
from tierline.calls.verification_events import AttemptAllowed, Verified
from tierline.desk.case_records import MARKS, case_records
from tierline.desk.center import Center
from tierline.desk.entitled import may_be_shown, viewer_of
from tierline.desk.refusal import Refused
from tierline.desk.speaking import language_of
from tierline.desk.values import new_value
from tierline.ivr.receipts import MalformedReceipt, readings
from tierline.ports.case_system import Asked, CaseRecord, CaseSystemAway
from tierline.staff.person import Person
from tierline.staff.verification.comparing import UnreadableAnswer, as_compared, right_answers
from tierline.staff.verification.policy import VerificationFile

METHOD = "questions"


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller says, by question; as whom; and whether by the mouth of an interpreter, or of the
    operator of a relay service, of whom nothing is asked."""

    receipt: str
    answers: Mapping[str, str]
    speaker: Speaker = "applicant"
    interpreter: bool = False
    relay: bool = False


async def verify(center: Center, call: Call, agent: AgentId, given: Given) -> Call:
    """Compares with the case. An unknown number, a protected case and a wrong answer fail in the same way,
    and count as one attempt each. Raises Refused, which counts as none, for what cannot be compared whatever
    the case is, where no attempt is left, and while the case system is away."""
    policy, person = policy_of(center), center.agency.staff[agent]
    tried_at = where_counted(policy, person)
    if attempts_left(policy, call, tried_at) < 1:
        raise Refused("no attempt is left here in this call. {instead}", instead=policy.used_up)
    answers = _comparable(policy, person, given, language_of(center, call))
    try:
        possible = readings(given.receipt, center.agency.receipts)
        found = await case_records(center, call, possible, Asked(MARKS, person.role))
    except MalformedReceipt as malformed:
        raise Refused("that is not a receipt number: it has three letters and ten digits") from malformed
    except CaseSystemAway as away:
        raise Refused(
            "the case system does not answer; help with general information, or try again"
        ) from away
    level, record = _recognised(center, policy, person, given.speaker, answers, found)
    matter = new_value("receipt", record.receipt) if record else None
    verified = Verified(
        level,
        METHOD,
        matter.ref if matter else None,
        agent,
        tried_at=tried_at,
        asked=tuple(answers),
        speaker=given.speaker,
        through=_through(call, given),
    )
    return await center.commit(call, verified, values=[matter] if matter else [])


async def allow_another(center: Center, call: Call, supervisor: AgentId) -> Call:
    """One more attempt by those who serve the caller now. Raises Refused. Within the call's turn."""
    policy, tried_at = policy_of(center), where_served(center, call)
    if tried_at is None:
        raise Refused("nobody serves this caller now")
    if call.served_now_by(supervisor):
        raise Refused("this is your own call: another supervisor may allow it")
    if attempts_left(policy, call, tried_at) > 0:
        raise Refused("there are attempts left: use those first")
    return await center.commit(call, AttemptAllowed(supervisor, tried_at))


def policy_of(center: Center) -> VerificationFile:
    """Raises Refused where the agency has none."""
    policy = center.agency.verification
    if policy is None:
        raise Refused("this agency has no cases to verify callers for; help with general information")
    return policy


def where_counted(policy: VerificationFile, person: Person) -> TriedAt:
    """Those cleared for the special verification have attempts of their own, or a caller could come to them
    with none left."""
    if policy.clears(person.grants):
        return "unit"
    assert person.tier, "only who takes calls verifies a caller"
    return person.tier


def where_served(center: Center, call: Call) -> TriedAt | None:
    """By the agent who has the caller; None while nobody does."""
    policy = center.agency.verification
    person = center.agency.staff.get(call.serving[0].agent) if call.serving else None
    return where_counted(policy, person) if policy and person and person.tier else None


def attempts_left(policy: VerificationFile, call: Call, tried_at: TriedAt) -> int:
    return max(0, policy.attempts - call.attempts_used(tried_at))


def facts_of(record: CaseRecord) -> dict[str, str]:
    """As answers are compared with them; of what a case may lack only what it has."""
    plain = {**record.identity, **msgspec.to_builtins(record)}
    return {name: value for name, value in plain.items() if isinstance(value, str) and value}


def _comparable(policy: VerificationFile, person: Person, given: Given, language: str) -> dict[str, str]:
    """Raises Refused for what would be a failed attempt whatever the case is."""
    if given.speaker == "representative" and not policy.representative:
        raise Refused("this agency verifies the applicant alone: ask to speak with them")
    try:
        answers = as_compared(policy, given.answers, language)
    except UnreadableAnswer as unreadable:
        raise Refused(
            "{question}: this date cannot be read; "
            "write it as 4 March 1980 or as 1980-03-04, with the whole year",
            question=policy.questions[unreadable.question].names,
        ) from unreadable
    besides = set(policy.besides(given.speaker))
    answered = set(answers)
    if not besides <= answered or not any(
        level.reached(answered) for _, level in policy.open_to(person.grants)
    ):
        raise Refused("too little was asked to verify anybody by: ask more of the questions")
    return answers


def _recognised(
    center: Center,
    policy: VerificationFile,
    person: Person,
    speaker: Speaker,
    answers: Mapping[str, str],
    found: Sequence[CaseRecord],
) -> tuple[Verification, CaseRecord | None]:
    """The highest level that is reached, and by which case. A case of which this person may be shown nothing
    at that level is none."""
    viewer, besides = viewer_of(person), set(policy.besides(speaker))
    right = [(record, right_answers(policy, answers, facts_of(record))) for record in found]
    for name, level in policy.open_to(person.grants):
        for record, correct in right:
            if besides <= correct and level.reached(correct) and may_be_shown(center, viewer, name, record):
                return name, record
    return "none", None


def _through(call: Call, given: Given) -> tuple[Through, ...]:
    """As the agent says, and as the center knows besides."""
    interpreter = given.interpreter or (call.interpreter is not None and call.interpreter.joined)
    spoken: list[tuple[Through, bool]] = [("interpreter", interpreter), ("relay", given.relay or call.relay)]
    return tuple(name for name, so in spoken if so)
