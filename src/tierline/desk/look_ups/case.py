"""Where a case stands, for a caller who proves that it is theirs."""

from msgspec.structs import replace

from tierline.calls.names import Through, Tier
from tierline.calls.state import Call
from tierline.calls.verification_events import Verified
from tierline.desk.case_records import MARKS, case_records
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.look_ups.receipt import IVR
from tierline.desk.speaking import language_of
from tierline.desk.verifying import attempts_left, facts_of
from tierline.ports.case_system import Asked, CaseRecord, CaseSystemAway
from tierline.staff.entitlement import disclose
from tierline.staff.verification.comparing import right_answers
from tierline.staff.verification.policy import VerificationFile

METHOD = "keypad"
TOLD = frozenset({"status", "next_steps", "updated"})
"""A caller hears no age of what is told, so that none of it is from before."""


async def case(center: Center, call: Call, about: Tier | None) -> Answer:
    """The status, if all that the agency's policy asks by keypad is right; unknown, protected and mistaken
    get the same words, and so does a caller who has tried too often."""
    policy = center.agency.verification
    keyed = await center.values.entered(call, "receipt") or ""
    try:
        records = await case_records(center, call, [keyed], Asked(MARKS | TOLD, "ivr"))
    except CaseSystemAway:
        return Answer("away")
    if policy is None or attempts_left(policy, call, "ivr") < 1:
        return Answer("not_verified")
    answers = await _keyed(center, call, policy)
    record = next(iter(records), None)
    check = _how(call, policy)
    if record is None or not _may_tell(center, policy, answers, record):
        return Answer("not_verified", events=(check,))
    language = language_of(center, call)
    status, next_steps = record.status_texts.get(language), record.next_steps.get(language)
    if not status or not next_steps or record.updated is None:
        return Answer("away")
    told = {"status": status, "next": next_steps, "as_of": record.updated.isoformat()}
    verified = replace(check, verification="basic", matter=call.entered("receipt"))
    return Answer("verified", told, events=(verified,))


def _how(call: Call, policy: VerificationFile) -> Verified:
    """A check that failed, so far: an operator who relays presses the caller's keys."""
    through: tuple[Through, ...] = ("relay",) if call.relay else ()
    return Verified("none", METHOD, None, None, tried_at="ivr", asked=policy.keypad, through=through)


async def _keyed(center: Center, call: Call, policy: VerificationFile) -> dict[str, str]:
    """The answers, which the flow collected as values of the kind that each question's fact is called."""
    facts = {name: policy.questions[name].fact for name in policy.keypad if name in policy.questions}
    keyed = {name: await center.values.entered(call, fact) for name, fact in facts.items()}
    return {name: value for name, value in keyed.items() if value}


def _may_tell(center: Center, policy: VerificationFile, answers: dict[str, str], record: CaseRecord) -> bool:
    right = right_answers(policy, answers, facts_of(record))
    if not policy.keypad or not right.issuperset(policy.keypad):
        return False
    fields = disclose(center.agency.entitlements, IVR, "basic", record.flags).fields
    return {"status", "next_steps"} <= fields
