"""Headers on every answer that tell browsers what not to do."""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

from tierline.web.settings import WebSettings


def policy(settings: WebSettings) -> str:
    """Scripts, styles and connections of our own only, and the engine's websocket for the browser phone."""
    return "; ".join(
        (
            "default-src 'self'",
            f"connect-src 'self' {settings.engine_websocket}",
            "img-src 'self' data:",
            "media-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


class SecurityHeaders:
    def __init__(self, settings: WebSettings) -> None:
        self._headers = {
            "Content-Security-Policy": policy(settings),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
        }

    async def __call__(self, message: Message, scope: Scope) -> None:
        if message["type"] != "http.response.start":
            return
        headers = MutableScopeHeaders.from_message(message)
        for name, value in self._headers.items():
            headers[name] = value
        if scope["path"].startswith("/api"):
            headers["Cache-Control"] = "no-store"
