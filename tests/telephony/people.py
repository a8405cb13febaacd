"""Callers and staff of a running center, who leave it as they found it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.telephony.center import RunningCenter
from tests.telephony.until import until
from tierline.caller.call import ScriptedCall
from tierline.caller.caller import Caller
from tierline.demo.matters import Matter
from tierline.demo.screen import CallOnScreen
from tierline.demo.staff import StaffMember
from tierline.demo.stage import Stage, open_stage
from tierline.speech.catalogue import Catalogue

A_PERSON = "0"
IN_LINE = "02"
"""Where nobody is free a callback is offered first, and 2 waits in line."""

WRONG_BIRTH_DATE = "01011990"
ON_DUTY = ("carla", "olga", "selma", "clerk-newark", "clerk-nbc")


@asynccontextmanager
async def people_of(center: RunningCenter, heard_by: Catalogue | None = None) -> AsyncIterator[Stage]:
    """Callers know what they hear by the center's own catalogue, or by the one of `heard_by`."""
    sign_ins = {user: center.sign_ins[user] for user in ON_DUTY}
    async with (
        Caller(heard_by or center.catalogue) as caller,
        open_stage(center.url, sign_ins, caller) as stage,
    ):
        yield stage
        await stage.clear()
        await until(lambda: nothing_left(center))


async def nothing_left(center: RunningCenter) -> bool:
    return await center.left_over() == []


@pytest.fixture
async def people(center: RunningCenter) -> AsyncIterator[Stage]:
    """After the test the engine has no channel, no bridge and nothing to complain of."""
    before = len(center.complaints())
    async with people_of(center) as stage:
        yield stage
    new = center.complaints()[before:]
    assert not new, new


async def at_main_menu(people: Stage, number: str = "2025550199") -> ScriptedCall:
    call = await people.dial(number)
    await call.until_heard("welcome", within=10)
    await call.press("1")
    await call.until_heard("main-menu", within=10)
    return call


async def keys_receipt(call: ScriptedCall, keys: str) -> None:
    await call.press("1")
    await call.until_heard("key-receipt", within=10)
    await call.press(keys)


async def asks_for_a_person(people: Stage, keys: str = A_PERSON) -> ScriptedCall:
    """Somebody is free, unless they wait `IN_LINE`."""
    call = await at_main_menu(people)
    await call.press(keys)
    await is_told_of_the_recording(call)
    await call.until_heard("connecting", within=20)
    return call


async def is_told_of_the_recording(call: ScriptedCall) -> None:
    """And has nothing against it."""
    await call.until_heard("recording-notice", within=20)
    await call.press("1")


async def talks_to_tier_1(people: Stage) -> tuple[ScriptedCall, ScriptedCall, CallOnScreen]:
    """The caller's side, the agent's side, and the agent's screen."""
    await people.csr.ready()
    call = await asks_for_a_person(people)
    at_csr = await people.csr.answers()
    return call, at_csr, await people.csr.until_serving()


async def hands_on(
    by: StaffMember, to: StaffMember, seen: CallOnScreen, *, trigger: str = "unresolved"
) -> ScriptedCall:
    """A warm transfer from beginning to end; the side of the colleague who takes the call."""
    await to.ready()
    assert to.me.tier
    await by.transfers(seen.id, to.me.tier, trigger, "cannot be resolved here")
    side = await to.answers()
    await to.until_consulted()
    await by.completes_transfer(seen.id)
    await to.until_serving()
    return side


async def verified(staff: StaffMember, seen: CallOnScreen, matter: Matter) -> CallOnScreen:
    after = await staff.verifies(seen.id, matter)
    assert after.verification == "basic"
    return after
