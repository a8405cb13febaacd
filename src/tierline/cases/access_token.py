"""A token by OAuth 2 client credentials, asked for once and used until shortly before it ends."""

import asyncio
from datetime import datetime, timedelta

import httpx
import msgspec

from tierline.cases.over_http import told
from tierline.ports.case_system import CaseSystemAway
from tierline.ports.clock import Clock

EARLY = timedelta(seconds=60)
"""So long before it ends it is not used any more: the other side's clock may be ahead, and an answer takes
its time."""

_SHORTEST = timedelta(seconds=5)


class _Granted(msgspec.Struct):
    """Some servers write the seconds as a text."""

    access_token: str
    expires_in: int | str


class AccessToken:
    def __init__(self, http: httpx.AsyncClient, url: str, client: tuple[str, str], clock: Clock) -> None:
        self._http = http
        self._url = url
        self._client = client
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._token = ""
        self._until: datetime | None = None

    async def get(self) -> str:
        """Raises CaseSystemAway."""
        async with self._one_at_a_time:
            if self._until is None or self._clock.now() >= self._until:
                await self._ask()
            return self._token

    def refused(self, token: str) -> None:
        """It is over before its time. Another that came meanwhile stays."""
        if token == self._token:
            self._until = None

    async def _ask(self) -> None:
        name, password = self._client
        form = {"grant_type": "client_credentials", "client_id": name, "client_secret": password}
        answer = await told(self._http, "POST", self._url, data=form)
        if answer.status != 200:
            raise CaseSystemAway(f"it gives no token: status {answer.status}")
        try:
            granted = msgspec.json.decode(answer.body, type=_Granted)
            lasts = timedelta(seconds=int(granted.expires_in))
        except (msgspec.MsgspecError, ValueError, OverflowError):
            raise CaseSystemAway("it gives no token that can be read") from None
        self._token = granted.access_token
        self._until = self._clock.now() + max(lasts - EARLY, _SHORTEST)
