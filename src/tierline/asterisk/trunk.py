"""A carrier's line into the center, as the agency writes it down, and as the engine reads it."""

from collections.abc import Sequence
from typing import Literal

import msgspec


class Trunk(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How calls from the telephone network arrive.

    `address`: the carrier sends to us from known addresses (`match`: IPs, networks or host names; `host`
    when empty).
    `registration`: we register at `host:port` with `username` and `password`, and calls come back that way.
    `numbers` are the dialled numbers this trunk carries; the first is where a registered line's calls arrive.
    `outbound`: calls out go by this trunk; without any such, by the first.
    `verstat`: the carrier says of each call whether the caller's number is attested (ATIS-1000074), and lets
    no caller say so.
    """

    name: str
    kind: Literal["address", "registration"]
    host: str
    port: int = 5060
    transport: Literal["udp", "tcp", "tls"] = "udp"
    username: str = ""
    password: str = ""
    match: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    outbound: bool = False
    verstat: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError (msgspec's ValidationError when decoding) for a trunk that could not work."""
        text = (self.name, self.host, self.username, self.password, *self.match, *self.numbers)
        if any(c in part for part in text for c in "\n\r;[]"):
            raise ValueError(
                f"trunk {self.name!r}: line ends, semicolons and brackets cannot stand in its settings"
            )
        if not self.name or not self.name.replace("-", "").isalnum():
            raise ValueError(f"trunk {self.name!r}: its name is letters, digits and dashes")
        if self.kind == "registration" and not (self.username and self.password):
            raise ValueError(f"trunk {self.name!r}: a registration needs a username and a password")


def line_out(trunks: Sequence[Trunk]) -> str | None:
    """The engine's endpoint that calls out go by; None without a trunk."""
    chosen = next((trunk for trunk in trunks if trunk.outbound), None) or next(iter(trunks), None)
    return _part(chosen) if chosen else None


Section = tuple[str, dict[str, str]]


def trunk_settings(trunk: Trunk) -> str:
    """The trunk's part of pjsip.conf."""
    sections = [_endpoint(trunk), _aor(trunk), _identify(trunk)]
    if trunk.username:
        sections.append(_auth(trunk))
    if trunk.kind == "registration":
        sections.append(_registration(trunk))
    return "\n".join(_written(name, settings) for name, settings in sections)


def _endpoint(trunk: Trunk) -> Section:
    settings = {
        "type": "endpoint",
        # Never by the name in a From header, which anyone can write.
        "identify_by": "ip",
        "context": "from-trunk",
        "disallow": "all",
        "allow": "ulaw,alaw,g722",
        "transport": f"transport-{trunk.transport}",
        "aors": _part(trunk),
        # Media through the engine always: it plays the prompts, and reads the keys.
        "direct_media": "no",
        "rtp_symmetric": "yes",
        "force_rport": "yes",
    }
    if trunk.transport == "tls":
        settings["media_encryption"] = "sdes"
        settings["media_encryption_optimistic"] = "yes"
    if trunk.verstat:
        settings["set_var"] = "TELLS_VERSTAT=yes"
    if trunk.username:
        settings["outbound_auth"] = f"{_part(trunk)}-auth"
    return _part(trunk), settings


def _aor(trunk: Trunk) -> Section:
    return _part(trunk), {"type": "aor", "contact": _carrier(trunk)}


def _identify(trunk: Trunk) -> Section:
    match = ",".join(trunk.match or (trunk.host,))
    return f"{_part(trunk)}-identify", {"type": "identify", "endpoint": _part(trunk), "match": match}


def _auth(trunk: Trunk) -> Section:
    login = {"type": "auth", "auth_type": "digest", "username": trunk.username, "password": trunk.password}
    return f"{_part(trunk)}-auth", login


def _registration(trunk: Trunk) -> Section:
    return f"{_part(trunk)}-registration", {
        "type": "registration",
        "transport": f"transport-{trunk.transport}",
        "outbound_auth": f"{_part(trunk)}-auth",
        "server_uri": _carrier(trunk),
        "client_uri": f"sip:{trunk.username}@{trunk.host}:{trunk.port}",
        "contact_user": trunk.numbers[0] if trunk.numbers else trunk.username,
        "retry_interval": "20",
        "forbidden_retry_interval": "300",
        "expiration": "300",
        "line": "yes",
        "endpoint": _part(trunk),
    }


def _carrier(trunk: Trunk) -> str:
    transport = "" if trunk.transport == "udp" else f";transport={trunk.transport}"
    return f"sip:{trunk.host}:{trunk.port}{transport}"


def _part(trunk: Trunk) -> str:
    return f"trunk-{trunk.name}"


def _written(name: str, settings: dict[str, str]) -> str:
    # A semicolon begins a comment in these files, unless escaped.
    lines = [f"{key} = {value}".replace(";", r"\;") for key, value in settings.items()]
    return "\n".join([f"[{name}]", *lines, ""])
