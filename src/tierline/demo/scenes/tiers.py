"""The second call climbs: Tier 1, an officer, a supervisor, and a Service Request at one office."""

import asyncio

from tierline.caller.call import ScriptedCall
from tierline.demo import tone
from tierline.demo.matters import AT_A_FIELD_OFFICE
from tierline.demo.score import ScoreKeeper, expect
from tierline.demo.screen import CallOnScreen
from tierline.demo.stage import Stage

_MATTER = AT_A_FIELD_OFFICE
_BASIC = {"receipt", "form", "status", "next_steps", "updated", "received", "normal_months"}
_WRONG_BIRTH_DATE = "01011990"


async def play(stage: Stage, score: ScoreKeeper) -> None:
    for agent in stage.agents:
        await agent.ready()
    call = await stage.dial("2025550102")
    await _asks_for_a_person(stage, score, call)
    call_id = await _tier_1(stage, score, call)
    await _officer(stage, score, call, call_id)
    await _supervisor(stage, score, call, call_id)
    await _request(stage, score, call, call_id)
    await call.hang_up()


async def _asks_for_a_person(stage: Stage, score: ScoreKeeper, call: ScriptedCall) -> None:
    with score.step("A8", "The IVR tells a caller who does not prove who they are nothing of the case"):
        await call.until_heard("welcome", within=10)
        await call.press("1")
        await call.until_heard("main-menu", within=10)
        await call.press("1")
        await call.until_heard("key-receipt", within=10)
        await call.press(_MATTER.keys)
        await call.until_heard("key-birth-date", within=10)
        await call.press(_WRONG_BIRTH_DATE)
        await call.until_heard("cannot-tell", within=10)
    with score.step("A5", "The caller chooses in the menu to speak to someone"):
        await call.until_heard("anything-else", within=15)
        await call.press("0")
        await call.until_heard("recording-notice", within=10)
        await call.press("1")  # nothing against it
        await call.until_heard("connecting", within=10)


async def _tier_1(stage: Stage, score: ScoreKeeper, call: ScriptedCall) -> str:
    csr = stage.csr
    with score.step("A6", "The first person is Tier 1, though an officer and a supervisor are ready"):
        at_csr = await csr.answers()
        seen = await csr.until_serving()
        expect(csr.me.tier == "1", "a person of Tier 1", csr.me.tier)
        for other in (stage.officer, stage.supervisor):
            state = (await other.screen()).state.name
            expect(state == "ready", f"{other.me.user} to be still ready", state)
    with score.step("B2.2", "From the IVR the caller is transferred to Tier 1, and they hear each other"):
        await tone.carried(tone.CALLER, by=call, to=at_csr)
        await tone.carried(tone.AGENT, by=at_csr, to=call)
    with score.step("A8", "Tier 1 sees what was keyed, and no fact of the case before verification"):
        keyed = seen.keyed_value("receipt")
        expect(keyed == _MATTER.receipt, f"the receipt number {_MATTER.receipt}", keyed)
        expect(seen.verification == "none", "an unverified caller", seen.verification)
        expect(seen.case is None, "no fact of the case", seen.case)
    with score.step("A8", "After verification Tier 1 sees basic facts, and no others"):
        seen = await csr.verifies(seen.id, _MATTER)
        expect(seen.verification == "basic", "a verified caller", seen.verification)
        expect(bool(seen.case_fields), "facts of the case", seen.case)
        expect(seen.case_fields <= _BASIC, f"only {sorted(_BASIC)}", sorted(seen.case_fields))
    with score.step("A9", "An approved script is presented, and what was said is on record with its version"):
        seen = await csr.presents(seen.id, "case-status")
        on_record = seen.presented[-1] if seen.presented else None
        expect(
            on_record is not None and on_record.version >= 1 and "transferred" in on_record.text,
            "the script's version and its exact words",
            on_record,
        )
        expect(any(line.kind == "script" for line in seen.timeline), "a line of the timeline", seen.timeline)
    return seen.id


async def _officer(stage: Stage, score: ScoreKeeper, call: ScriptedCall, call_id: str) -> None:
    csr, officer = stage.csr, stage.officer
    with score.step("B2.3", "Tier 1, unable to resolve it, escalates to a Tier 2 officer with a reason"):
        await csr.transfers(call_id, "2", "unresolved", "asks why the file was moved")
        at_officer = await officer.answers()
        seen = await officer.until_consulted()
    with score.step("A10", "The officer sees all that came before, while the caller holds"):
        _whole_context(seen)
    with score.step("A10", "The transfer is completed: the caller's voice reaches the officer"):
        await csr.completes_transfer(call_id)
        await officer.until_serving()
        await tone.carried(tone.CALLER, by=call, to=at_officer)
        await tone.carried(tone.AGENT, by=at_officer, to=call)


def _whole_context(seen: CallOnScreen) -> None:
    expect(bool(seen.path), "the way through the menus", seen.path)
    keyed = seen.keyed_value("receipt")
    expect(keyed == _MATTER.receipt, f"the receipt number {_MATTER.receipt}", keyed)
    expect(seen.verification == "basic", "a verified caller", seen.verification)
    presented = [script.text for script in seen.presented]
    expect(bool(presented) and "transferred" in presented[0], "what Tier 1 presented", presented)


async def _supervisor(stage: Stage, score: ScoreKeeper, call: ScriptedCall, call_id: str) -> None:
    officer, supervisor = stage.officer, stage.supervisor
    with score.step("B3.3", "The officer escalates to a supervisor by their own judgement"):
        await officer.transfers(call_id, "supervisor", "officer_judgement", "the move looks mistaken")
        at_supervisor = await supervisor.answers()
    with score.step("B4.1", "The supervisory officer has the context, and then the caller"):
        _whole_context(await supervisor.until_consulted())
        await officer.completes_transfer(call_id)
        await supervisor.until_serving()
        await tone.carried(tone.CALLER, by=call, to=at_supervisor)


async def _request(stage: Stage, score: ScoreKeeper, call: ScriptedCall, call_id: str) -> None:
    with score.step("A12", "A Service Request is made, and the caller is told its confirmation number"):
        problem = {"problem": "The case takes longer than normal."}
        before = call.heard()[-1].until if call.heard() else 0
        seen = await stage.supervisor.requests(call_id, "outside-normal-processing", _MATTER.receipt, problem)
        expect(len(seen.requests) == 1, "one request", seen.requests)
        made = seen.requests[0]
        said = await call.until_heard("confirmation-number", within=15, since=before)
        expect(made.spoken in said.text, f"the number {made.spoken} to be said", said.text)
    with score.step("A13", "It is in the inbox of the office that has the file, with the reason"):
        expect(made.office == _MATTER.office, f"the office {_MATTER.office}", made.office)
        clerk = stage.clerk_of(made.office)
        numbers = [request.number for request in await clerk.inbox()]
        expect(made.number in numbers, f"{made.number} in the inbox", numbers)
        because = [reason.says for reason in (await clerk.opens(made.number)).because]
        expect(any("has the file" in says for says in because), "the reason that it has the file", because)
    with score.step("B4.1", "The supervisor ends the call"):
        await stage.supervisor.ends(call_id)
        await asyncio.wait_for(call.ended.wait(), 10)
        expect(call.ended_by == "center", "the center to hang up", call.ended_by)
