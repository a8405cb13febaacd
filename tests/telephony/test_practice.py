"""A simulated caller on the real engine: heard at a real phone, and gone with all that was made for it."""

import asyncio
import os
import signal

import pytest

from tests.sample import load_agency
from tests.telephony.center import RunningCenter
from tests.telephony.people import IN_LINE, nothing_left, people_of
from tests.telephony.until import until
from tierline.caller.call import NotHeard, ScriptedCall
from tierline.demo.screen import CallOnScreen
from tierline.demo.stage import Stage
from tierline.practice.case import find

CASE = "an-officer-is-needed"


def line(number: int) -> str:
    """What the simulated caller says, from 1."""
    case = find(load_agency().practice, CASE)
    assert case
    return case.caller[number - 1].says


async def hears(side: ScriptedCall, words: str, within: float = 20) -> None:
    """Raises NotHeard."""
    try:
        async with asyncio.timeout(within):
            while not any(prompt.text == words and prompt.sure for prompt in side.heard()):
                await side.more()
    except TimeoutError:
        raise NotHeard(f"{words!r}; heard: {[prompt.text for prompt in side.heard()]}") from None


async def practising(people: Stage) -> tuple[ScriptedCall, CallOnScreen]:
    await people.csr.goes_into_practice()
    await people.csr.begins(CASE)
    side = await people.csr.answers()
    return side, await people.csr.until_serving()


async def test_the_simulated_caller_is_heard_line_by_line_and_leaves_nothing_behind(
    people: Stage, center: RunningCenter
) -> None:
    side, seen = await practising(people)
    await hears(side, line(1))
    await people.csr.has_the_caller_go_on(seen.id)
    await hears(side, line(2))
    await people.csr.transfers(seen.id, "2", "unresolved", "two files to be read")
    await people.csr.ends(seen.id)
    await asyncio.wait_for(side.ended.wait(), 10)
    await until(lambda: nothing_left(center))
    assert [row.id for row in await people.supervisor.newest_calls() if row.id == seen.id] == []
    shown = await people.supervisor.reads(seen.id)
    assert "In practice, not done: hand the caller on to Officers" in [entry.what for entry in shown.timeline]


async def test_a_caller_who_rings_meanwhile_is_not_presented_to_who_practises(
    people: Stage, center: RunningCenter
) -> None:
    await people.csr.goes_into_practice()
    call = await people.dial("2025550177")
    await call.until_heard("welcome", within=10)
    await call.press("1")
    await call.until_heard("main-menu", within=10)
    await call.press(IN_LINE)
    await call.until_heard("connecting", within=20)
    await people.csr.begins(CASE)
    side = await people.csr.answers()
    await hears(side, line(1))
    seen = await people.csr.until_serving()
    await people.csr.ends(seen.id)
    await asyncio.wait_for(side.ended.wait(), 10)
    await call.hang_up()


async def test_a_trainee_who_hangs_up_ends_the_practice_call(people: Stage, center: RunningCenter) -> None:
    side, _ = await practising(people)
    await side.hang_up()
    await people.csr.until("no call", lambda screen: screen.call is None)
    await until(lambda: nothing_left(center))


async def test_practice_goes_on_when_the_application_is_killed(own_center: RunningCenter) -> None:
    async with people_of(own_center) as people:
        side, seen = await practising(people)
        await hears(side, line(1))
        own_center.kill()
        own_center.start()
        again = await people.csr.until_serving()
        assert again.id == seen.id
        await people.csr.has_the_caller_go_on(seen.id)
        await hears(side, line(2))
        await people.csr.ends(seen.id)
        await asyncio.wait_for(side.ended.wait(), 10)
        await until(lambda: nothing_left(own_center))


async def test_a_killed_engine_ends_practice_and_no_callback_comes_of_it(own_center: RunningCenter) -> None:
    async with people_of(own_center) as people:
        _, seen = await practising(people)
        os.kill(own_center.engine.pid, signal.SIGKILL)
        await people.csr.until("no call", lambda screen: screen.call is None, within=20)
        shown = await people.supervisor.reads(seen.id)
        assert shown.phase == "ended"
        await until(lambda: nothing_left(own_center))
        with pytest.raises(TimeoutError):
            await until(lambda: something(own_center), within=3)


async def something(center: RunningCenter) -> bool:
    return await center.left_over() != []
