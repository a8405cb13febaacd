"""Sends what is in the outbox, now or as soon as a gateway takes it: across restarts, one try at a time for
each message, and once, as far as the gateway knows a repeated message by its id."""

from datetime import timedelta

import structlog

from tierline.calls.message_events import MessageFailed, MessageSent
from tierline.calls.messages import OutboxMessage
from tierline.desk.center import Center
from tierline.desk.speaking import language_of
from tierline.ports.notifier import Message, NotifierAway, Receipt, Undeliverable
from tierline.ports.store import Conflict, StoreAway

log = structlog.get_logger()

OUTBOX = "outbox"
"""Whose timers these are: the call may be over long before."""

STORE_AGAIN_SECONDS = 10.0
"""Until what could not be read or put on record is tried again."""


async def take_up_the_outbox(center: Center) -> None:
    """What a process before this one left to be sent. May be repeated."""
    try:
        for message in await center.store.queued_messages():
            deliver_when_due(center, message)
    except StoreAway:
        center.after(OUTBOX, "take up", STORE_AGAIN_SECONDS, lambda: take_up_the_outbox(center))


def deliver_when_due(center: Center, message: OutboxMessage) -> None:
    """Without waiting for it."""
    seconds = (message.due_at - center.clock.now()).total_seconds()
    if message.id in center.deliveries.under_way:
        return
    if seconds <= 0:
        center.cancel(OUTBOX, message.id)
        center.spawn(_deliver(center, message))
    else:
        center.after(OUTBOX, message.id, seconds, lambda: _deliver(center, message))


async def _deliver(center: Center, message: OutboxMessage) -> None:
    deliveries = center.deliveries
    if message.id in deliveries.under_way:
        return
    deliveries.under_way.add(message.id)
    try:
        async with deliveries.room:
            later = await _try(center, message)
    except (StoreAway, Conflict) as away:
        log.warning("a message in writing waits for the database", message=message.id, why=str(away))
        center.after(OUTBOX, message.id, STORE_AGAIN_SECONDS, lambda: _deliver(center, message))
        return
    finally:
        deliveries.under_way.discard(message.id)
    if later:
        deliver_when_due(center, later)


async def _try(center: Center, message: OutboxMessage) -> OutboxMessage | None:
    """The message as it is to be tried again, if it is. Raises StoreAway, Conflict."""
    ended, why = center.deliveries.ended.get(message.id), ""
    if ended is None:
        try:
            ended = await _send(center, message)
        except NotifierAway as away:
            later = await _put_off(center, message, away)
            if later:
                return later
            ended, why = MessageFailed(message.id, "gave_up"), str(away)
        except Undeliverable as refused:
            ended, why = MessageFailed(message.id, "refused"), str(refused)
        center.deliveries.ended[message.id] = ended
    await _on_record(center, message, ended, why)
    del center.deliveries.ended[message.id]
    return None


async def _send(center: Center, message: OutboxMessage) -> MessageSent:
    """Raises NotifierAway, Undeliverable, StoreAway."""
    values = await center.store.values([message.to, message.text])
    if center.notifier is None:
        raise NotifierAway("nothing is set up to send it")
    written = Message(
        id=message.id,
        channel=message.channel,
        to=values[message.to],
        text=values[message.text],
        subject=await _subject(center, message),
    )
    try:
        receipt: Receipt = await center.notifier.send(written)
    except (NotifierAway, Undeliverable):
        raise
    except Exception as unexpected:
        # Its words may hold what was to be sent: its kind has to do.
        raise NotifierAway(f"it failed with {type(unexpected).__name__}") from None
    told = "would have been sent, were this no trial" if receipt.how == "trial" else "was sent"
    log.info(f"a message in writing {told}", message=message.id, reference=receipt.reference)
    return MessageSent(message.id, receipt.how)


async def _subject(center: Center, message: OutboxMessage) -> str:
    """The agency's name, in the language of the call."""
    call = await center.call(message.call)
    assert call
    return center.agency.profile.name[language_of(center, call)]


async def _put_off(center: Center, message: OutboxMessage, away: NotifierAway) -> OutboxMessage | None:
    later = message.tried_in_vain(center.clock.now(), str(away), away.wait)
    if later is None:
        return None
    wait: timedelta = later.due_at - center.clock.now()
    log.warning("a message in writing waits", message=message.id, why=later.why, seconds=wait.seconds)
    await center.store.put_off_message(later)
    return later


async def _on_record(
    center: Center, message: OutboxMessage, ended: MessageSent | MessageFailed, why: str
) -> None:
    """On the call's timeline too, which may have ended long ago. Raises StoreAway, Conflict."""
    if isinstance(ended, MessageFailed):
        log.error("a message in writing will not arrive", message=message.id, outcome=ended.why, why=why)
    now = center.clock.now()
    settled = message.sent(now, ended.how) if isinstance(ended, MessageSent) else message.failed(now, why)
    async with center.turn(message.call) as current:
        call = await center.call(message.call)
        assert call
        if current is None and call.phase != "ended":
            raise Conflict("its call is not taken up yet")
        await center.commit(call, ended, messages=[settled])
