"""Somebody in a browser of their own, who speaks with a voice of their own and hears what the page plays."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserType, Page, Request, WebSocket

EAR = Path(__file__).with_name("ear.js").read_text()
NEAR_HERTZ = 15
LOUD, SOFT = -45, -60
"""Decibels of a voice at its pitch: heard above the one, not heard below the other, and nothing between."""
STEADY = 1.5
"""Seconds."""
FLAGS = (
    "--no-sandbox",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    "--allow-loopback-in-peer-connection",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


class Person:
    def __init__(self, browser: Browser, center: str, hertz: int) -> None:
        self.hertz = hertz
        self._browser = browser
        context = browser.new_context(base_url=center, viewport={"width": 1440, "height": 900})
        context.add_init_script(EAR)
        self.page: Page = context.new_page()
        self._received: list[str] = []
        self._keep_all_that_is_received()

    def hears(self, other: "Person", *, within: float = 10) -> None:
        """Waits until it is so, seconds. Raises AssertionError."""
        latest = time.monotonic() + within
        while abs((pitch := self.page.evaluate("window.pitchHeard()")) - other.hertz) > NEAR_HERTZ:
            assert time.monotonic() < latest, f"heard {pitch:.0f} Hz and not {other.hertz}"
            self.page.wait_for_timeout(100)

    def hears_exactly(self, *heard: "Person", of: "tuple[Person, ...]", within: float = 10) -> None:
        """Waits until, for as long as `STEADY` says, these of the people are heard and none of the others.
        Raises AssertionError."""
        latest, since = time.monotonic() + within, time.monotonic()
        while time.monotonic() - since < STEADY:
            levels = {
                other.hertz: float(self.page.evaluate("window.loudnessOf", other.hertz)) for other in of
            }
            loud = {hertz for hertz, level in levels.items() if level > LOUD}
            if loud != {other.hertz for other in heard} or any(
                SOFT < level <= LOUD for level in levels.values()
            ):
                assert time.monotonic() < latest, f"heard {levels}, and not only {[h.hertz for h in heard]}"
                since = time.monotonic()
            self.page.wait_for_timeout(50)

    def received(self) -> str:
        """Every answer of the center to this browser so far, and every message on its live connections."""
        return "\n".join(self._received)

    def closes_the_browser(self) -> None:
        """At once, as when a machine is switched off: the page gets no time to say good-bye."""
        self._browser.close()

    def _keep_all_that_is_received(self) -> None:
        self.page.on("requestfinished", self._keep_answer)
        self.page.on("websocket", self._keep_websocket)
        # Playwright tells nothing of server-sent events, which never finish; the browser's own protocol does.
        protocol = self.page.context.new_cdp_session(self.page)
        protocol.on("Network.eventSourceMessageReceived", self._keep_event)
        protocol.send("Network.enable")

    def _keep_answer(self, request: Request) -> None:
        answer = request.response()
        if answer and "/api/" in request.url:
            self._received.append(answer.text())

    def _keep_event(self, message: dict[str, Any]) -> None:
        self._received.append(message["data"])

    def _keep_websocket(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._received.append(str(frame)))


@contextmanager
def person(chromium: BrowserType, program: str, center: str, tone: Path, hertz: int) -> Iterator[Person]:
    browser = chromium.launch(
        executable_path=program, args=[*FLAGS, f"--use-file-for-fake-audio-capture={tone}"]
    )
    try:
        yield Person(browser, center, hertz)
    finally:
        browser.close()
