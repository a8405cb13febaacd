"""What the case system knows, as far as it can be taken at its word."""

from collections.abc import Sequence

from tierline.desk.center import Center
from tierline.ports.case_system import CaseRecord, CaseSystemAway


async def case_records(center: Center, receipts: Sequence[str]) -> list[CaseRecord]:
    """Those that exist, in the order asked for. Raises CaseSystemAway, also for a case that nobody asked for:
    what a system that talks nonsense does not name is not known not to exist."""
    found = await center.cases.find(receipts)
    if any(record.receipt not in receipts for record in found):
        raise CaseSystemAway("it answers with a case that nobody asked for")
    return found
