"""The third call: nobody at Tier 1 is ready, and the waiting caller asks for a supervisor."""

from tierline.demo import tone
from tierline.demo.score import ScoreKeeper, expect
from tierline.demo.stage import Stage


async def play(stage: Stage, score: ScoreKeeper) -> None:
    supervisor = stage.supervisor
    call = await stage.dial("2025550103")
    with score.step("B2.2", "A caller who waits for Tier 1 is told their place in line"):
        await call.until_heard("welcome", within=10)
        await call.press("1")
        await call.until_heard("main-menu", within=10)
        await call.press("02")  # a person; and rather in line than by a callback
        await call.until_heard("recording-notice", within=30)
        await call.press("1")
        await call.until_heard("position", within=30)
    with score.step("A11", "Waiting, the caller presses star, and is asked to confirm"):
        await call.press("*")
        await call.until_heard("confirm-supervisor", within=10)
        await supervisor.ready()
        state = (await supervisor.screen()).state.name
        expect(state == "ready", "nobody to be rung for a slip of the finger", state)
    with score.step("A11", "Confirmed, a supervisor answers, and they hear each other"):
        await call.press("1")
        at_supervisor = await supervisor.answers()
        seen = await supervisor.until_serving()
        expect(seen.supervisor == "answered", "the request to be on record as answered", seen.supervisor)
        await tone.carried(tone.CALLER, by=call, to=at_supervisor)
        await tone.carried(tone.AGENT, by=at_supervisor, to=call)
    with score.step("B4.2", "The call was routed to a supervisor because the customer asked"):
        asked = [line for line in seen.timeline if line.who == "caller" and "supervisor" in line.what]
        expect(bool(asked), "the caller's own request in the timeline", seen.timeline)
    await supervisor.ends(seen.id)
