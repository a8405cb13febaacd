"""Where the text telephones of callers will not be noticed, who starts the center is told."""

from pathlib import Path

import msgspec

from tests.gateways.http_gateway import gateway
from tests.sample import load_agency
from tests.telephony.engine import engine_settings
from tierline.asterisk.engine import Engine
from tierline.ports.agency import Agency
from tierline.tty_heard import not_heard, warn_where_tty_is_not_heard

AGENCY = load_agency()
WITHOUT = msgspec.structs.replace(AGENCY, flow=msgspec.structs.replace(AGENCY.flow, tty=None))


async def said_of(engine: Engine, agency: Agency) -> list[str]:
    said: list[str] = []
    await warn_where_tty_is_not_heard(engine, agency, said.append)
    return said


async def said_with(var: Path, version: str, agency: Agency = AGENCY) -> list[str]:
    """An engine that answers as one of this version does."""
    async with gateway() as older:
        older.will_answer(200, body=f'{{"system": {{"version": "{version}", "entity_id": "x"}}}}')
        ports = msgspec.structs.replace(engine_settings(var).ports, http=older.port)
        return await said_of(Engine(msgspec.structs.replace(engine_settings(var), ports=ports)), agency)


async def test_our_own_engine_notices_them_and_nothing_is_said(engine: Engine) -> None:
    assert await said_of(engine, AGENCY) == []


async def test_of_an_older_engine_it_is_said_and_logged(tmp_path: Path) -> None:
    assert await said_with(tmp_path, "20.9.3") == [not_heard("20.9.3")]
    assert "Asterisk 20.9.3 does not notice them" in not_heard("20.9.3")


async def test_where_the_flow_has_no_step_for_them_nothing_is_said(tmp_path: Path) -> None:
    assert await said_with(tmp_path, "20.9.3", WITHOUT) == []


async def test_an_engine_that_does_not_tell_its_version_stops_no_start(tmp_path: Path) -> None:
    async with gateway() as broken:
        broken.will_answer(500)
        ports = msgspec.structs.replace(engine_settings(tmp_path).ports, http=broken.port)
        assert (
            await said_of(Engine(msgspec.structs.replace(engine_settings(tmp_path), ports=ports)), AGENCY)
            == []
        )
