"""A Service Request that a verified caller makes in the IVR, of a kind that the agency opened to it."""

from tierline.calls.names import IVR
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.entitled import PLACES, case_of
from tierline.desk.look_ups.answer import Answer
from tierline.desk.look_ups.office import in_words
from tierline.desk.look_ups.receipt import IVR as VIEWER
from tierline.desk.look_ups.still_asked import turn_if_still_asked
from tierline.desk.refusal import NotFilledIn, Refused
from tierline.desk.requesting import Submission, make
from tierline.desk.requests.time import due_on
from tierline.ivr.steps import MakeRequest
from tierline.ports.case_system import Asked, CaseRecord
from tierline.ports.store import StoreAway
from tierline.staff.entitlement import disclose


async def make_request(center: Center, call: Call, step: MakeRequest) -> Answer:
    """Durable when it returns. The same request again, on the same call and matter, is the one that was
    made; on a later call it is added to that."""
    asked = center.asked.get(call.id)
    kind = center.agency.kinds.kind(step.kind)
    if kind is None or (kind.about_a_case and (call.matter is None or call.verification == "none")):
        return Answer("refused")
    submission = Submission(
        f"{call.id}-{step.kind}-{call.matter or ''}", step.kind, await _facts(center, call, step)
    )
    try:
        if made := await center.store.request_by_key(submission.key):
            return Answer("exists", {"number": made.number})
        record = await _known_case(center, call)
        async with turn_if_still_asked(center, call.id, asked) as now:
            if now is None:
                return Answer("away")
            after = await make(center, now, IVR, submission, record)
    except NotFilledIn:
        return Answer("refused")  # what was keyed cannot be it, as a day that is still to come
    except (Refused, StoreAway):
        return Answer("away")
    if after.request is None:
        office = center.agency.directory.office(after.call.referrals[-1])
        return Answer("referred", in_words(center, call, office))
    if after.again:
        return Answer("exists", {"number": after.request.number})
    last = due_on(center.agency, after.request, center.clock.now())
    return Answer("created", {"number": after.request.number, "due_on": last.isoformat() if last else ""})


async def _known_case(center: Center, call: Call) -> CaseRecord | None:
    """None also for one that has been marked, since the caller was verified, to look unknown."""
    record = await case_of(center, call, Asked(PLACES))
    if record is None:
        return None
    known = disclose(center.agency.entitlements, VIEWER, call.verification, record.flags).known
    return record if known else None


async def _facts(center: Center, call: Call, step: MakeRequest) -> dict[str, str]:
    """Words as the flow has them; `$kind` is what the caller keyed."""
    return {
        fact: (await center.values.entered(call, said[1:]) or "") if said.startswith("$") else said
        for fact, said in step.facts.items()
    }
