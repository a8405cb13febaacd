"""The requests about the case that a caller is verified for, for whoever may know of them."""

from collections.abc import Sequence

from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.entitled import Shown
from tierline.requests.request import ServiceRequest

REQUESTS, QUESTION, REPLY = "requests", "office_question", "office_reply"
"""That there are such, what an office asks the caller, and the words of its replies: called like facts of the
case in the agency's entitlements."""


async def of_their_case(center: Center, call: Call, shown: Shown) -> Sequence[ServiceRequest]:
    """In the order of their making. None in practice, whose cases are nobody's. Raises StoreAway."""
    if REQUESTS not in shown.allowed or call.practice:
        return ()
    return await center.store.requests_about(shown.receipt)
