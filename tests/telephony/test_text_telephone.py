"""A text telephone in a call to the whole center: the treatment that the agency set, and for nobody else."""

from pathlib import Path

from tests.telephony.center import RunningCenter
from tests.telephony.people import at_main_menu
from tests.telephony.signals import everything_else
from tierline.demo.stage import Stage
from tierline.speech import baudot, wav
from tierline.speech.wav import Samples

TOLD = "Heard the tones of a text telephone (TTY)"


async def test_a_caller_who_taps_the_space_bar_is_typed_to_and_an_agent_knows(people: Stage) -> None:
    await people.csr.ready()
    call = await people.dial("2025550131")
    await call.until_heard("welcome", within=10)
    call.say(baudot.render(" "))
    notice = await call.until_heard("tty-notice", within=20)
    assert notice.text == "PLS CALL 711 RELAY OR HOLD FOR AGENT GA"
    assert not next(heard for heard in call.heard() if heard.prompt == "welcome").whole
    await people.csr.answers()
    assert TOLD in [line.what for line in (await people.csr.until_serving()).timeline]


async def test_a_caller_who_speaks_and_presses_keys_goes_on_as_ever(
    people: Stage, center: RunningCenter
) -> None:
    call = await at_main_menu(people, "2025550132")
    for sound in (said(center, "welcome"), everything_else()["keys: all 16, as tones"]):
        call.say(sound)
    menu = await call.until_heard("main-menu", within=10)
    # By the time the menu is said again, all of that has been said too.
    await call.until_heard("main-menu", within=60, since=menu.until)
    await call.press("1")
    await call.until_heard("key-receipt", within=10)
    assert "tty-notice" not in [heard.prompt for heard in call.heard()]


def said(center: RunningCenter, prompt: str) -> Samples:
    return wav.read(next(Path(entry.sound) for entry in center.catalogue.entries() if entry.prompt == prompt))
