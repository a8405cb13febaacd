"""Recordings are kept for as long as the agency's rules say, and then deleted, on record."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from tierline.calls import recording_events as re
from tierline.calls.names import AgentId, CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.recording.following import follow
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.values import new_value
from tierline.ports.recordings import Written

log = structlog.get_logger()

LOOKS_EACH = 86_400.0
"""Seconds. What is due follows from the call and the clock, so that a look may come late, or twice."""


def keep_by_rule(center: Center) -> None:
    """For as long as the center runs: each day, and when the database is back. The first look is that of
    `recover`."""
    center.records.on_back.append(lambda: center.spawn(look(center)))
    center.every("recordings", "keeping", LOOKS_EACH, lambda: look(center))


async def look(center: Center) -> None:
    """The folder itself says what there is: nothing is kept for longer because a record of it was lost. What
    fails for one call is tried again at the next look, and keeps no other."""
    if center.recordings is None or not center.recovered:  # which calls go on is known only then
        return
    by_call: defaultdict[CallId, list[Written]] = defaultdict(list)
    for written in await center.recordings.written():
        by_call[CallId(written.name.rpartition("-")[0])].append(written)
    for of, files in by_call.items():
        if center.records.away:
            return  # it is looked again when the database is back
        if of not in center.calls:
            await center.carefully(_keep_or_delete(center, of, files))


async def release(center: Center, of: CallId, agent: AgentId, reason: str) -> Call:
    """A supervisor leaves to the rules what was kept for an emergency. Raises Refused, NotFound,
    StoreAway."""
    if not reason.strip():
        raise Refused("write in a few words why it need not be kept any more")
    async with center.turn(of):
        call = await center.call(of)
        if call is None:
            raise NotFound("there is no such call")
        if not call.keep_recording:
            raise Refused("this recording is not kept beyond the rules")
        why = new_value("note", reason.strip())
        return await center.commit(call, re.RecordingReleased(agent, why.ref), values=[why])


def due(center: Center, call: Call) -> datetime | None:
    """When it is to be deleted; None as long as the call goes on, or an emergency keeps it."""
    if call.ended_at is None or call.keep_recording:
        return None
    return call.ended_at + timedelta(days=center.agency.recording.days_kept(call))


async def _keep_or_delete(center: Center, of: CallId, files: Sequence[Written]) -> None:
    call = await center.call(of)
    if call and call.recording.under_way:
        await follow(center, of)  # a process that ended had no time for it
    async with center.turn(of):
        call = await center.call(of)
        if not _is_due(center, call, files) or await center.store.personal_data.is_held(of):
            return
        if call and not call.recording.deleted:  # on record first: what is left then is deleted next time
            days = center.agency.recording.days_kept(call)
            await center.commit(call, re.RecordingDeleted(days))
    assert center.recordings
    for file in files:
        await center.recordings.delete(file.name)
    log.info("a recording was deleted by rule", call=of)


def _is_due(center: Center, call: Call | None, files: Sequence[Written]) -> bool:
    """Of a call that nobody knows, by the age of what there is."""
    now = center.clock.now()
    if call is None:
        return max(f.at for f in files) + timedelta(days=center.agency.recording.days) <= now
    at = due(center, call)
    return at is not None and (at <= now or call.recording.deleted)
