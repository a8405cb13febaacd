"""The last two calls: a file that an overseas office holds, and a caller who lives abroad."""

import asyncio

from tierline.caller.call import NotHeard, ScriptedCall
from tierline.caller.listening import HeardPrompt
from tierline.demo.matters import OVERSEAS
from tierline.demo.score import ScoreKeeper, expect
from tierline.demo.stage import Stage

_INDIA = "91#"


async def play_file(stage: Stage, score: ScoreKeeper) -> None:
    csr = stage.csr
    await csr.ready()
    call = await stage.dial("2025550104")
    with score.step("B2.2", "A caller whom the IVR verified is not asked again at Tier 1"):
        await call.until_heard("welcome", within=10)
        await call.press("1")
        await call.until_heard("main-menu", within=10)
        await call.press("1")
        await call.until_heard("key-receipt", within=10)
        await call.press(OVERSEAS.keys)
        await call.until_heard("key-birth-date", within=10)
        await call.press(OVERSEAS.birth_keys)
        await call.until_heard("case-status", within=15)
        await call.press("0")
        await call.until_heard("recording-notice", within=15)
        await call.press("1")
        await csr.answers()
        seen = await csr.until_serving()
        expect(seen.verification == "basic", "a verified caller", seen.verification)
    with score.step("A14", "The file is at an overseas office: a referral with its contact, and no request"):
        problem = {"problem": "The case takes longer than normal."}
        seen = await csr.requests(seen.id, "outside-normal-processing", OVERSEAS.receipt, problem)
        expect(not seen.requests, "no Service Request", seen.requests)
        expect(len(seen.referrals) == 1, "one referral", seen.referrals)
        referred = seen.referrals[0]
        expect(referred.office == OVERSEAS.office, f"the office {OVERSEAS.office}", referred.office)
        expect(bool(referred.phone and referred.address), "its telephone number and address", referred)
        expect(any(line.kind == "request" for line in seen.timeline), "a line on record", seen.timeline)
    await csr.ends(seen.id)
    await call.hang_up()


async def play_residence(stage: Stage, score: ScoreKeeper) -> None:
    call = await stage.dial("2025550105")
    with score.step("A2", "A caller who lives abroad is told the overseas office for their country"):
        await call.until_heard("welcome", within=10)
        await call.press("1")
        await call.until_heard("main-menu", within=10)
        await call.press("3")
        await call.until_heard("key-country", within=10)
        await call.press(_INDIA)
        told = await _begins(call, "overseas-office")
        expect("New Delhi" in told.text, "the office in New Delhi", told.text)
    with score.step("A2", "It can be heard again"):
        await call.press("9")
        await _begins(call, "overseas-office", since=told.at + 1)


async def _begins(call: ScriptedCall, prompt: str, since: float = 0) -> HeardPrompt:
    """The prompt tells the local time last, and half a minute of it has been said before with another time:
    its beginning has to do. Raises NotHeard, CallOver."""
    try:
        async with asyncio.timeout(15):
            while True:
                for heard in call.heard():
                    if heard.prompt == prompt and heard.at >= since:
                        return heard
                await call.more()
    except TimeoutError:
        raise NotHeard(f"{prompt!r} did not begin within 15 s") from None
