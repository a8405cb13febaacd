"""The SIP (RFC 3261) that a caller of the benchmark needs: to ring, be answered, and hang up, over UDP."""

import re
import secrets
from typing import Literal

import msgspec

from tierline.bench.rtp import KEYS

RESENT_AFTER = 0.5
"""Seconds after which what was not answered is sent again (T1 of RFC 3261, section 17)."""


class Message(msgspec.Struct, frozen=True):
    """`status` of an answer, 0 of a request; `method` of a request, or what is answered."""

    status: int
    method: str
    call: str
    text: str

    def header(self, name: str) -> str:
        """The first of this name; empty if there is none."""
        found = re.search(rf"^{name}\s*:\s*(.*?)\r?$", self.text, re.MULTILINE | re.IGNORECASE)
        return found[1] if found else ""


def read(datagram: bytes) -> Message:
    text = datagram.decode(errors="replace")
    first = text.split(" ", 2)
    answer = first[0] == "SIP/2.0"
    bare = Message(int(first[1]) if answer else 0, "", "", text)
    method = bare.header("CSeq").split()[-1:] if answer else first[:1]
    return msgspec.structs.replace(bare, method="".join(method), call=bare.header("Call-ID"))


def media_of(answered: Message) -> tuple[str, int]:
    """Where the engine wants to have the caller's sound."""
    host = re.search(r"^c=IN IP4 (\S+)", answered.text, re.MULTILINE)
    port = re.search(r"^m=audio (\d+)", answered.text, re.MULTILINE)
    if not host or not port:
        raise ValueError(f"the engine's answer names no place for sound:\n{answered.text}")
    return host[1], int(port[1])


def ok(request: Message) -> bytes:
    """To a request of the engine's, such as its BYE."""
    copied = [f"{name}: {request.header(name)}" for name in ("Via", "From", "To", "Call-ID", "CSeq")]
    return "\r\n".join(["SIP/2.0 200 OK", *copied, "Content-Length: 0", "", ""]).encode()


def _nobodys_number() -> str:
    """Of a country code that the ITU keeps free. Another for each call: a center knows its callers again, and
    one who rings a thousand times is no crowd."""
    return f"+999{secrets.randbelow(10**9):09}"


class Dialog:
    """One call's messages. `here` is where the caller's SIP is, `number` what it dials."""

    def __init__(self, here: tuple[str, int], engine: tuple[str, int], number: str, rtp_port: int) -> None:
        self.call = secrets.token_hex(8)
        self._here = f"{here[0]}:{here[1]}"
        self._host = here[0]
        self._target = f"sip:{number}@{engine[0]}:{engine[1]}"
        self._from = f"<sip:{_nobodys_number()}@{self._here}>;tag={secrets.token_hex(4)}"
        self._to = f"<{self._target}>"
        self._branch = f"z9hG4bK{secrets.token_hex(6)}"
        self._rtp_port = rtp_port

    def invite(self) -> bytes:
        sdp = (
            f"v=0\r\no=- 1 1 IN IP4 {self._host}\r\ns=-\r\nc=IN IP4 {self._host}\r\nt=0 0\r\n"
            f"m=audio {self._rtp_port} RTP/AVP 0 {KEYS}\r\na=rtpmap:0 PCMU/8000\r\n"
            f"a=rtpmap:{KEYS} telephone-event/8000\r\na=fmtp:{KEYS} 0-15\r\na=ptime:20\r\na=sendrecv\r\n"
        )
        return self._request("INVITE", 1, self._branch, sdp)

    def acknowledge(self, answered: Message) -> bytes:
        """Again for each copy of the answer."""
        self._to = answered.header("To")
        contact = re.search(r"<(.+?)>", answered.header("Contact"))
        if answered.status < 300:
            self._target = contact[1] if contact else self._target
            return self._request("ACK", 1, f"z9hG4bK{secrets.token_hex(6)}")
        return self._request("ACK", 1, self._branch)  # of a refusal it belongs to the INVITE itself

    def bye(self) -> bytes:
        return self._request("BYE", 2, f"{self._branch}b")

    def _request(
        self, method: Literal["INVITE", "ACK", "BYE"], nth: int, branch: str, sdp: str = ""
    ) -> bytes:
        lines = [
            f"{method} {self._target} SIP/2.0",
            f"Via: SIP/2.0/UDP {self._here};branch={branch};rport",
            "Max-Forwards: 70",
            f"From: {self._from}",
            f"To: {self._to}",
            f"Call-ID: {self.call}",
            f"CSeq: {nth} {method}",
            f"Contact: <sip:bench@{self._here}>",
            *(["Content-Type: application/sdp"] if sdp else []),
            f"Content-Length: {len(sdp)}",
            "",
            sdp,
        ]
        return "\r\n".join(lines).encode()
