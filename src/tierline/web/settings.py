"""What the web server has to be told."""

from pathlib import Path

import msgspec


class WebSettings(msgspec.Struct, frozen=True, kw_only=True):
    """`sip` is the address to dial; `ui` the folder of the built workspace; `engine_websocket` the origin of
    the engine's websocket ("ws://127.0.0.1:8088"), which browsers' phones connect to.
    `verification_seconds` is the step to which the answer of a verification is delayed, so that its time
    tells nothing."""

    sip: str
    version: str
    ui: Path
    engine_websocket: str
    trial: bool = False
    secure_cookie: bool = False
    verification_seconds: float = 0.3
