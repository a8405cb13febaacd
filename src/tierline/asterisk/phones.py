"""Accounts of phones, made on the running engine; they live in its memory, and end with it."""

import secrets
from contextlib import suppress
from typing import Literal

import msgspec

from tierline.asterisk.ari import Ari, Refused
from tierline.ports.switch import SipLogin

COMMON = {
    "disallow": "all",
    "direct_media": "no",
    "rtp_timeout_hold": "60",
}
BROWSER = COMMON | {
    "allow": "ulaw",
    "rtp_timeout": "8",  # seconds: a browser that was closed says no BYE, and sends even while muted
    "webrtc": "yes",
    "dtls_auto_generate_cert": "yes",
    "transport": "transport-ws",  # its sound is then bound to the same address, not to every network
}
DESK = COMMON | {
    "allow": "ulaw,alaw",
    "rtp_timeout": "30",
    "rtp_symmetric": "yes",
    "force_rport": "yes",
    "rewrite_contact": "yes",
}
ENDPOINTS = {
    "browser": BROWSER | {"context": "from-agent"},
    "desk": DESK | {"context": "from-agent"},
    "visitor": BROWSER | {"context": "from-visitor"},
}


class SipAddress(msgspec.Struct, frozen=True):
    """How phones reach the engine: `host` and `port` for SIP, `websocket` (ws:// or wss://) for browsers."""

    host: str
    port: int
    websocket: str


class Phones:
    def __init__(self, ari: Ari, sip: SipAddress) -> None:
        self._ari = ari
        self._sip = sip

    async def sign_in(self, phone: str, kind: Literal["browser", "desk", "visitor"]) -> SipLogin:
        password = secrets.token_urlsafe(24)
        auth = {"auth_type": "userpass", "username": phone, "password": password}
        # A newer registration replaces the older: whoever signs in again from another place is rung there.
        aor = {"max_contacts": "1", "remove_existing": "yes"}
        if kind == "desk":
            # Over UDP nobody notices an unplugged phone, unless asked.
            aor |= {"qualify_frequency": "15", "qualify_timeout": "2"}
        # Anew: an object that is changed keeps what the new one does not name, and the engine warns of it.
        await self.sign_out(phone)
        await self._ari.configure("auth", phone, auth)
        await self._ari.configure("aor", phone, aor)
        # Without `from_domain`, phones are told the name of this machine.
        its_own = {"auth": phone, "aors": phone, "from_domain": self._sip.host}
        await self._ari.configure("endpoint", phone, ENDPOINTS[kind] | its_own)
        return SipLogin(
            uri=f"sip:{phone}@{self._sip.host}",
            user=phone,
            password=password,
            websocket=self._sip.websocket,
            registrar=f"{self._sip.host}:{self._sip.port}",
        )

    async def sign_out(self, phone: str) -> None:
        for kind in ("endpoint", "aor", "auth"):
            with suppress(Refused):  # 404: not there
                await self._ari.unconfigure(kind, phone)
