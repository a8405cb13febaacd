"""A call from a carrier reaches the center by each kind of trunk. The carrier is a second engine, on
127.0.0.2."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from tests.telephony.engine import engine_settings, free_ports
from tests.telephony.own_engine import switch_of
from tests.telephony.test_engine_start import libraries_of
from tests.telephony.until import until
from tierline.asterisk.engine import Engine
from tierline.asterisk.engine_binary import engine_binary
from tierline.asterisk.engine_config import EngineSettings
from tierline.asterisk.trunk import Trunk
from tierline.ports.switch import EngineReady, Offered, Switch, SwitchEvent

CARRIER = "127.0.0.2"
NUMBER = "18005550100"
CERTIFICATES = Path(__file__).parent / "certificates"


def center_settings(var: Path, **differing: Any) -> EngineSettings:
    return msgspec.structs.replace(engine_settings(var / "c"), **differing)


def carrier_settings(var: Path, **differing: Any) -> EngineSettings:
    ports = msgspec.structs.replace(free_ports(), bind=CARRIER)
    return msgspec.structs.replace(engine_settings(var / "n"), ports=ports, **differing)


def to_center(center: EngineSettings, **differing: Any) -> Trunk:
    """The carrier's own line towards the center."""
    line = Trunk(name="center", kind="address", host=center.ports.bind, port=center.ports.sip)
    return msgspec.structs.replace(line, **differing)


def with_tls(settings: EngineSettings) -> EngineSettings:
    return msgspec.structs.replace(
        settings,
        tls_cert=CERTIFICATES / "line.pem",
        tls_key=CERTIFICATES / "line.key",
        tls_ca=CERTIFICATES / "authority.pem",
    )


async def test_a_call_comes_in_by_a_trunk_known_by_its_address(tmp_path: Path) -> None:
    trunk = Trunk(name="carrier", kind="address", host=CARRIER)
    center = center_settings(tmp_path, trunks=(trunk,))
    carrier = carrier_settings(tmp_path, trunks=(to_center(center),))
    async with running(center) as here, running(carrier) as there:
        await call(there, f"PJSIP/{NUMBER}@trunk-center")
        assert await arrived(here) == ("trunk", "trunk-carrier", NUMBER)


async def test_a_call_comes_in_by_a_trunk_we_registered(tmp_path: Path) -> None:
    carrier = carrier_settings(tmp_path)
    trunk = Trunk(
        name="carrier",
        kind="registration",
        host=CARRIER,
        port=carrier.ports.sip,
        username="line-1",
        password="invented-for-this-test",
        match=("192.0.2.1",),  # so that it is the registration that names the trunk, not the address
        numbers=(NUMBER,),
    )
    async with running(carrier) as there:
        await subscribe(there, "line-1", "invented-for-this-test")
        async with running(center_settings(tmp_path, trunks=(trunk,))) as here:
            await until(registered(there, "line-1"))
            await call(there, "PJSIP/line-1")
            assert await arrived(here) == ("trunk", "trunk-carrier", NUMBER)


async def test_a_call_comes_in_by_a_trunk_over_tls_with_its_sound_encrypted(tmp_path: Path) -> None:
    trunk = Trunk(name="carrier", kind="address", host=CARRIER, transport="tls")
    center = with_tls(center_settings(tmp_path, trunks=(trunk,)))
    out = to_center(center, transport="tls", port=center.ports.sip_tls)
    carrier = with_tls(carrier_settings(tmp_path, trunks=(out,)))
    async with running(center) as here, running(carrier) as there:
        await call(there, f"PJSIP/{NUMBER}@trunk-center")
        assert await arrived(here) == ("trunk", "trunk-carrier", NUMBER)
        assert await variable(here, "CHANNEL(rtp,secure)") == "1"
        # The encryption brings libraries of its own.
        prefix = engine_binary().prefix
        assert prefix is None or all(path.startswith(f"{prefix}/") for path in libraries_of(here.pid))


async def test_a_carrier_that_is_not_ours_is_refused_whatever_name_it_gives(tmp_path: Path) -> None:
    center = center_settings(tmp_path, trunks=(Trunk(name="carrier", kind="address", host="192.0.2.1"),))
    carrier = carrier_settings(tmp_path, trunks=(to_center(center),))
    async with running(center) as here, running(carrier) as there:
        for name in ("trunk-carrier", "trial", "anonymous"):
            await call(there, f"PJSIP/{NUMBER}@trunk-center", caller=name)
            await until(over(there))
        assert await ari(here, "GET", "channels") == []
        assert there.log.read_text().count("no auth ids available") == 3  # asked for a password it has not


PASSED, FAILED, UNCHECKED = "TN-Validation-Passed", "TN-Validation-Failed", "No-TN-Validation"


def asserted(verstat: str) -> dict[str, str]:
    """As a header that the carrier's network writes."""
    identity = f"<sip:+12025550143@{CARRIER};verstat={verstat}>"
    return {"PJSIP_HEADER(add,P-Asserted-Identity)": identity}


@pytest.mark.parametrize(
    ("verstat", "means"),
    [(PASSED, "passed"), (f"{PASSED}-A", "passed"), (FAILED, "failed"), (UNCHECKED, "unchecked")],
)
async def test_what_the_network_says_of_the_callers_number_comes_with_the_call(
    tmp_path: Path, verstat: str, means: str
) -> None:
    trunk = Trunk(name="carrier", kind="address", host=CARRIER, verstat=True)
    center = center_settings(tmp_path, trunks=(trunk,))
    carrier = carrier_settings(tmp_path, trunks=(to_center(center),))
    async with running(center) as here, running(carrier) as there, switch_of(here) as switch:
        offers = offered_to(switch)
        assert isinstance(await anext(offers), EngineReady)
        await call(there, f"PJSIP/{NUMBER}@trunk-center", headers=asserted(verstat))
        offered = await anext(offers)
        assert isinstance(offered, Offered)
        assert (offered.number, offered.attestation) == (NUMBER, means)
        (leg,) = (await switch.live()).legs
        assert leg.attestation == means  # also for a process that takes over


FORGED = (
    f'"<sip:+12025550143@x;verstat={PASSED}>" <sip:+12025550143@{CARRIER}>',
    f'"verstat={PASSED}" <sip:+12025550143@{CARRIER}>',
    f'<sip:+12025550143@{CARRIER}>;x="<sip:a@b;verstat={PASSED}>"',
    f"<sip:+12025550143@{CARRIER};verstat={PASSED}less>",
)


@pytest.mark.parametrize("written", FORGED)
async def test_what_a_caller_writes_into_a_name_attests_nothing(tmp_path: Path, written: str) -> None:
    trunk = Trunk(name="carrier", kind="address", host=CARRIER, verstat=True)
    center = center_settings(tmp_path, trunks=(trunk,))
    carrier = carrier_settings(tmp_path, trunks=(to_center(center),))
    async with running(center) as here, running(carrier) as there:
        headers = {"PJSIP_HEADER(add,P-Asserted-Identity)": written}
        await call(there, f"PJSIP/{NUMBER}@trunk-center", headers=headers)
        await arrived(here)
        assert await variable(here, "SAID")  # it was looked at
        assert await variable(here, "ATTESTED") == ""


@pytest.mark.parametrize(
    ("written", "means"),
    [
        (f"<sip:+12025550143@{CARRIER};verstat={FAILED}>", "failed"),
        (f'"verstat={PASSED}" <sip:+12025550143@{CARRIER}>', ""),
        (f'"<sip:a@b;verstat={PASSED}>" <sip:+12025550143@{CARRIER}>', ""),
    ],
)
async def test_without_an_asserted_identity_the_address_in_from_tells_it(
    tmp_path: Path, written: str, means: str
) -> None:
    trunk = Trunk(name="carrier", kind="address", host=CARRIER, verstat=True)
    center = center_settings(tmp_path, trunks=(trunk,))
    async with running(center) as here:
        with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as carrier:
            carrier.bind((CARRIER, 0))
            carrier.sendto(invite(carrier.getsockname(), written), (center.ports.bind, center.ports.sip))
            await arrived(here)
            assert await variable(here, "ATTESTED") == means


def invite(carrier: tuple[str, int], written: str) -> bytes:
    """A call as a carrier's proxy sends it, which the engine then describes the sound for."""
    host, port = carrier
    lines = (
        f"INVITE sip:{NUMBER}@center SIP/2.0",
        f"Via: SIP/2.0/UDP {host}:{port};branch=z9hG4bK-one",
        f"From: {written};tag=one",
        f"To: <sip:{NUMBER}@center>",
        f"Contact: <sip:{host}:{port}>",
        "Call-ID: one",
        "CSeq: 1 INVITE",
        "Max-Forwards: 70",
        "Content-Length: 0",
    )
    return "\r\n".join((*lines, "", "")).encode()


async def test_a_carrier_that_does_not_say_so_attests_nothing(tmp_path: Path) -> None:
    center = center_settings(tmp_path, trunks=(Trunk(name="carrier", kind="address", host=CARRIER),))
    carrier = carrier_settings(tmp_path, trunks=(to_center(center),))
    async with running(center) as here, running(carrier) as there:
        await call(there, f"PJSIP/{NUMBER}@trunk-center", headers=asserted(PASSED))
        await arrived(here)
        assert await variable(here, "ATTESTED") == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "two words"},
        {"name": "carrier", "password": "a\nb"},
        {"name": "carrier", "kind": "registration"},
    ],
)
def test_a_trunk_that_could_not_work_is_refused_when_it_is_read(wrong: dict[str, str]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"kind": "address", "host": "192.0.2.1", **wrong}, type=Trunk)


async def offered_to(switch: Switch) -> AsyncIterator[SwitchEvent]:
    """Until it takes too long."""
    async with asyncio.timeout(20):
        async for event in switch.events():
            yield event


@asynccontextmanager
async def running(settings: EngineSettings) -> AsyncIterator[Engine]:
    engine = Engine(settings)
    await engine.start()
    try:
        yield engine
    finally:
        await engine.stop()


async def ari(engine: Engine, method: str, path: str, **content: Any) -> Any:
    login = (engine.settings.ari_user, engine.settings.ari_password)
    async with httpx.AsyncClient(auth=login, trust_env=False) as client:
        answer = await client.request(method, f"{engine.ari_url}/{path}", **content)
    answer.raise_for_status()
    return answer.json() if answer.content else None


async def call(
    carrier: Engine, endpoint: str, *, caller: str = "anonymous", headers: Mapping[str, str] = {}
) -> None:
    """Without an application there, the carrier's own dialplan plays music to the answered call."""
    await ari(
        carrier,
        "POST",
        "channels",
        params={
            "endpoint": endpoint,
            "context": "center",
            "extension": "s",
            "priority": 1,
            "callerId": caller,
        },
        json={"variables": dict(headers)},
    )


def over(carrier: Engine) -> Callable[[], Awaitable[bool]]:
    async def check() -> bool:
        return bool(await ari(carrier, "GET", "channels") == [])

    return check


async def arrived(center: Engine) -> tuple[str, str, str]:
    """The door, the endpoint and the dialled number of the one call, once the center's fallback has
    answered it."""

    async def answered() -> bool:
        return [c["state"] for c in await ari(center, "GET", "channels")] == ["Up"]

    await until(answered)
    return (
        await variable(center, "DOOR"),
        await variable(center, "CHANNEL(endpoint)"),
        await variable(center, "DIALLED"),
    )


async def variable(center: Engine, name: str) -> str:
    """Empty where the call has no such."""
    (channel,) = await ari(center, "GET", "channels")
    try:
        answer = await ari(center, "GET", f"channels/{channel['id']}/variable", params={"variable": name})
    except httpx.HTTPStatusError as missing:
        if missing.response.status_code == httpx.codes.NOT_FOUND:
            return ""
        raise
    return str(answer["value"])


async def subscribe(carrier: Engine, user: str, password: str) -> None:
    async def put(kind: str, **fields: str) -> None:
        rows = [{"attribute": name, "value": value} for name, value in fields.items()]
        path = f"asterisk/config/dynamic/res_pjsip/{kind}/{user}"
        await ari(carrier, "PUT", path, json={"fields": rows})

    await put("auth", auth_type="userpass", username=user, password=password)
    await put("aor", max_contacts="1")
    await put("endpoint", auth=user, aors=user, context="from-trunk", transport="transport-udp", allow="ulaw")


def registered(carrier: Engine, user: str) -> Callable[[], Awaitable[bool]]:
    async def check() -> bool:
        return bool((await ari(carrier, "GET", f"endpoints/PJSIP/{user}"))["state"] == "online")

    return check
