"""The web application over a `World`, and browsers of people who are signed in to it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from litestar import Litestar

from tests.journeys.world import World
from tests.quick_passwords import PASSWORD, quick_hash
from tierline.ports.store import Credential
from tierline.web.app import web_app
from tierline.web.settings import WebSettings

SIP = "sip:+18005550100@127.0.0.1:5060"


class Web:
    def __init__(
        self, world: World, *, ui: Path = Path("/nowhere"), trial: bool = True, step: float = 0.01
    ) -> None:
        self.world = world
        self.app: Litestar = web_app(
            world.center,
            WebSettings(
                sip=SIP,
                version="0.1.0",
                ui=ui,
                engine_websocket="ws://127.0.0.1:8088",
                trial=trial,
                verification_seconds=step,
            ),
        )

    def browser(self) -> "Browser":
        return Browser(self)

    def signed_in(self, user: str) -> "Browser":
        self.world.do(self.world.store.set_credential(Credential(user, quick_hash())))
        browser = self.browser()
        answer = browser.post("/api/session", {"user": user, "password": PASSWORD})
        assert answer.status_code == 200, answer.text
        return browser

    @asynccontextmanager
    async def served(self) -> AsyncIterator[str]:
        """On a real port, for what streams."""
        config = uvicorn.Config(
            self.app, host="127.0.0.1", port=0, log_config=None, access_log=False, ws="none"
        )
        server = uvicorn.Server(config)
        socket = config.bind_socket()
        serving = asyncio.create_task(server.serve(sockets=[socket]))
        await until(lambda: server.started)
        try:
            yield f"http://127.0.0.1:{socket.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving


async def until(true: Callable[[], bool]) -> None:
    """For what only a look at the server can tell."""
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


class Browser:
    def __init__(self, web: Web) -> None:
        self._world = web.world
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=web.app),  # type: ignore[arg-type]
            base_url="http://tierline.test",
            headers={"X-Tierline": "1"},
        )

    @property
    def cookies(self) -> dict[str, str]:
        return dict(self._client.cookies)

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self._world.do(self._client.get(path, headers=headers))

    def post(self, path: str, body: object = None, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._world.do(self._client.post(path, json=body, headers=named))

    def post_at_once(self, path: str, bodies: list[Any]) -> list[httpx.Response]:
        async def all_of_them() -> list[httpx.Response]:
            return await asyncio.gather(*(self._client.post(path, json=body) for body in bodies))

        return self._world.do(all_of_them())

    def delete(self, path: str) -> httpx.Response:
        return self._world.do(self._client.delete(path))

    def sees(self) -> dict[str, Any]:
        """The agent's whole screen."""
        view: dict[str, Any] = self.get("/api/agent/view").json()
        return view

    def at_hand(self) -> str:
        """The address of the call that this agent has now."""
        return f"/api/calls/{self.sees()['call']['id']}"
