"""A caller's text telephone is heard, by the fake and by the real engine, where it was asked for."""

from tests.contract.switches import People
from tests.contract.test_switch import people, where
from tierline.ports.switch import Key, TtyHeard

__all__ = ["people", "where"]


async def test_a_text_telephone_is_told_once_while_a_prompt_goes_on(people: People) -> None:
    leg = await people.caller_talks(hear_tty=True)
    await people.switch.play(leg, "menu", [people.sound["long"]])
    await people.hear(leg, "long")
    await people.types(leg, " ")
    await people.happens(TtyHeard(leg))
    await people.types(leg, "HELLO GA")
    await people.types(leg, "ANYBODY THERE Q GA")
    await people.hear(leg, "long")
    await people.presses(leg, "1")
    await people.happens(Key(leg, "1"))
    assert people.happened.count(TtyHeard(leg)) == 1


async def test_a_text_telephone_is_heard_on_hold_and_only_on_legs_where_it_was_asked_for(
    people: People,
) -> None:
    unasked = await people.caller_talks("5550101")
    asked = await people.caller_talks("5550102", hear_tty=True)
    await people.switch.hold(asked)
    await people.hear(asked, "music")
    await people.types(unasked, "HELLO GA")
    await people.types(asked, "HELLO GA")
    await people.happens(TtyHeard(asked))
    assert TtyHeard(unasked) not in people.happened
