"""A new process, or a new connection to the engine: what the store knows is brought together with what the
engine has."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

import structlog

from tierline.acd.duty import Duty
from tierline.calls import events as ev
from tierline.calls.names import CallId, LegId, Ref
from tierline.calls.state import Call
from tierline.desk import calling_back, interpreting, keeping_promises, self_service
from tierline.desk.announcing import announce_later
from tierline.desk.arriving import arrive
from tierline.desk.bringing_in import no_longer_than_it_takes
from tierline.desk.center import Center
from tierline.desk.contacting import calling
from tierline.desk.contacting.passing_on import take_up_the_contacts
from tierline.desk.destroying import look as look_at_the_schedule
from tierline.desk.distributing import distribute, withdraw
from tierline.desk.following import pin
from tierline.desk.keeping_company import keep_company
from tierline.desk.losing import agent_lost, back_to_the_queue
from tierline.desk.muting import mute_again
from tierline.desk.outside import legs_of
from tierline.desk.overhearing import begins, is_supervising, leave
from tierline.desk.practice import recovering as practice
from tierline.desk.queueing import join_queue
from tierline.desk.recording.following import take_up as take_up_recordings
from tierline.desk.recording.keeping import look as look_at_recordings
from tierline.desk.restoring import settle_duties, take_up_duties
from tierline.desk.seating import connect
from tierline.desk.sending import take_up_the_outbox
from tierline.desk.wrapping_up import end_call
from tierline.ports.store import StoreAway
from tierline.ports.switch import LiveLeg

log = structlog.get_logger()


async def recover(center: Center) -> None:
    """A leg that is gone ended its call; a caller's leg without a call is a new one; everything else goes on
    where it was. What an earlier process left in the spool comes first."""
    await center.records.begin()
    live = await center.switch.live()
    with _nobody_presented(center):
        fresh, center.recovered = await _take_up(center)
        await _take_up_alerts(center)
        alive = {leg.leg: leg.answered for leg in live.legs}
        strangers = [leg for leg in live.legs if leg.leg not in center.legs]
        for of in list(center.calls):
            async with center.turn(of) as call:
                if call:
                    await _reconcile(center, call, alive, of in fresh)
        settle_duties(center)
    if center.recovered:
        await _take_in_strangers(center, strangers)
    else:
        await keep_company(center)
    await take_up_the_outbox(center)
    await take_up_the_contacts(center)
    take_up_recordings(center, live.recordings)
    center.spawn(look_at_recordings(center))
    center.spawn(look_at_the_schedule(center))


@contextmanager
def _nobody_presented(center: Center) -> Iterator[None]:
    """Until it is known who is still there, and whom their agents have lost: else an agent would be rung for
    somebody who has gone, or somebody younger before them."""
    center.reconciling = True
    try:
        yield
    finally:
        center.reconciling = False
        distribute(center)


async def _take_up(center: Center) -> tuple[set[CallId], bool]:
    """The open calls that this process does not know yet, and whether these are all."""
    known = set(center.calls)
    complete = True
    duties: Sequence[Duty] = ()
    try:
        center.epoch = center.epoch or await center.store.take_over()
        found, duties = await _stored(center), await center.store.duties()
    except StoreAway as away:
        center.records.found_away(away)
        found, complete = await center.records.spooled_calls(), False
    await pin(center, [call for call, _ in found])
    fresh = set()
    for call, values in found:
        if call.id not in known and call.id not in center.calls:
            fresh.add(call.id)
            center.calls[call.id] = call
            center.values.remember(call.id, values)
            center.line_up(call)
    for call in center.calls.values():
        reserved = [call.reservation.leg] if call.reservation else []
        supervising = (s.leg for s in call.supervising)
        voice = [call.practice.voice] if call.practice else []
        at_it = (*(s.leg for s in call.serving), *supervising, *reserved, *legs_of(call), *voice)
        for leg in (call.leg, *at_it):
            center.legs[leg] = call.id
    take_up_duties(center, duties)
    return fresh, complete


async def _take_up_alerts(center: Center) -> None:
    """Of calls that are over too."""
    try:
        for call in await center.store.calls_with_alert():
            if call.id not in center.calls:
                center.alerts.take(call)
    except StoreAway as away:
        center.records.found_away(away)
    for call in center.calls.values():
        center.alerts.take(call)


async def _stored(center: Center) -> list[tuple[Call, dict[Ref, str]]]:
    """With what their callers keyed, so that they can go on if the database should go away."""
    calls = await center.store.open_calls()
    values = await center.store.values([ref for call in calls for ref in _refs(call)])
    return [(call, {ref: values[ref] for ref in _refs(call) if ref in values}) for call in calls]


def _refs(call: Call) -> list[Ref]:
    promised = call.promise.number if call.promise else None
    refs = [call.caller, call.matter, promised, *(keyed.value for keyed in call.keyed)]
    return [ref for ref in refs if ref]


async def _reconcile(center: Center, call: Call, alive: dict[LegId, bool], fresh: bool) -> None:
    """`alive` tells of each leg whether it was answered."""
    if call.practice:
        await practice.recover(center, call, alive, fresh=fresh)
        return
    if call.promise:
        await _promise(center, call, alive, fresh)
        return
    if call.leg not in alive:
        await end_call(center, call, ev.Ended("engine_lost", call.phase))
        return
    if fresh:
        call = center.note(call, ev.PickedUpAgain())
    call = await withdraw(center, call)  # a ring of before has no timer any more
    call = await interpreting.recover(center, call, alive)
    call = await calling.recover(center, call, alive)
    for supervising in call.supervising:
        if supervising.leg not in alive or (fresh and not supervising.answered):
            call = await leave(center, call, supervising, "left" if supervising.answered else "unanswered")
    for lost in [s for s in call.serving if s.leg not in alive]:
        await agent_lost(center, center.calls[call.id], lost)
    if fresh:
        await _go_on(center, center.calls[call.id])


async def _promise(center: Center, call: Call, alive: Collection[LegId], fresh: bool) -> None:
    """Kept, whatever died meanwhile. An attempt under way is lost; a good-bye that was cut short is said
    again."""
    if fresh:
        call = center.note(call, ev.PickedUpAgain())
    if call.phase == "calling_back":
        if fresh or call.leg not in alive or (call.reservation and call.reservation.leg not in alive):
            await keeping_promises.unanswered(center, call, "failed")
        return
    call = await withdraw(center, call)
    assert call.promise
    if call.leg not in alive:
        center.legs.pop(call.leg, None)
        if not call.promise.rang_off:
            call = await calling_back.rang_off(center, call)
    elif fresh:
        await calling_back.take_leave(center, call)
    await calling_back.give_up_or_wait(center, call)


async def _go_on(center: Center, call: Call) -> None:
    for serving in call.serving:
        if center.floor.state(serving.agent).call != call.id:
            center.floor.put(serving.agent, "talking", call=call.id)
    for supervising in call.supervising:
        if not is_supervising(center, supervising.agent):
            begins(center, call, supervising.agent)
    if call.confirming_supervisor:
        call = center.note(call, ev.SupervisorKeyWithdrawn())
    if call.put_off:
        await join_queue(center, call, call.put_off.tier, call.put_off.reason, (), call.put_off.skills)
    elif call.phase == "ivr":
        await self_service.begin(center, call)
    elif call.phase == "waiting":
        await center.switch.hold(call.leg)
        announce_later(center, call)
    elif call.phase == "talking" and not call.serving:
        await back_to_the_queue(center, call)
    elif call.phase == "talking":
        # Bridges live through a restart: nothing changes for those who are where they belong.
        no_longer_than_it_takes(center, call)
        await mute_again(center, call)
        await connect(center, call)


async def _take_in_strangers(center: Center, legs: Iterable[LiveLeg]) -> None:
    """Legs that no call had before all was brought together: those whose calls just gave them up are hung up
    already."""
    for leg in legs:
        known, offered = leg.leg in center.legs, leg.offered()
        if offered and not known:
            await arrive(center, offered)
        elif offered is None and not known:
            log.warning("an agent's leg belongs to no call", leg=leg.leg)
            await center.switch.hang_up(leg.leg)
