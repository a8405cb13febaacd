"""Hands every event of the switch to its use case, in order for each call."""

from tierline.calls.names import LegId
from tierline.desk import (
    distributing,
    keeping_promises,
    leaving_line,
    overhearing,
    self_service,
    supervisor_key,
)
from tierline.desk.arriving import arrive
from tierline.desk.center import Center
from tierline.desk.contacting import passing_on
from tierline.desk.hearing_tty import heard_tty
from tierline.desk.losing import leg_ended
from tierline.desk.picking_up import picked_up
from tierline.desk.practice import calling as practice
from tierline.desk.recording.following import lost as recording_lost
from tierline.desk.records_away import callers_turn, records_back
from tierline.desk.recovering import recover
from tierline.ports.agency import Agency
from tierline.ports.switch import (
    EngineLost,
    EngineReady,
    Key,
    LegAnswered,
    LegEnded,
    Offered,
    PlaybackEnded,
    RecordingLost,
    SwitchEvent,
    TtyHeard,
)


async def operate(center: Center) -> None:
    """For as long as the center runs."""
    center.records.on_back.append(lambda: center.spawn(_records_back(center)))
    distributing.watch(center)
    overhearing.watch(center)
    practice.watch(center)
    passing_on.watch(center)
    async for event in center.switch.events():
        await handle(center, event)


async def handle(center: Center, event: SwitchEvent) -> None:
    """Each call takes its own events one after the other; calls do not wait for one another."""
    match event:
        case Offered():
            center.spawn(arrive(center, event))
        case Key(leg=leg, digit=digit):
            center.spawn(_key(center, leg, digit))
        case PlaybackEnded():
            _playback_ended(center, event)
        case TtyHeard(leg=leg):
            center.spawn(heard_tty(center, leg))
        case RecordingLost():
            center.spawn(recording_lost(center, event))
        case LegAnswered(leg=leg):
            center.spawn(picked_up(center, leg))
        case LegEnded():
            center.spawn(leg_ended(center, event))
        case EngineLost():
            center.changed()
        case EngineReady():
            # Before any further event: those speak of legs that have to be known first.
            await center.carefully(recover(center))


async def _records_back(center: Center) -> None:
    """Nobody is promised anything before this process has taken over."""
    if not center.recovered:
        await recover(center)
    records_back(center)


async def _key(center: Center, leg: LegId, digit: str) -> None:
    call_id = center.legs.get(leg)
    if call_id is None:
        return
    again = lambda: self_service.repeat_later(center, call_id)  # noqa: E731
    async with callers_turn(center, call_id, again) as call:
        if call is None or call.leg != leg:
            return
        if call.phase == "calling_back":
            await keeping_promises.key(center, call, digit)
        elif call.confirming_supervisor:
            await supervisor_key.confirm_or_not(center, call, digit)
        elif _asks_for_supervisor(center.pinned(call), digit):
            await supervisor_key.pressed(center, call)
        elif call.with_ivr:
            await self_service.key(center, call, digit)
        elif call.phase == "waiting":
            await leaving_line.key(center, call, digit)


def _asks_for_supervisor(agency: Agency, digit: str) -> bool:
    """Where there are none, the key is one like any other."""
    return agency.flow.meaning(digit) == "supervisor" and agency.tiers.has("supervisor")


def _playback_ended(center: Center, ended: PlaybackEnded) -> None:
    playing = center.playing.get(ended.leg)
    if playing and playing.playback == ended.playback:
        del center.playing[ended.leg]
        if then := playing.then if ended.heard else playing.unheard:
            center.spawn(then())
