"""Agents' live screens, each on a connection of its own that is opened again whenever it breaks."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress

import aiohttp

TRIES_AGAIN = 0.25
"""Seconds. Browsers take longer: this is the worst of all crowds."""


class Screens:
    """`async with Screens(url, sessions) as screens`: one for each agent's session."""

    def __init__(self, url: str, sessions: Mapping[int, str]) -> None:
        self._feed = f"{url}/api/agent/feed"
        self._sessions = sessions
        self._seen: dict[int, float] = {}
        self._all_seen = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._http: aiohttp.ClientSession

    async def __aenter__(self) -> "Screens":
        self._http = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None),
        )
        self._tasks = [asyncio.create_task(self._follow(*of)) for of in self._sessions.items()]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._http.close()

    def forget(self) -> None:
        """From now on only what is seen anew counts."""
        self._seen.clear()
        self._all_seen.clear()

    async def all_seen(self, within: float) -> list[float]:
        """When each saw its desk first, by time.monotonic(), in order. Raises TimeoutError."""
        async with asyncio.timeout(within):
            await self._all_seen.wait()
        return sorted(self._seen.values())

    async def _follow(self, agent: int, session: str) -> None:
        while True:
            with suppress(aiohttp.ClientError):
                await self._look(agent, session)
            await asyncio.sleep(TRIES_AGAIN)

    async def _look(self, agent: int, session: str) -> None:
        async with self._http.get(self._feed, headers={"Cookie": f"tierline={session}"}) as feed:
            feed.raise_for_status()
            async for line in feed.content:
                if line.startswith(b"data: ") and agent not in self._seen:
                    self._seen[agent] = time.monotonic()
                    if len(self._seen) == len(self._sessions):
                        self._all_seen.set()
