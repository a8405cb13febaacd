"""Agents of the center, by its API as their workspace uses it, and with desk phones."""

import asyncio
from collections.abc import Iterable

import httpx

from tierline.bench.calls.agency import PASSWORD
from tierline.bench.phones.agents import AgentPhones

AT_ONCE = 8
"""People who sign in at the same time."""


class Duty:
    """`async with Duty(url, phones) as duty`. Raises httpx.HTTPError where the center refuses."""

    def __init__(self, url: str, phones: AgentPhones) -> None:
        self._http = httpx.AsyncClient(base_url=url, headers={"X-Tierline": "1"}, timeout=30, trust_env=False)
        self._phones = phones
        self.sessions: dict[int, str] = {}
        """What each is signed in by."""
        self._few = asyncio.Semaphore(AT_ONCE)

    async def __aenter__(self) -> "Duty":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def sign_in(self, agents: Iterable[int]) -> None:
        """With their phones registered, and not ready."""
        await asyncio.gather(*map(self._sign_in, agents))

    async def ready(self, agents: Iterable[int]) -> None:
        await asyncio.gather(*(self._ask(nth, "/api/agent/state", {"ready": True}) for nth in agents))

    async def not_ready(self, agents: Iterable[int]) -> None:
        told = {"ready": False, "reason": "break"}
        await asyncio.gather(*(self._ask(nth, "/api/agent/state", told) for nth in agents))

    async def plug_in(self, nth: int) -> None:
        """A fresh account, and the phone registered with it. Raises TimeoutError besides."""
        login = (await self._ask(nth, "/api/agent/phone", {"kind": "desk"})).json()
        await self._phones.register(login["user"], login["password"])

    async def _sign_in(self, nth: int) -> None:
        async with self._few:
            answer = await self._http.post(
                "/api/session", json={"user": f"agent-{nth}", "password": PASSWORD}
            )
            answer.raise_for_status()
            self.sessions[nth] = answer.cookies["tierline"]
            self._http.cookies.clear()
        await self.plug_in(nth)

    async def _ask(self, nth: int, path: str, told: dict[str, object]) -> httpx.Response:
        async with self._few:
            cookie = {"Cookie": f"tierline={self.sessions[nth]}"}
            answer = await self._http.post(path, json=told, headers=cookie)
        return answer.raise_for_status()
