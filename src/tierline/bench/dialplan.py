"""The other side of the comparison: a menu written in the plain dialplan, on the same engine.

It is added to the running engine of the benchmark's own center and reached from an address of its own, so
that the configuration of a real center has nothing of it.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import httpx

from tierline.bench.center import BenchCenter
from tierline.bench.load import Line

CALLS_FROM = "127.0.0.3"
NUMBER = "plain"

ANSWER = """
[bench]
exten => {number},1,Answer()
 same => n,Goto({key},1)
"""
MENU = """exten => {key},1,Background({sound})
 same => n,WaitExten(60)
"""
ENDPOINT = """
[bench]
type = endpoint
identify_by = ip
context = bench
transport = transport-udp
disallow = all
allow = ulaw,alaw
direct_media = no

[bench-identify]
type = identify
endpoint = bench
match = {address}
"""


def plain_menus(center: BenchCenter, sounds: Mapping[str, Path]) -> Line:
    """For each key a menu that says its sound, in the order of the IVR's loop; a call begins at the last.
    Raises httpx.HTTPError."""
    home = center.var / "engine"
    menus = ANSWER.format(number=NUMBER, key=list(sounds)[-1])
    for nth, (key, sound) in enumerate(sounds.items()):
        copy = home / "sounds" / f"bench-{nth}.wav"
        shutil.copyfile(sound, copy)
        menus += MENU.format(key=key, sound=copy.with_suffix(""))
    _append(home / "etc" / "extensions.conf", menus)
    _append(home / "etc" / "pjsip.conf", ENDPOINT.format(address=CALLS_FROM))
    for module in ("pbx_config.so", "res_pjsip.so", "res_pjsip_endpoint_identifier_ip.so"):
        _reload(center, module)
    return Line(center.sip, NUMBER, CALLS_FROM)


def engine_version(center: BenchCenter) -> str:
    """Raises httpx.HTTPError."""
    answer = _ari(center).get("asterisk/info", params={"only": "system"})
    return str(answer.raise_for_status().json()["system"]["version"])


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text() + text)


def _reload(center: BenchCenter, module: str) -> None:
    _ari(center).put(f"asterisk/modules/{module}").raise_for_status()


def _ari(center: BenchCenter) -> httpx.Client:
    login = (center.engine.ari_user, center.engine.ari_password)
    return httpx.Client(base_url=center.ari_url, auth=login, timeout=10, trust_env=False)
