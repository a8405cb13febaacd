"""What the case system knows, as far as it can be taken at its word."""

from collections.abc import Sequence

from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.practice.facts import PracticeCases
from tierline.desk.practice.speaking import case_of_practice
from tierline.ports.case_system import AT_EASE, Asked, CaseRecord, CaseSystemAway

MARKS = frozenset({"flags"})
"""Whether a case is protected is asked at the moment at which somebody is verified for it."""


async def case_records(
    center: Center, call: Call, receipts: Sequence[str], asked: Asked = AT_EASE
) -> list[CaseRecord]:
    """Those that exist, in the order asked for; in a practice call, of the case that is practised alone.
    Raises CaseSystemAway, also for a case that nobody asked for: what a system that talks nonsense does not
    name is not known not to exist."""
    system = PracticeCases(case_of_practice(center, call)) if call.practice else center.cases
    found = await system.find(receipts, asked)
    if any(record.receipt not in receipts for record in found):
        raise CaseSystemAway("it answers with a case that nobody asked for")
    return found
