"""The newest calls of the center, a line each, for supervisors."""

from datetime import datetime

import msgspec

from tierline.calls.names import CallId, Tier
from tierline.calls.state import Call, Phase
from tierline.desk.center import Center
from tierline.desk.views.callbacks import CallbackView, callback_view
from tierline.desk.views.people import PersonView, who_answered


class CallRow(msgspec.Struct, frozen=True, kw_only=True):
    id: CallId
    arrived_at: datetime
    ended_at: datetime | None
    phase: Phase
    language: str | None
    tier: Tier | None
    people: tuple[PersonView, ...]
    requests: tuple[str, ...]
    ending: str | None
    callback: CallbackView | None


async def call_list(center: Center, limit: int) -> list[CallRow]:
    """Behind the newest come the older ones to whom we owe a callback: a promise never drops off the list."""
    await center.records.settled()  # a call that has just come in is noted, and not written yet
    newest = await center.store.recent_calls(limit)
    listed = {call.id for call in newest}
    owed = [call for call in center.calls.values() if call.promise and call.id not in listed]
    owed.sort(key=lambda call: call.arrived_at, reverse=True)
    return [await _row(center, call) for call in (*newest, *owed)]


async def _row(center: Center, call: Call) -> CallRow:
    return CallRow(
        id=call.id,
        arrived_at=call.arrived_at,
        ended_at=call.ended_at,
        phase=call.phase,
        language=call.language,
        tier=call.tier,
        people=who_answered(center.agency, await center.store.timeline(call.id)),
        requests=call.requests,
        ending=call.ending,
        callback=callback_view(call),
    )
