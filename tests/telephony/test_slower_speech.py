"""A caller who asks for slower speech, on the real engine."""

from tests.telephony.until import until
from tierline.caller.call import ScriptedCall
from tierline.caller.listening import HeardPrompt
from tierline.demo.stage import Stage


async def test_a_menu_asked_for_slower_is_heard_again_and_takes_longer(people: Stage) -> None:
    call = await people.dial("2025550112")
    usual = await menu_heard_to_its_end(call, nth=1)
    await call.press("8")
    slower = await menu_heard_to_its_end(call, nth=2)
    assert 1.2 < seconds(slower) / seconds(usual) < 1.5


async def menu_heard_to_its_end(call: ScriptedCall, *, nth: int) -> HeardPrompt:
    def menus() -> list[HeardPrompt]:
        return [h for h in call.heard() if (h.prompt, h.language, h.whole) == ("choose-language", "en", True)]

    async def heard() -> bool:
        return len(menus()) >= nth

    await until(heard, within=30)
    return menus()[nth - 1]


def seconds(heard: HeardPrompt) -> float:
    return heard.until - heard.at
