"""The engine's whole configuration, written into the state folder: what Asterisk reads is what this file
and `etc/` say."""

import re
from pathlib import Path

import msgspec

from tierline.asterisk.engine_binary import EngineBinary
from tierline.asterisk.trunk import Trunk, trunk_settings
from tierline.ports.door import Admission

TEMPLATES = Path(__file__).parent / "etc"
HTTP_ADDRESS = "127.0.0.1"
"""Of ARI and the browsers' websocket: the way to command the engine is never offered to the network, whatever
address the telephone side has."""
AHEAD = 500_000
"""Microseconds by which calls may come before their pace: people call at random moments, not evenly."""
FOLDERS = ("etc", "lib", "run", "log", "spool", "sounds", "moh", "lib/keys")


class EnginePorts(msgspec.Struct, frozen=True):
    """`sip` serves UDP and TCP; `http` serves ARI and the browsers' websocket; `rtp_start` is even,
    `rtp_end` included."""

    sip: int
    sip_tls: int
    http: int
    rtp_start: int
    rtp_end: int
    bind: str = "127.0.0.1"


class EngineSettings(msgspec.Struct, frozen=True):
    """`var` is the center's state folder; the engine keeps to `var/engine`. TLS is offered when a
    certificate is given."""

    var: Path
    ports: EnginePorts
    ari_user: str
    ari_password: str
    app: str = "tierline"
    admits: Admission = Admission()
    trunks: tuple[Trunk, ...] = ()
    hold_music: bool = True
    tls_cert: Path | None = None
    tls_key: Path | None = None
    tls_ca: Path | None = None
    """Who may vouch for a carrier's certificate; the machine's own list when absent."""

    @property
    def home(self) -> Path:
        return self.var.resolve() / "engine"


def write_config(settings: EngineSettings, binary: EngineBinary) -> None:
    """Make the engine's folders and (again) its configuration. Raises OSError where the state folder cannot
    be written."""
    home = settings.home
    for folder in FOLDERS:
        (home / folder).mkdir(parents=True, exist_ok=True)
    # Passwords are in there.
    (home / "etc").chmod(0o700)
    values = _values(settings, binary)
    for template in sorted(TEMPLATES.glob("*.conf")):
        text = _filled(template.read_text(), values)
        if template.name == "modules.conf":
            text = _present(text, binary.modules)
        if template.name == "pjsip.conf":
            text += _tls_transport(settings) + "".join("\n" + trunk_settings(t) for t in settings.trunks)
        (home / "etc" / template.name).write_text(text)


def _values(settings: EngineSettings, binary: EngineBinary) -> dict[str, str]:
    return {
        **{name: str(value) for name, value in msgspec.structs.asdict(settings.ports).items()},
        "http_address": HTTP_ADDRESS,
        "var": str(settings.home),
        "modules": str(binary.modules),
        "data": str(binary.data),
        "app": settings.app,
        "most_in": str(settings.admits.calls),
        "most_told": str(settings.admits.told),
        "gap": str(round(1_000_000 / settings.admits.a_second)),
        "ahead": str(AHEAD),
        "system_name": settings.app,
        "ari_user": settings.ari_user,
        "ari_password": settings.ari_password,
    }


def _filled(template: str, values: dict[str, str]) -> str:
    """`@{name}` stands for a value: `${name}` is the dialplan's own."""
    return re.sub(r"@\{(\w+)\}", lambda place: values[place[1]], template)


def _present(module_list: str, folder: Path) -> str:
    """Older engines lack what newer ones split off (res_websocket_client); loading what is not there is an
    error."""
    return re.sub(
        r"^load=(\S+)\n",
        lambda line: line[0] if (folder / line[1]).exists() else "",
        module_list,
        flags=re.MULTILINE,
    )


def _tls_transport(settings: EngineSettings) -> str:
    if settings.tls_cert is None or settings.tls_key is None:
        return ""
    authority = f"ca_list_file = {settings.tls_ca}" if settings.tls_ca else "ca_list_path = /etc/ssl/certs"
    return f"""
[transport-tls]
type = transport
protocol = tls
method = tlsv1_2
bind = {settings.ports.bind}:{settings.ports.sip_tls}
cert_file = {settings.tls_cert}
priv_key_file = {settings.tls_key}
{authority}
verify_server = yes
"""
