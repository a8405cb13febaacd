"""A mail server on this machine, as much of SMTP as it takes to be handed a message."""

import asyncio
from contextlib import AbstractAsyncContextManager
from email import message_from_bytes, policy
from email.message import EmailMessage

from tests.gateways.listening import Listener, listening
from tierline.notify.email import MailServer


class Mail(Listener):
    """`answers` replace what the server says to a command ("RCPT": "550 no such user"); None is silence."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, str | None] = {}
        self.received: list[EmailMessage] = []

    @property
    def settings(self) -> MailServer:
        return MailServer(
            host="127.0.0.1",
            port=self.port,
            security="none",
            sender="no-reply@agency.example",
            timeout_seconds=0.5,
        )

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 sample mail server\r\n")
        while line := await reader.readline():
            if not await self._answer(line.decode().strip(), reader, writer):
                break

    async def _answer(self, line: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        command = line.split(":", maxsplit=1)[0].split(" ", maxsplit=1)[0].upper()
        said = self.answers.get(command, {"DATA": "354 go on", "QUIT": "221 bye"}.get(command, "250 ok"))
        if said is None:
            await reader.read()
            return False
        writer.write(f"{said}\r\n".encode())
        if command == "DATA" and said.startswith("354"):
            await self._take(reader, writer)
        return command != "QUIT"

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mail = await reader.readuntil(b"\r\n.\r\n")
        self.received.append(message_from_bytes(mail[:-5], EmailMessage, policy=policy.default))
        writer.write(f"{self.answers.get('.', '250 taken')}\r\n".encode())


def mail_server() -> AbstractAsyncContextManager[Mail]:
    return listening(Mail())
