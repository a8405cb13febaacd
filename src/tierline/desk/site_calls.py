"""A call as whoever reviews what one site told callers may know it: one that is over, and only if somebody of
theirs told the caller something in it."""

from collections.abc import Sequence

from tierline.calls.events import Recorded
from tierline.calls.names import CallId
from tierline.calls.reviewed import Told
from tierline.calls.state import Call
from tierline.desk.as_known import Known, as_known_to
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound
from tierline.desk.theirs import reviews
from tierline.privacy.accesses import WORDS
from tierline.privacy.known import matters_of
from tierline.staff.person import Person


async def of_theirs(center: Center, person: Person, of: CallId) -> Known:
    """Raises NotFound for any other call, whether it exists or not."""
    call = await center.call(of)
    known = await known_if_theirs(center, person, call) if call else None
    if known is None:
        raise NotFound("there is no such call of your site")
    return known


async def known_if_theirs(center: Center, person: Person, call: Call) -> Known | None:
    if call.phase != "ended" or call.practice:
        return None
    known = await as_known_to(center, await center.history(call.id), person)
    return known if any(reviews(center, person, told.agent) for told in told_in(known.history)) else None


def told_in(history: Sequence[Recorded]) -> list[Told]:
    return [recorded.event for recorded in history if isinstance(recorded.event, Told)]


def words_seen(center: Center, person: Person, known: Known) -> None:
    """On record, for every case that the call was about as this person knows it."""
    for matter in {known.call.matter, *matters_of(known.history)}:
        center.looks.seen(person, known.call.id, [WORDS], matter=matter)
