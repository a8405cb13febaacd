"""Who hears whom while a supervisor is at a call: real phones, told apart by tones."""

import asyncio

import pytest

from tests.telephony.center import RunningCenter
from tests.telephony.people import nothing_left, people_of, talks_to_tier_1
from tests.telephony.until import until
from tierline.caller.call import NotHeard, ScriptedCall
from tierline.demo import tone
from tierline.demo.stage import Stage

SUPERVISOR = 1400.0
"""Hertz."""


async def not_carried(hertz: float, *, by: ScriptedCall, to: ScriptedCall) -> None:
    with pytest.raises(NotHeard):
        await tone.carried(hertz, by=by, to=to, within=2)


async def test_listening_whispering_joining_and_taking_over_are_heard_by_the_right_people_only(
    people: Stage, center: RunningCenter
) -> None:
    call, at_csr, seen = await talks_to_tier_1(people)
    supervisor = people.supervisor
    await supervisor.supervises(seen.id, "monitor", "a complaint about the last call")
    at_supervisor = await supervisor.answers()
    await tone.carried(tone.CALLER, by=call, to=at_supervisor)
    await tone.carried(tone.AGENT, by=at_csr, to=at_supervisor)
    await not_carried(SUPERVISOR, by=at_supervisor, to=call)
    await not_carried(SUPERVISOR, by=at_supervisor, to=at_csr)

    await supervisor.supervises(seen.id, "whisper")
    await tone.carried(SUPERVISOR, by=at_supervisor, to=at_csr)
    await not_carried(SUPERVISOR, by=at_supervisor, to=call)

    await supervisor.supervises(seen.id, "barge")
    await tone.carried(SUPERVISOR, by=at_supervisor, to=call)
    await tone.carried(SUPERVISOR, by=at_supervisor, to=at_csr)

    await supervisor.takes_over(seen.id)
    await asyncio.wait_for(at_csr.ended.wait(), 10)
    await tone.carried(tone.CALLER, by=call, to=at_supervisor)
    await tone.carried(SUPERVISOR, by=at_supervisor, to=call)
    await supervisor.ends(seen.id)
    await until(lambda: nothing_left(center))


async def test_in_an_emergency_a_supervisor_is_rung_and_heard_by_both(
    people: Stage, center: RunningCenter
) -> None:
    call, at_csr, seen = await talks_to_tier_1(people)
    await people.supervisor.ready()
    await people.csr.declares(seen.id, "threat")
    at_supervisor = await people.supervisor.answers()
    await tone.carried(SUPERVISOR, by=at_supervisor, to=call)
    await tone.carried(SUPERVISOR, by=at_supervisor, to=at_csr)
    await tone.carried(tone.CALLER, by=call, to=at_supervisor)
    await call.hang_up()
    await until(lambda: nothing_left(center))


async def test_a_killed_application_leaves_the_supervisor_listening_and_nothing_behind(
    own_center: RunningCenter,
) -> None:
    async with people_of(own_center) as people:
        call, at_csr, seen = await talks_to_tier_1(people)
        await people.supervisor.supervises(seen.id, "whisper", "training")
        at_supervisor = await people.supervisor.answers()
        await tone.carried(SUPERVISOR, by=at_supervisor, to=at_csr)
        own_center.kill()
        own_center.start()
        await tone.carried(tone.CALLER, by=call, to=at_supervisor)
        await tone.carried(SUPERVISOR, by=at_supervisor, to=at_csr)
        await not_carried(SUPERVISOR, by=at_supervisor, to=call)
        await call.hang_up()
        await asyncio.wait_for(at_supervisor.ended.wait(), 10)
        await until(lambda: nothing_left(own_center))
