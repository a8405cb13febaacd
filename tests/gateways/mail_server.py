"""A mail server on this machine, as much of SMTP as it takes to be handed a message."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from tierline.notify.email import MailServer


class Mail:
    """`answers` replace what the server says to a command ("RCPT": "550 no such user"); None is silence."""

    def __init__(self) -> None:
        self.port = 0
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

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            writer.write(b"220 sample mail server\r\n")
            while line := await reader.readline():
                if not await self._answer(line.decode().strip(), reader, writer):
                    break
        except ConnectionError:
            pass
        finally:
            writer.close()

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


@asynccontextmanager
async def mail_server() -> AsyncIterator[Mail]:
    running = Mail()
    server = await asyncio.start_server(running.serve, "127.0.0.1", 0)
    running.port = server.sockets[0].getsockname()[1]
    try:
        yield running
    finally:
        server.close()
        await server.wait_closed()
