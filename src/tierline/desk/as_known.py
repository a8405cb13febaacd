"""The history of a call as one person may know it: where a colleague has specially verified the caller of a
case that has to look unknown to this person, the check failed, as it fails for every unknown number."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from tierline.calls.away_events import HistoryLost
from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.fold import fold
from tierline.calls.names import Ref
from tierline.calls.state import Call
from tierline.calls.verification_events import Verified
from tierline.desk.center import Center
from tierline.desk.entitled import cleared, record_known_to
from tierline.desk.refusal import Refused
from tierline.staff.person import Person


async def as_known_to(center: Center, history: Sequence[Recorded], person: Person) -> Sequence[Recorded]:
    special = {matter for recorded in history if (matter := _specially_verified(recorded.event))}
    if not special:
        return history
    call = fold(history)
    hidden = {matter for matter in special if not await _may_know(center, call, matter, person)}
    return [replace(r, event=_without(r.event, hidden)) for r in history] if hidden else history


async def _may_know(center: Center, call: Call, matter: Ref, person: Person) -> bool:
    """While the system is away, which case it is cannot be asked: then those alone who are cleared."""
    try:
        return await record_known_to(center, call, matter, "special", person) is not None
    except Refused:
        return cleared(center, person)


def _specially_verified(event: AnyEvent) -> Ref | None:
    match event:
        case Verified(verification="special", matter=matter):
            return matter
        case HistoryLost(state=Call(verification="special", matter=matter)):
            return matter
        case _:
            return None


def _without(event: AnyEvent, hidden: AbstractSet[Ref]) -> AnyEvent:
    match event:
        case Verified(matter=matter) if matter in hidden:
            return replace(event, verification="none", matter=None)
        case HistoryLost(state=state) if state.matter in hidden:
            unverified = replace(state, verification="none", matter=None, recognised=None)
            return replace(event, state=unverified)
        case _:
            return event
