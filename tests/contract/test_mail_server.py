"""A mail server that takes a message, puts it off, refuses it, or says nothing."""

from collections.abc import AsyncIterator

import pytest

from tests.gateways.mail_server import Mail, mail_server
from tierline.calls.names import MessageId
from tierline.clock import SystemClock
from tierline.notify.email import EmailNotifier
from tierline.ports.notifier import Message, NotifierAway, Undeliverable

MESSAGE = Message(
    id=MessageId("message-1"),
    channel="email",
    to="ana@sample.invalid",
    text="Su oficina: José Ñandú",
    subject="Centro de Contacto (muestra)",
)


@pytest.fixture
async def running() -> AsyncIterator[Mail]:
    async with mail_server() as started:
        yield started


async def send(running: Mail, message: Message = MESSAGE) -> None:
    await EmailNotifier(running.settings, SystemClock()).send(message)


async def test_the_mail_says_from_whom_and_that_a_machine_wrote_it(running: Mail) -> None:
    await send(running)
    [mail] = running.received
    assert mail["From"] == "no-reply@agency.example"
    assert mail["To"] == "ana@sample.invalid"
    assert mail["Subject"] == "Centro de Contacto (muestra)"
    assert mail["Message-ID"] == "<message-1@agency.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content().strip() == "Su oficina: José Ñandú"


@pytest.mark.parametrize("command", ["RCPT", "DATA", "."])
async def test_a_mailbox_that_there_is_not_is_for_good(running: Mail, command: str) -> None:
    running.answers[command] = "550 no"
    with pytest.raises(Undeliverable, match="550"):
        await send(running)


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("RCPT", "451 later"),
        ("MAIL", "452 full"),
        ("MAIL", "530 sign in"),
        (".", "451 later"),
        ("EHLO", None),
    ],
)
async def test_a_server_that_cannot_now_is_tried_again(running: Mail, command: str, says: str | None) -> None:
    running.answers[command] = says
    with pytest.raises(NotifierAway):
        await send(running)


@pytest.mark.parametrize("address", ["", "ana", "a@b\nBcc: c@d", "a@b,c@d", "Ana <a@b>"])
async def test_what_is_no_address_is_sent_nowhere(running: Mail, address: str) -> None:
    with pytest.raises(Undeliverable):
        await send(running, Message(id=MessageId("m"), channel="email", to=address, text="x"))
    assert running.received == []
