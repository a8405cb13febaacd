"""What a rung phone says (RFC 3261, 13.3), and how it makes itself known to the engine (10.2, RFC 2617)."""

import re
from hashlib import md5

from tierline.bench import sip
from tierline.bench.phones.wire import Address
from tierline.bench.rtp import KEYS


def sdp(host: str, port: int) -> str:
    return (
        f"v=0\r\no=- 1 1 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\n"
        f"m=audio {port} RTP/AVP 0 {KEYS}\r\na=rtpmap:0 PCMU/8000\r\n"
        f"a=rtpmap:{KEYS} telephone-event/8000\r\na=fmtp:{KEYS} 0-15\r\na=ptime:20\r\na=sendrecv\r\n"
    )


def answer(invited: sip.Message, here: Address, status: str, tag: str, body: str = "") -> bytes:
    """To an INVITE: `180 Ringing`, `200 OK` with where sound goes, `486 Busy Here`."""
    copied = [f"{name}: {invited.header(name)}" for name in ("Via", "From", "Call-ID", "CSeq")]
    lines = [
        f"SIP/2.0 {status}",
        *copied,
        f"To: {invited.header('To')};tag={tag}",
        f"Contact: <sip:bench@{here[0]}:{here[1]}>",
        *(["Content-Type: application/sdp"] if body else []),
        f"Content-Length: {len(body)}",
        "",
        body,
    ]
    return "\r\n".join(lines).encode()


def dialled(request: sip.Message) -> str:
    """The user in a request's own address."""
    found = re.match(r"\w+ sip:([^@;>\s]+)@", request.text)
    return found[1] if found else ""


class Registration:
    """One phone's, at the engine: `message` first, then again with the answer to its challenge."""

    def __init__(self, user: str, password: str, here: Address, engine: Address) -> None:
        self.call = f"register-{user}-{here[1]}"
        self._user, self._password = user, password
        self._here, self._engine = here, engine
        self._nth = 0

    def message(self, challenge: sip.Message | None = None) -> bytes:
        self._nth += 1
        uri = f"sip:{self._engine[0]}:{self._engine[1]}"
        where = f"{self._here[0]}:{self._here[1]}"
        lines = [
            f"REGISTER {uri} SIP/2.0",
            f"Via: SIP/2.0/UDP {where};branch=z9hG4bK{self.call}{self._nth};rport",
            "Max-Forwards: 70",
            f"From: <sip:{self._user}@{self._engine[0]}>;tag={self._user}",
            f"To: <sip:{self._user}@{self._engine[0]}>",
            f"Call-ID: {self.call}",
            f"CSeq: {self._nth} REGISTER",
            f"Contact: <sip:{self._user}@{where}>",
            "Expires: 3600",
            *([self._proof(challenge, uri)] if challenge else []),
            "Content-Length: 0",
            "",
            "",
        ]
        return "\r\n".join(lines).encode()

    def _proof(self, challenge: sip.Message, uri: str) -> str:
        told = dict(re.findall(r'(\w+)="?([^",]+)"?', challenge.header("WWW-Authenticate")))
        realm, nonce = told["realm"], told["nonce"]
        who = _md5(f"{self._user}:{realm}:{self._password}")
        what = _md5(f"REGISTER:{uri}")
        proof = _md5(f"{who}:{nonce}:00000001:{self.call}:auth:{what}")
        return (
            f'Authorization: Digest username="{self._user}", realm="{realm}", nonce="{nonce}", uri="{uri}", '
            f'response="{proof}", algorithm=MD5, qop=auth, nc=00000001, cnonce="{self.call}"'
            + (f', opaque="{told["opaque"]}"' if "opaque" in told else "")
        )


def _md5(text: str) -> str:
    return md5(text.encode(), usedforsecurity=False).hexdigest()
