"""A message in writing that a caller asked for: what it says, to whom, and whether it may be sent."""

import secrets
from collections.abc import Sequence
from datetime import timedelta

import structlog

from tierline.calls.message_events import MessageQueued
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import Channel, MessageId
from tierline.calls.segments import segments, shortened
from tierline.calls.state import Call
from tierline.desk.calling_back import number_to_ring
from tierline.desk.center import Center
from tierline.desk.contacting.writing import is_to_an_office
from tierline.desk.entitled import case_of
from tierline.desk.look_ups.answer import Answer
from tierline.desk.look_ups.receipt import IVR
from tierline.desk.look_ups.still_asked import turn_if_still_asked
from tierline.desk.refusal import Refused
from tierline.desk.sending import deliver_when_due
from tierline.desk.speaking import language_of
from tierline.desk.values import new_value
from tierline.ivr.steps import Send
from tierline.ports.prompts import PromptFailed
from tierline.ports.store import StoreAway
from tierline.staff.entitlement import disclose

log = structlog.get_logger()

MOST_SEGMENTS = 3
"""Short messages that one text may take: what comes after is cut off, behind a sentence."""

A_DAY = timedelta(days=1)


async def send_in_writing(center: Center, call: Call, step: Send) -> Answer:
    """In the outbox, durably, when it answers `sent`; only then is the caller to be told. The same text again
    to the same number, on one call, is the one that was sent."""
    asked = center.asked.get(call.id)
    if center.notifier is None or step.channel not in center.notifier.channels:
        log.warning("nothing is set up to send messages in writing", channel=step.channel)
        return Answer("away")
    if step.channel not in call.consents:
        log.error("a message in writing without the caller's consent is not sent", step=call.step)
        return Answer("away")
    try:
        to = await _address(center, call, step.channel)
        if to is None:
            return Answer("no_number")
        text = _text(center, call, step)
        async with turn_if_still_asked(center, call.id, asked) as now, center.deliveries.queueing:
            return await _queue(center, now, step, to, text) if now else Answer("away")
    except PromptFailed as failed:
        log.error("a message in writing has no words", step=call.step, why=str(failed))
        return Answer("away")
    except (StoreAway, Refused):
        return Answer("away")


async def _address(center: Center, call: Call, channel: Channel) -> str | None:
    """The number that the caller keyed or chose last, if it is one that may be rung; or the address on file,
    where the agency's table lets the IVR use it at this verification (I9). Raises StoreAway, Refused."""
    if channel == "sms":
        return number_to_ring(center, await center.values.entered(call, "phone") or "")
    record = await case_of(center, call)
    if record is None:
        return None
    known = disclose(center.agency.entitlements, IVR, call.verification, record.flags)
    return record.email if "email" in known.fields else None


def _text(center: Center, call: Call, step: Send) -> str:
    """Filled with what is public alone: nothing about a case is ever sent. Raises PromptFailed."""
    session = center.sessions.get(call.id)
    said = session.arguments.items() if session else ()
    public = {name: value for name, value in said if session and name in session.public}
    prompt, _, language = step.text.partition("@")
    text = center.prompts_of(call).words(prompt, language or language_of(center, call), public)
    if step.channel == "sms" and segments(text) > MOST_SEGMENTS:
        log.warning("a text is too long and was cut", prompt=step.text, segments=segments(text))
        return shortened(text, MOST_SEGMENTS)
    return text


async def _queue(center: Center, call: Call, step: Send, to: str, text: str) -> Answer:
    """Within the call's turn. Raises StoreAway."""
    earlier = [m for m in await center.store.messages(call.id) if not is_to_an_office(m)]
    if await _sent_already(center, earlier, to, text):
        return Answer("sent")
    now, limits = center.clock.now(), center.agency.profile
    today = await center.store.count_messages(to, now - A_DAY)
    if len(earlier) >= limits.messages_per_call or today >= limits.messages_per_day:
        log.warning("a message in writing is refused: too many", on_this_call=len(earlier), today=today)
        return Answer("no_number")
    values = [new_value("phone" if step.channel == "sms" else "email", to), new_value("text", text)]
    number, words = (value.ref for value in values)
    message = OutboxMessage(
        id=MessageId(f"message-{secrets.token_hex(8)}"),
        call=call.id,
        channel=step.channel,
        to=number,
        text=words,
        created_at=now,
        due_at=now,
    )
    queued = MessageQueued(message.id, step.channel, step.text, number, words)
    await center.commit(call, queued, values=values, messages=[message])
    deliver_when_due(center, message)
    return Answer("sent")


async def _sent_already(center: Center, earlier: Sequence[OutboxMessage], to: str, text: str) -> bool:
    going = [message for message in earlier if message.status != "failed"]
    values = await center.store.values([ref for message in going for ref in (message.to, message.text)])
    return any((values[message.to], values[message.text]) == (to, text) for message in going)
