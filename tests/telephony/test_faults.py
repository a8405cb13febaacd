"""Parts of a running center are killed in mid-call."""

import asyncio
import os
import signal

import pytest

from tests.telephony.center import RunningCenter
from tests.telephony.people import IN_LINE, asks_for_a_person, nothing_left, people_of, talks_to_tier_1
from tests.telephony.until import until
from tierline.demo import tone
from tierline.demo.matters import AT_A_FIELD_OFFICE
from tierline.demo.screen import Screen

PROBLEM = {"problem": "The case takes longer than normal."}


@pytest.mark.clause("A12")
async def test_a_conversation_goes_on_without_the_application_and_is_picked_up_again(
    own_center: RunningCenter,
) -> None:
    async with people_of(own_center) as people:
        call, at_csr, seen = await talks_to_tier_1(people)
        await people.csr.verifies(seen.id, AT_A_FIELD_OFFICE)
        own_center.kill()
        await tone.carried(tone.CALLER, by=call, to=at_csr)
        await tone.carried(tone.AGENT, by=at_csr, to=call)
        own_center.start()
        assert own_center.says("its calls go on")
        assert (await people.csr.until_serving()).id == seen.id
        await people.csr.until("the call picked up again", picked_up_again)
        await tone.carried(tone.CALLER, by=call, to=at_csr)
        after = await people.csr.requests(
            seen.id, "outside-normal-processing", AT_A_FIELD_OFFICE.receipt, PROBLEM
        )
        assert len(after.requests) == 1
        await call.until_heard("confirmation-number", within=15)
        await people.csr.ends(seen.id)
        await asyncio.wait_for(call.ended.wait(), 10)
        assert call.ended_by == "center"
        await until(lambda: nothing_left(own_center))


def picked_up_again(screen: Screen) -> bool:
    told = [line.what for line in screen.call.timeline] if screen.call else []
    return "Picked the call up again after a restart" in told


async def test_a_waiting_caller_keeps_their_place_while_the_application_restarts(
    own_center: RunningCenter,
) -> None:
    async with people_of(own_center) as people:
        call = await asks_for_a_person(people, IN_LINE)
        (waiting, *_) = await people.supervisor.newest_calls()
        before = await people.supervisor.reads(waiting.id)
        own_center.kill()
        own_center.start()
        assert not call.ended.is_set()
        await people.csr.ready()
        await people.csr.answers()
        seen = await people.csr.until_serving()
        assert (seen.id, seen.waiting_since) == (before.id, before.waiting_since)


async def test_a_killed_engine_is_started_again_its_calls_end_as_lost_and_the_next_is_answered(
    own_center: RunningCenter,
) -> None:
    async with people_of(own_center) as people:
        _, _, seen = await talks_to_tier_1(people)
        killed = own_center.engine.pid
        os.kill(killed, signal.SIGKILL)

        async def ended_as_lost() -> bool:
            newest = await people.supervisor.newest_calls()
            return [row.ending for row in newest if row.id == seen.id] == ["engine_lost"]

        await until(ended_as_lost, within=30)
        await people.csr.until("no call", lambda screen: screen.call is None)
    assert own_center.engine.pid != killed
    async with people_of(own_center) as people:
        await talks_to_tier_1(people)


async def test_agents_are_as_they_were_before_the_application_was_killed(own_center: RunningCenter) -> None:
    async with people_of(own_center) as people:
        await people.csr.ready()
        await people.officer.not_ready("training")
        before = (await people.officer.screen()).state
        own_center.kill()
        own_center.start()
        await people.csr.until("ready", lambda screen: screen.state.name == "ready")
        assert (await people.officer.screen()).state == before
        await asks_for_a_person(people)
        await people.csr.answers()
        await people.csr.until_serving()
