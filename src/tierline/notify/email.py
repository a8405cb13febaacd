"""Messages by e-mail, over SMTP."""

import asyncio
import re
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Annotated, Literal

import aiosmtplib
import msgspec

from tierline.calls.names import Channel
from tierline.notify.secrets import Secret
from tierline.ports.clock import Clock
from tierline.ports.notifier import Message, Notifier, NotifierAway, Receipt, Undeliverable

_ADDRESS = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+")


class MailServer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`sender` is the address that callers see. `security` none is for a server on this machine alone."""

    host: str
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    username: str | None = None
    password: Secret | None = None
    sender: str
    timeout_seconds: Annotated[float, msgspec.Meta(gt=0, le=30)] = 20


class EmailNotifier(Notifier):
    def __init__(self, server: MailServer, clock: Clock) -> None:
        """Raises SecretMissing."""
        self._server = server
        self._clock = clock
        self._password = server.password.read() if server.password else None

    @property
    def channels(self) -> frozenset[Channel]:
        return frozenset({"email"})

    async def send(self, message: Message) -> Receipt:
        """A mail server knows no repeated message; a mailbox may, since its Message-ID is always the same."""
        if not _ADDRESS.fullmatch(message.to):
            raise Undeliverable("this is no e-mail address")
        try:
            async with asyncio.timeout(self._server.timeout_seconds):
                await self._hand_over(message)
        except (aiosmtplib.SMTPRecipientsRefused, aiosmtplib.SMTPDataError) as refused:
            code = _code(refused)
            if 500 <= code < 600:
                raise Undeliverable(f"the mail server refused it: status {code}") from None
            raise NotifierAway(f"the mail server answered with status {code}") from None
        except aiosmtplib.SMTPResponseException as answered:
            raise NotifierAway(f"the mail server answered with status {answered.code}") from None
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as away:
            # Its words may hold the address.
            raise NotifierAway(f"the mail server cannot be reached ({type(away).__name__})") from None
        return Receipt(_message_id(message, self._server))

    async def _hand_over(self, message: Message) -> None:
        server = self._server
        await aiosmtplib.send(
            self._written(message),
            hostname=server.host,
            port=server.port,
            username=server.username,
            password=self._password,
            use_tls=server.security == "tls",
            start_tls=server.security == "starttls",
            timeout=server.timeout_seconds,
        )

    def _written(self, message: Message) -> EmailMessage:
        mail = EmailMessage()
        mail["From"] = self._server.sender
        mail["To"] = message.to
        mail["Subject"] = message.subject
        mail["Date"] = format_datetime(self._clock.now())
        mail["Message-ID"] = _message_id(message, self._server)
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notices in answer
        mail.set_content(message.text)
        return mail


def _message_id(message: Message, server: MailServer) -> str:
    return f"<{message.id}@{server.sender.rpartition('@')[2].strip('> ')}>"


def _code(refused: aiosmtplib.SMTPRecipientsRefused | aiosmtplib.SMTPDataError) -> int:
    if isinstance(refused, aiosmtplib.SMTPDataError):
        return refused.code
    return min(recipient.code for recipient in refused.recipients)
