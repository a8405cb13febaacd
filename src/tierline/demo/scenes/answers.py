"""The first call: the IVR answers the question, and nobody is rung."""

from tierline.demo.matters import AT_A_FIELD_OFFICE
from tierline.demo.score import ScoreKeeper, expect
from tierline.demo.stage import Stage


async def play(stage: Stage, score: ScoreKeeper) -> None:
    matter = AT_A_FIELD_OFFICE
    for agent in stage.agents:
        await agent.ready()
    with score.step("A1", "A call to the center's number is answered"):
        call = await stage.dial("2025550101")
    with score.step("B1.1", "The call starts in the IVR: the welcome is heard, and no phone rings"):
        await call.until_heard("welcome", within=10)
        await _nobody_rung(stage)
    with score.step("B1.2", "Recorded menus lead on, and keys work while they play"):
        await call.press("1")
        menu = await call.until_heard("main-menu", within=10)
        await call.press("1")
        asked = await call.until_heard("key-receipt", within=10)
        expect(asked.at - menu.at < 8, "the key to cut the menu short", f"{asked.at - menu.at:.0f} s of menu")
    with score.step("A4", "The IVR tells a caller who proves who they are the status of their case"):
        await call.press(matter.keys)
        await call.until_heard("key-birth-date", within=10)
        await call.press(matter.birth_keys)
        status = await call.until_heard("case-status", within=15)
        expect("transferred" in status.text, "the status of the case", status.text)
        await _nobody_rung(stage)
    await call.hang_up()


async def _nobody_rung(stage: Stage) -> None:
    for agent in stage.agents:
        state = (await agent.screen()).state.name
        expect(state == "ready", f"{agent.me.user} to be still ready", state)
