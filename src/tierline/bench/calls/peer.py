"""The other side of the comparison: the engine's own `app_queue`, and callers who only wait in its dialplan.

All of it is added to the running engine of the benchmark's own center and reached from an address of its own,
so that the configuration of a real center has nothing of it.
"""

from pathlib import Path

import httpx

from tierline.bench.center import BenchCenter
from tierline.bench.phones.wire import Address

CALLS_FROM = "127.0.0.3"
QUEUE, MUSIC = "queue", "music"
"""What is dialled."""

# `Answer(0,i)` does not wait for the caller's sound; without `r` nobody has a ring tone, which costs a core.
DIALPLAN = """
[bench]
exten => queue,1,Answer(0,i)
 same => n,Queue(bench)
exten => music,1,Answer(0,i)
 same => n,MusicOnHold(default)
"""
CALLERS = f"""
[bench]
type = endpoint
identify_by = ip
context = bench
transport = transport-udp
disallow = all
allow = ulaw
direct_media = no

[bench-identify]
type = identify
endpoint = bench
match = {CALLS_FROM}
"""
PHONE = """
[peer-{nth}]
type = aor
contact = sip:peer-{nth}@{host}:{port}

[peer-{nth}]
type = endpoint
aors = peer-{nth}
context = from-agent
transport = transport-udp
disallow = all
allow = ulaw
direct_media = no
"""
# Its best: every free agent is given a call at once, the longest idle first, and it tries again each second.
QUEUES = """
[general]
persistentmembers = no

[bench]
strategy = leastrecent
autofill = yes
ringinuse = no
timeout = 20
retry = 1
wrapuptime = 0
joinempty = yes
leavewhenempty = no
announce-frequency = 0
"""
RTP_PORTS = 8_000
"""Two a leg: more than a center gives itself, since some thousand callers wait here for agents."""


def prepare_engine(center: BenchCenter, phones: Address, agents: int) -> None:
    """`phones` is where all agents' phones of this side are. Raises httpx.HTTPError."""
    etc = center.var / "engine" / "etc"
    _append(etc / "extensions.conf", DIALPLAN)
    host, port = phones
    each = "".join(PHONE.format(nth=nth, host=host, port=port) for nth in range(agents))
    _append(etc / "pjsip.conf", CALLERS + each)
    (etc / "queues.conf").write_text(QUEUES)
    _more_rtp_ports(etc / "rtp.conf")
    reloaded = ["pbx_config.so", "res_pjsip.so", "res_pjsip_endpoint_identifier_ip.so", "res_rtp_asterisk.so"]
    with ari(center) as engine:
        for module in reloaded:
            engine.put(f"asterisk/modules/{module}").raise_for_status()
        engine.post("asterisk/modules/app_queue.so").raise_for_status()


def silence(center: BenchCenter) -> None:
    """Callers of this side hear no music while they wait. A class of music without a file would still
    wake the engine 50 times a second for each. Raises httpx.HTTPError."""
    (center.var / "engine" / "etc" / "musiconhold.conf").write_text("")
    with ari(center) as engine:
        engine.put("asterisk/modules/res_musiconhold.so").raise_for_status()


def on_duty(center: BenchCenter, agents: int) -> None:
    """The first so many agents of the peer, and no others. Raises httpx.HTTPError."""
    members = "".join(f"member => PJSIP/peer-{nth}\n" for nth in range(agents))
    (center.var / "engine" / "etc" / "queues.conf").write_text(QUEUES + members)
    with ari(center) as engine:
        engine.put("asterisk/modules/app_queue.so").raise_for_status()


def ari(center: BenchCenter) -> httpx.Client:
    login = (center.engine.ari_user, center.engine.ari_password)
    return httpx.Client(base_url=center.ari_url, auth=login, timeout=30, trust_env=False)


def _more_rtp_ports(file: Path) -> None:
    lines = file.read_text().splitlines()
    start = next(int(line.partition("=")[2]) for line in lines if line.startswith("rtpstart"))
    changed = [f"rtpend={start + RTP_PORTS - 1}" if line.startswith("rtpend") else line for line in lines]
    file.write_text("\n".join([*changed, ""]))


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text() + text)
