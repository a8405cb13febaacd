"""Makes the engine record what the state of a call says that it should, after each change."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

import structlog

from tierline.calls import recording_events as re
from tierline.calls.names import CallId, LegId
from tierline.calls.recorded import Part
from tierline.calls.recording_wanted import recording_wanted
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.ports.recordings import RecordingGone, Recordings, Settled
from tierline.ports.switch import LegGone, RecordingFailed, RecordingLost

log = structlog.get_logger()

TRIES_AGAIN = timedelta(seconds=10)
"""After a recording that came to nothing: somebody may have made room on the disk."""


def record_calls(center: Center, recordings: Recordings) -> None:
    """For as long as the center runs."""
    center.recordings = recordings
    center.on_call.append(lambda call: _changed(center, call))


def wanted(center: Center, call: Call) -> Mapping[LegId, str]:
    """By leg, who speaks on it; nothing where the agency does not record."""
    rules = center.agency.recording
    if center.recordings is None or not rules.conversations or call.phase == "ended":
        return {}
    return recording_wanted(call, consults=rules.consults)


async def lost(center: Center, lost: RecordingLost) -> None:
    """The engine could not go on; the call does."""
    of = center.legs.get(lost.leg)
    if of is None:
        return
    async with center.turn(of) as call:
        part = call.recording.part(lost.recording) if call else None
        if call and part and part.seconds is None:
            center.note(call, re.RecordingBroke(part.name, (await _settled(center, part)).seconds))
    await follow(center, of)


def take_up(center: Center, live: Collection[str]) -> None:
    """After a restart of ours or of the engine: `live` are the recordings that go on. Nothing waits for it,
    and each is by itself."""
    known = {part.name for call in center.calls.values() for part in call.recording.under_way}
    for name in [name for name in live if name not in known]:
        center.spawn(center.switch.stop_recording(name))
    for of in center.calls:
        center.spawn(_take_up(center, of, live))


async def follow(center: Center, of: CallId) -> None:
    """A call that is over may have parts to be ended. Comes again by itself for what came to nothing."""
    async with center.turn(of):
        call = await center.call(of)
        if call is None:
            return
        legs = wanted(center, call)
        for part in [part for part in call.recording.under_way if part.leg not in legs]:
            call = await _stop(center, call, part)
        if missing := _missing(center, call, legs):
            call = await _start(center, call, {leg: legs[leg] for leg in missing})
        if waits := [at for leg in legs if (at := _tried_again(call, leg))]:
            seconds = (min(waits) - center.clock.now()).total_seconds()
            center.after(call.id, "recording", seconds, lambda: follow(center, of))


async def _take_up(center: Center, of: CallId, live: Collection[str]) -> None:
    async with center.turn(of) as call:
        for part in call.recording.under_way if call else ():
            if part.name not in live:
                await _stop(center, center.calls[of], part)
    await follow(center, of)


def _changed(center: Center, call: Call) -> None:
    legs = wanted(center, call)
    under_way = {part.leg for part in call.recording.under_way}
    if under_way - legs.keys() or _missing(center, call, legs):
        center.spawn(follow(center, call.id))


def _missing(center: Center, call: Call, legs: Mapping[LegId, str]) -> list[LegId]:
    """Those whose time it is."""
    under_way, now = {part.leg for part in call.recording.under_way}, center.clock.now()
    return [leg for leg in legs if leg not in under_way and (_tried_again(call, leg) or now) <= now]


def _tried_again(call: Call, leg: LegId) -> datetime | None:
    """When; None unless the last that was tried with this leg came to nothing."""
    last = next((part for part in reversed(call.recording.parts) if part.leg == leg), None)
    if last is None or not last.broke:
        return None
    return last.since + timedelta(seconds=last.seconds or 0) + TRIES_AGAIN


def broken(call: Call, leg: LegId) -> bool:
    """Whether the last that was tried with this leg came to nothing."""
    return _tried_again(call, leg) is not None


async def _start(center: Center, call: Call, legs: Mapping[LegId, str]) -> Call:
    first = len(call.recording.parts) + 1
    parts = [
        re.RecordingStarted(f"{call.id}-{nth}", leg, of) for nth, (leg, of) in enumerate(legs.items(), first)
    ]
    call = center.note(call, *parts)
    await center.records.settled()  # the engine never records under a name that it had before
    for part in parts:
        try:
            await center.switch.record(part.leg, part.recording)
        except (LegGone, RecordingFailed) as failed:
            log.warning("a leg is not recorded", call=call.id, why=str(failed))
            call = center.note(call, re.RecordingBroke(part.recording, 0.0))
    return call


async def _stop(center: Center, call: Call, part: Part) -> Call:
    await center.switch.stop_recording(part.name)
    settled = await _settled(center, part)
    return center.note(call, re.RecordingStopped(part.name, settled.seconds, settled.cut_short))


async def _settled(center: Center, part: Part) -> Settled:
    """What there is of it, to a hundredth of a second."""
    assert center.recordings
    try:
        settled = await center.recordings.settle(part.name)
    except RecordingGone as gone:
        log.error("a recording cannot be read", recording=part.name, why=str(gone))
        settled = None
    return Settled(round(settled.seconds, 2), settled.cut_short) if settled else Settled(0.0, cut_short=False)
