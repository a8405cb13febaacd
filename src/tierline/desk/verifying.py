"""An agent makes sure who is speaking. The outcome and the method are recorded, the answers are not."""

import unicodedata
from datetime import date

from tierline.calls.events import Verified
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.desk.case_records import case_records
from tierline.desk.center import Center
from tierline.desk.entitled import viewer_of
from tierline.desk.refusal import Refused
from tierline.desk.values import new_value
from tierline.ivr.receipts import MalformedReceipt, readings
from tierline.ports.case_system import CaseRecord, CaseSystemAway
from tierline.staff.entitlement import disclose

METHOD = "name and date of birth"


async def verify(center: Center, call: Call, agent: AgentId, receipt: str, name: str, born: date) -> Call:
    """Compares what the caller answered with the case. An unknown number, a protected case and a wrong answer
    leave the call unverified in the same way. Raises Refused for what cannot be a receipt number, or while
    the case system is away."""
    try:
        possible = readings(receipt, center.agency.receipts)
        found = await case_records(center, call, possible)
    except MalformedReceipt as malformed:
        raise Refused("that is not a receipt number: it has three letters and ten digits") from malformed
    except CaseSystemAway as away:
        raise Refused(
            "the case system does not answer; help with general information, or try again"
        ) from away
    match = next((r for r in found if _same(r, name, born) and _may_be_shown(center, agent, r)), None)
    if match is None:
        return await center.commit(call, Verified("none", METHOD, None, agent))
    matter = new_value("receipt", match.receipt)
    return await center.commit(call, Verified("basic", METHOD, matter.ref, agent), values=[matter])


def _same(record: CaseRecord, name: str, born: date) -> bool:
    return record.date_of_birth == born and _plain(record.applicant) == _plain(name)


def _plain(name: str) -> str:
    """Without accents, case and spacing, which callers and systems write differently."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return " ".join(
        "".join(c if c.isalnum() or c.isspace() else " " if c == "-" else "" for c in letters).split()
    )


def _may_be_shown(center: Center, agent: AgentId, record: CaseRecord) -> bool:
    viewer = viewer_of(center.agency.staff[agent])
    return bool(disclose(center.agency.entitlements, viewer, "basic", record.flags).fields)
