"""Messages by any gateway that takes them over HTTP: the settings say what it wants to be told, and how."""

import asyncio
import re
from datetime import timedelta
from typing import Annotated, Any, Literal

import httpx
import msgspec

from tierline.body_template import filled
from tierline.calls.names import Channel
from tierline.notify.secrets import Secret, plain
from tierline.ports.notifier import Message, Notifier, NotifierAway, Receipt, Undeliverable

LONGEST_WAIT = timedelta(hours=6)
"""However long a gateway asks us to wait."""

MOST_BYTES = 65_536
"""Of an answer; what comes after is not read."""

_REFUSED = frozenset({400, 406, 409, 410, 413, 415, 422})
"""About this message: trying it again would change nothing. Any other failure is the gateway's, or of the
settings (401, 403, 404), which somebody mends."""


class HttpGateway(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`body` is a template: {to}, {text} and {id} in its texts are the message's. It is sent as JSON or as a
    form. `answer_id` is where the gateway's own id is in its JSON answer ("messages.0.id")."""

    url: str
    method: Literal["POST", "PUT"] = "POST"
    headers: dict[str, str | Secret] = {}
    body: dict[str, Any]
    sent_as: Literal["json", "form"] = "json"
    success: tuple[int, ...] = (200, 201, 202)
    answer_id: str = ""
    timeout_seconds: Annotated[float, msgspec.Meta(gt=0, le=30)] = 10
    proxy: str | None = None


class HttpNotifier(Notifier):
    def __init__(self, gateway: HttpGateway, channel: Channel = "sms") -> None:
        """Raises SecretMissing."""
        self._gateway = gateway
        self._channel = channel
        self._http = httpx.AsyncClient(
            headers={name: plain(value) for name, value in gateway.headers.items()},
            timeout=gateway.timeout_seconds,
            trust_env=False,
            proxy=gateway.proxy,
        )

    @property
    def channels(self) -> frozenset[Channel]:
        return frozenset({self._channel})

    async def close(self) -> None:
        await self._http.aclose()

    async def send(self, message: Message) -> Receipt:
        try:
            # All of it: a gateway that sends a byte now and then would never time out by itself.
            async with asyncio.timeout(self._gateway.timeout_seconds):
                status, headers, answer = await self._exchange(message)
        except (TimeoutError, httpx.TimeoutException):
            raise NotifierAway("the gateway did not answer in time") from None
        except httpx.HTTPError as broken:
            raise NotifierAway(f"the gateway cannot be reached ({type(broken).__name__})") from None
        if status in self._gateway.success:
            return Receipt(_at(self._gateway.answer_id, answer))
        if status in _REFUSED:
            raise Undeliverable(f"the gateway refused it: status {status}")
        raise NotifierAway(f"the gateway answered with status {status}", _wait(headers))

    async def _exchange(self, message: Message) -> tuple[int, httpx.Headers, bytes]:
        gateway = self._gateway
        content = filled(gateway.body, {"to": message.to, "text": message.text, "id": message.id})
        body = {"json": content} if gateway.sent_as == "json" else {"data": content}
        async with self._http.stream(gateway.method, gateway.url, **body) as response:
            read = b""
            async for part in response.aiter_bytes():
                read += part
                if len(read) > MOST_BYTES:
                    break
            return response.status_code, response.headers, read


def _at(path: str, answer: bytes) -> str:
    """Empty where the answer has none: the status has said that the message was taken."""
    if not path:
        return ""
    try:
        found: Any = msgspec.json.decode(answer)
        for part in path.split("."):
            found = found[int(part)] if isinstance(found, list) else found[part]
    except (msgspec.DecodeError, LookupError, TypeError, ValueError):
        return ""
    return str(found)[:100]


def _wait(headers: httpx.Headers) -> timedelta:
    """Seconds, as gateways say it; a date, or nonsense, is left to our own patience."""
    seconds = headers.get("Retry-After", "")
    return (
        min(timedelta(seconds=int(seconds)), LONGEST_WAIT)
        if re.fullmatch(r"\d{1,6}", seconds)
        else timedelta()
    )
