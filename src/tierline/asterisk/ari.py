"""Asterisk's REST interface and its event stream, typed; nothing of the contact center's is known here.

Checked against `/ari/api-docs` of Asterisk 22. Every call ends within `PATIENCE` seconds.
"""

from base64 import b64encode
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Literal
from urllib.parse import quote, urlencode, urlsplit

import aiohttp
import msgspec
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from yarl import URL

PATIENCE = 5.0
"""Seconds. Longer than any stall of the engine that its calls survive, shorter than a caller's patience."""

CONNECTIONS = 32
"""At the most: the engine serves each in a thread."""

IDLE = 10.0
"""Seconds after which a kept connection is not used again: the engine closes it after 15
(`session_keep_alive`)."""


class EngineAway(Exception):
    """No answer: not there, not willing to listen, or too slow."""


class Refused(Exception):
    """The engine answered with an error; what `status`, the HTTP status, means differs from call to call."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(f"{status} {why}")
        self.status = status


class AriAddress(msgspec.Struct, frozen=True):
    url: str
    """Such as `http://127.0.0.1:8088/ari`."""
    user: str
    password: str
    app: str


class Party(msgspec.Struct, frozen=True):
    name: str = ""
    number: str = ""


class Dialplan(msgspec.Struct, frozen=True):
    app_name: str = ""
    app_data: str = ""


class Channel(msgspec.Struct, frozen=True):
    id: str
    name: str
    state: str
    caller: Party
    dialplan: Dialplan
    creationtime: str
    """ISO 8601, in milliseconds."""


class Bridge(msgspec.Struct, frozen=True):
    id: str
    channels: tuple[str, ...]


class Playback(msgspec.Struct, frozen=True):
    id: str
    state: str = ""


class _Variable(msgspec.Struct, frozen=True):
    value: str = ""


class Recording(msgspec.Struct, frozen=True):
    name: str


class Event(msgspec.Struct, frozen=True):
    """Any event; only the fields of those that are used."""

    type: str
    channel: Channel | None = None
    playback: Playback | None = None
    recording: Recording | None = None
    args: tuple[str, ...] = ()
    digit: str = ""
    cause: int = 0
    tech_cause: int = 0


class Ari:
    def __init__(self, address: AriAddress) -> None:
        self.app = address.app
        self._where = urlsplit(address.url)
        login = b64encode(f"{address.user}:{address.password}".encode()).decode()
        self._login = {"Authorization": f"Basic {login}"}
        self._http: aiohttp.ClientSession | None = None

    async def disconnect(self) -> None:
        if self._http:
            await self._http.close()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[AsyncIterator[Event]]:
        """The event stream, from the moment it is open until the connection breaks (`EngineAway`)."""
        stream = f"ws://{self._where.netloc}{self._where.path}/events?app={quote(self.app)}"
        try:
            async with connect(
                stream,
                additional_headers=self._login,
                open_timeout=PATIENCE,
                close_timeout=1,
                ping_interval=PATIENCE,
                ping_timeout=PATIENCE,
                proxy=None,
            ) as socket:

                async def events() -> AsyncIterator[Event]:
                    async for message in socket:
                        yield msgspec.json.decode(message, type=Event)

                yield events()
        except (OSError, WebSocketException, msgspec.MsgspecError) as broken:
            raise EngineAway(str(broken)) from broken

    async def channels(self) -> tuple[Channel, ...]:
        return msgspec.json.decode(await self._call("GET", "channels"), type=tuple[Channel, ...])

    async def bridges(self) -> tuple[Bridge, ...]:
        return msgspec.json.decode(await self._call("GET", "bridges"), type=tuple[Bridge, ...])

    async def only_events(self, kinds: Sequence[str]) -> None:
        """No others are sent to our application."""
        allowed = [{"type": kind} for kind in kinds]
        await self._call("PUT", "applications", self.app, "eventFilter", body={"allowed": allowed})

    async def answer(self, channel: str) -> None:
        await self._call("POST", "channels", channel, "answer")

    async def set(self, channel: str, function: str) -> None:
        """Sets a dialplan function, such as `TONE_DETECT(1400)`, at once."""
        # Set by POST, it would wait for the end of what plays to the channel. Reading never waits, and to
        # read `SET(…)` is to set.
        await self._call("GET", "channels", channel, "variable", query={"variable": f"SET({function}=)"})

    async def variable(self, name: str) -> str:
        """One of the dialplan's that belongs to no channel; empty where there is none of this name."""
        said = await self._call("GET", "asterisk", "variable", query={"variable": name})
        return msgspec.json.decode(said, type=_Variable).value

    async def set_variable(self, name: str, value: str) -> None:
        await self._call("POST", "asterisk", "variable", query={"variable": name, "value": value})

    async def hang_up(self, channel: str) -> None:
        await self._call("DELETE", "channels", channel)

    async def mute(self, channel: str, *, muted: bool) -> None:
        """What the channel says; again is as once."""
        method: Literal["POST", "DELETE"] = "POST" if muted else "DELETE"
        await self._call(method, "channels", channel, "mute", query={"direction": "in"})

    async def send_keys(self, channel: str, keys: str) -> None:
        pace = {"between": "120", "duration": "100"}  # milliseconds, as telephone menus expect them
        await self._call("POST", "channels", channel, "dtmf", query={"dtmf": keys, **pace})

    async def create(
        self,
        channel: str,
        endpoint: str,
        *,
        args: str,
        variables: Mapping[str, str],
        far_half: str | None = None,
    ) -> None:
        """A channel that does not ring yet: `dial` it after its StasisStart. `far_half` is the id of the
        other half of a local channel."""
        body = {
            "endpoint": endpoint,
            "app": self.app,
            "appArgs": args,
            "channelId": channel,
            "variables": dict(variables),
        }
        if far_half:
            body["otherChannelId"] = far_half
        await self._call("POST", "channels", "create", body=body)

    async def dial(self, channel: str, *, seconds: int) -> None:
        await self._call("POST", "channels", channel, "dial", body={"timeout": seconds})

    async def play(self, channel: str, playback: str, media: Sequence[str]) -> None:
        await self._call("POST", "channels", channel, "play", playback, body={"media": list(media)})

    async def stop(self, playback: str) -> None:
        await self._call("DELETE", "playbacks", playback)

    async def snoop(
        self,
        channel: str,
        snoop: str,
        *,
        spy: Literal["both", "in"] = "both",
        whisper: bool = False,
        args: str,
    ) -> None:
        """A channel of that id, which hears what `channel` hears and says, or says alone (`in`), and enters
        our application with these arguments; with `whisper`, what is sent to it is heard by `channel`
        alone."""
        body = {"app": self.app, "appArgs": args, "spy": spy, "whisper": "out" if whisper else "none"}
        await self._call("POST", "channels", channel, "snoop", snoop, body=body)

    async def record(self, channel: str, name: str) -> None:
        """What this channel hears, into `<name>.wav` of the engine's recordings; never over another one."""
        body = {"name": name, "format": "wav", "ifExists": "fail"}
        await self._call("POST", "channels", channel, "record", body=body)

    async def stop_recording(self, name: str) -> None:
        await self._call("POST", "recordings", "live", name, "stop")

    async def create_bridge(self, bridge: str, kind: str) -> None:
        await self._call("POST", "bridges", bridge, body={"type": kind})

    async def destroy_bridge(self, bridge: str) -> None:
        await self._call("DELETE", "bridges", bridge)

    async def add(self, bridge: str, channel: str, role: str) -> None:
        """Out of any other bridge too."""
        await self._call("POST", "bridges", bridge, "addChannel", body={"channel": channel, "role": role})

    async def remove(self, bridge: str, channel: str) -> None:
        await self._call("POST", "bridges", bridge, "removeChannel", body={"channel": channel})

    async def configure(self, kind: str, name: str, fields: Mapping[str, str]) -> None:
        """Makes or changes an object of the SIP stack, which lives as long as the engine."""
        attributes = [{"attribute": field, "value": value} for field, value in fields.items()]
        await self._call("PUT", *self._object(kind, name), body={"fields": attributes})

    async def unconfigure(self, kind: str, name: str) -> None:
        await self._call("DELETE", *self._object(kind, name))

    @staticmethod
    def _object(kind: str, name: str) -> tuple[str, ...]:
        return "asterisk", "config", "dynamic", "res_pjsip", kind, name

    async def _call(
        self,
        method: Literal["GET", "POST", "PUT", "DELETE"],
        *path: str,
        body: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
    ) -> bytes:
        target = "/".join((self._where.path, *(quote(part, safe="") for part in path)))
        if query:
            target += f"?{urlencode(query, quote_via=quote)}"
        url = URL(f"http://{self._where.netloc}{target}", encoded=True)
        sent = None if body is None else msgspec.json.encode(body)
        try:
            async with self._session().request(method, url, data=sent) as answer:
                content = await answer.read()
        except (aiohttp.ClientError, TimeoutError) as failure:
            raise EngineAway(f"{method} {target}: {failure!r}") from failure
        if answer.status >= 400:
            said = content.decode(errors="replace").strip()[:200]
            raise Refused(answer.status, f"{method} {target}: {said}")
        return content

    def _session(self) -> aiohttp.ClientSession:
        """Made within the loop that uses it."""
        if self._http is None:
            self._http = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=IDLE),
                headers={**self._login, "Content-Type": "application/json"},
                timeout=aiohttp.ClientTimeout(total=PATIENCE),
            )
        return self._http
