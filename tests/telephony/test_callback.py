"""A callback from the caller's choice to the conversation: real calls, by a trunk, and through a killed
application."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
import yaml

from tests.telephony.center import RunningCenter, copy_voices, running_center
from tests.telephony.engine import carrier
from tests.telephony.people import ON_DUTY, at_main_menu
from tierline.asterisk.trunk import Trunk
from tierline.caller.caller import Caller
from tierline.demo import tone
from tierline.demo.stage import Stage, open_stage

HOME = "+12025550199"
A_PERSON, YES = "0", "1"


@pytest.fixture
def line() -> Trunk:
    return carrier()


@pytest.fixture
async def own_center(center: RunningCenter, line: Trunk, tmp_path: Path) -> AsyncIterator[RunningCenter]:
    """With a line to the telephone network."""
    var = tmp_path / "var"
    copy_voices(center, var)
    (var / "line.yaml").write_text(yaml.safe_dump({"trunks": [msgspec.to_builtins(line)]}))
    with running_center(var) as running:
        yield running


@pytest.fixture
async def caller(own_center: RunningCenter, line: Trunk) -> AsyncIterator[Caller]:
    async with Caller(own_center.catalogue, listen=line.port) as caller:
        yield caller


def sign_ins(center: RunningCenter) -> dict[str, str]:
    return {user: center.sign_ins[user] for user in ON_DUTY}


async def is_promised_a_callback(people: Stage) -> None:
    call = await at_main_menu(people, HOME)
    await call.press(A_PERSON)
    await call.until_heard("offer-callback", within=20)
    await call.press(YES)
    await call.until_heard("use-this-number", within=20)
    await call.press(YES)
    await call.until_heard("callback-when", within=20)
    await call.press(YES)
    await call.until_heard("callback-promised", within=20)
    async with asyncio.timeout(30):
        await call.ended.wait()
    assert call.ended_by == "center"


async def test_a_promise_outlives_the_application_and_ends_in_a_conversation(
    own_center: RunningCenter, caller: Caller
) -> None:
    telephone = await caller.telephone(HOME)
    async with open_stage(own_center.url, sign_ins(own_center), caller) as people:
        await is_promised_a_callback(people)
    own_center.kill()
    own_center.start()
    async with open_stage(own_center.url, sign_ins(own_center), caller) as people:
        await people.csr.ready()
        at_csr = await people.csr.answers()
        at_home = await telephone.incoming(within=15)
        await at_home.answer()
        await at_home.until_heard("callback-greeting", within=15)
        await at_home.press(YES)
        await people.csr.until_serving()
        await tone.carried(tone.CALLER, by=at_home, to=at_csr)
        await tone.carried(tone.AGENT, by=at_csr, to=at_home)
        await at_home.hang_up()
        await people.csr.until("no call", lambda screen: screen.call is None)
    assert await own_center.left_over() == []
