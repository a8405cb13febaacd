"""The same matter handed in once more: on the request that waits for its answer already, not as another one.

Users of the peers ask for it first: one number, one office, one history, whoever they speak to.
"""

from collections.abc import Iterable

from tierline.requests.kinds import RequestKind
from tierline.requests.request import ServiceRequest


def is_followed_up(kind: RequestKind) -> bool:
    """Whether a further submission about the same case belongs to the request before."""
    return kind.about_a_case and kind.again == "follow_up"


def to_follow_up(kind: RequestKind, of_the_case: Iterable[ServiceRequest]) -> ServiceRequest | None:
    """Of these, which are in the order of their making, the one that a submission of this kind is added to.
    None where it is a new request."""
    if not is_followed_up(kind):
        return None
    return next((r for r in of_the_case if r.kind == kind.id and r.status != "answered"), None)
