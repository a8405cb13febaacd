"""What the center relies on of any switch, shown in memory and on the real engine alike."""

import asyncio

import pytest

from tests.contract.at_the_switch import people, where
from tests.contract.switches import (
    CENTER,
    HOME,
    NOBODYS,
    NUMBER,
    People,
    until,
)
from tierline.calls.names import LegId
from tierline.ports.switch import Key, LegAnswered, LegEnded, LegGone, Offered, PlaybackEnded

__all__ = ["people", "where"]

AGENT = LegId("leg-of-agent")
CALLEE = LegId("leg-of-callee")


async def test_a_caller_is_offered_answered_and_hears_prompts_one_after_the_other(people: People) -> None:
    leg = await people.dials("5550101")
    await people.happens(Offered(leg, NUMBER, "5550101"))
    await people.switch.answer(leg)
    await people.is_through(leg)
    await people.switch.play(leg, "welcome", [people.sound["short"], people.sound["other"]])
    await people.hear(leg, "short")
    people.plays_out(leg)
    await people.happens(PlaybackEnded(leg, "welcome"))
    await people.hear(leg)


async def test_nothing_to_play_is_over_at_once(people: People) -> None:
    leg = await people.caller_talks()
    await people.switch.play(leg, "nothing", [])
    await people.happens(PlaybackEnded(leg, "nothing"))


async def test_what_cannot_be_played_was_not_heard(people: People) -> None:
    leg = await people.caller_talks()
    people.cannot_play("short")
    await people.switch.play(leg, "notice", [people.sound["short"]])
    await people.happens(PlaybackEnded(leg, "notice", heard=False))


async def test_a_key_is_heard_during_a_prompt_and_stopping_silences_it(people: People) -> None:
    leg = await people.caller_talks()
    await people.switch.play(leg, "menu", [people.sound["long"]])
    await people.hear(leg, "long")
    await people.presses(leg, "1*#")
    for digit in "1*#":
        await people.happens(Key(leg, digit))
    await people.switch.stop_playing(leg)
    await people.hear(leg)
    assert PlaybackEnded(leg, "menu") not in people.happened


async def test_a_new_prompt_supersedes_the_one_before(people: People) -> None:
    leg = await people.caller_talks()
    await people.switch.play(leg, "menu", [people.sound["long"]])
    await people.hear(leg, "long")
    await people.switch.play(leg, "sorry", [people.sound["short"]])
    await people.hear(leg, "short")
    people.plays_out(leg)
    await people.happens(PlaybackEnded(leg, "sorry"))
    assert PlaybackEnded(leg, "menu") not in people.happened


async def test_a_caller_on_hold_hears_music_then_a_prompt_with_keys_then_music_again(people: People) -> None:
    leg = await people.caller_talks()
    await people.switch.hold(leg)
    await people.hear(leg, "music")
    await people.switch.play(leg, "position", [people.sound["short"]])
    await people.hear(leg, "short")
    await people.presses(leg, "5")
    people.plays_out(leg)
    await people.happens(PlaybackEnded(leg, "position"))
    await people.happens(Key(leg, "5"))
    await people.hear(leg, "music")


async def test_a_prompt_on_hold_can_be_stopped_and_music_comes_back(people: People) -> None:
    leg = await people.caller_talks()
    await people.switch.hold(leg)
    await people.switch.play(leg, "position", [people.sound["long"]])
    await people.hear(leg, "long")
    await people.switch.stop_playing(leg)
    await people.hear(leg, "music")


async def test_an_agent_answers_and_the_two_hear_each_other(people: People) -> None:
    caller = await people.caller_talks()
    await people.switch.hold(caller)
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", caller)
    await people.switch.join("call-1", AGENT)
    await people.hear(caller, AGENT)
    await people.hear(AGENT, caller)
    await people.presses(caller, "7")
    await people.happens(Key(caller, "7"))


async def test_a_prompt_in_a_room_is_heard_by_that_leg_alone(people: People) -> None:
    caller = await people.caller_talks()
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", caller)
    await people.switch.join("call-1", AGENT)
    await people.hear(AGENT, caller)
    await people.switch.play(AGENT, "notice", [people.sound["long"]])
    await people.hear(AGENT, "long")
    await people.hear(caller, *people.hears(caller) - {"long"})
    assert "long" not in people.hears(caller)
    await people.switch.stop_playing(AGENT)
    await people.hear(AGENT, caller)


async def test_a_caller_put_on_hold_during_a_talk_is_not_heard_and_comes_back(people: People) -> None:
    caller = await people.caller_talks()
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", caller)
    await people.switch.join("call-1", AGENT)
    await people.hear(AGENT, caller)
    await people.switch.hold(caller)
    await people.hear(caller, "music")
    await people.hear(AGENT)
    await people.switch.join("call-1", caller)
    await people.hear(caller, AGENT)


async def test_a_caller_parted_from_hold_or_a_room_is_alone_in_silence_and_hears_prompts(
    people: People,
) -> None:
    caller = await people.caller_talks()
    await people.switch.hold(caller)
    await people.hear(caller, "music")
    await people.switch.part(caller)
    await people.hear(caller)
    await people.switch.play(caller, "menu", [people.sound["short"]])
    people.plays_out(caller)
    await people.happens(PlaybackEnded(caller, "menu"))
    await people.agent_talks("ana", LegId("agent-1"))
    for leg in (caller, LegId("agent-1")):
        await people.switch.join("talk", leg)
    await people.hear(caller, "agent-1")
    await people.switch.part(caller)
    await people.hear(caller)
    await people.switch.part(caller)


async def test_moving_a_leg_ends_the_prompt_it_was_hearing(people: People) -> None:
    leg = await people.caller_talks()
    await people.switch.play(leg, "menu", [people.sound["long"]])
    await people.hear(leg, "long")
    await people.switch.hold(leg)
    await people.hear(leg, "music")
    assert PlaybackEnded(leg, "menu") not in people.happened


async def test_a_muted_leg_hears_and_is_not_heard_wherever_it_goes(people: People) -> None:
    caller = await people.caller_talks()
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", caller)
    await people.switch.join("call-1", AGENT)
    await people.hear(caller, AGENT)
    for _ in range(2):
        await people.switch.mute(AGENT, muted=True)
    await people.hear(caller)
    await people.hear(AGENT, caller)
    await people.switch.join("call-2", AGENT)
    await people.switch.join("call-2", caller)
    await people.hear(AGENT, caller)
    await people.hear(caller)
    await people.presses(AGENT, "5")
    await people.happens(Key(AGENT, "5"))
    for _ in range(2):
        await people.switch.mute(AGENT, muted=False)
    await people.hear(caller, AGENT)


async def test_keys_are_pressed_towards_a_telephone_in_a_room(people: People) -> None:
    await people.telephone(HOME)
    await people.switch.dial(CALLEE, HOME, caller_id=CENTER)
    await people.answers(HOME, CALLEE)
    await people.happens(LegAnswered(CALLEE))
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", CALLEE)
    await people.switch.join("call-1", AGENT)
    await people.switch.send_keys(CALLEE, "12*#")
    await until(lambda: people.keys_heard(CALLEE) == "12*#", lambda: people.keys_heard(CALLEE))
    assert people.keys_heard(AGENT) == ""
    await people.hear(CALLEE, AGENT)


async def test_closing_a_room_leaves_its_legs_alive_and_alone(people: People) -> None:
    caller = await people.caller_talks()
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", caller)
    await people.switch.join("call-1", AGENT)
    await people.hear(AGENT, caller)
    await people.switch.close("call-1")
    await people.hear(AGENT)
    await people.switch.hold(caller)
    await people.hear(caller, "music")
    await people.switch.close("call-1")
    await people.nothing_snoops()


async def test_a_phone_that_is_not_registered_is_unreachable(people: People) -> None:
    await people.switch.ring(AGENT, "nobody", shown="Tier 1")
    await people.happens(LegEnded(AGENT, "unreachable"))


async def test_a_phone_that_was_unplugged_is_unreachable(people: People) -> None:
    await people.register("ana")
    await people.unplug("ana")
    await people.switch.ring(AGENT, "ana", shown="Tier 1")
    await people.happens(LegEnded(AGENT, "unreachable"))


async def test_an_agent_who_rejects_is_told_from_one_who_does_not_answer(people: People) -> None:
    await people.register("ana")
    await people.switch.ring(AGENT, "ana", shown="Tier 1")
    await people.rejects("ana")
    await people.happens(LegEnded(AGENT, "rejected"))


async def test_a_phone_stops_ringing_when_the_center_hangs_up(people: People) -> None:
    await people.register("ana")
    await people.switch.ring(AGENT, "ana", shown="Tier 1")
    await people.switch.hang_up(AGENT)
    await people.happens(LegEnded(AGENT, "hung_up"))


async def test_phones_given_up_while_they_are_being_rung_are_not_left_behind(people: People) -> None:
    await people.register("ana")
    legs = [LegId(f"leg-of-agent-{nth}") for nth in range(20)]
    await asyncio.gather(
        *(people.switch.ring(leg, "ana", shown="Tier 1") for leg in legs),
        *(people.switch.hang_up(leg) for leg in legs),
    )
    async with asyncio.timeout(15):
        while (await people.switch.live()).legs:  # noqa: ASYNC110 (the engine's doing)
            await asyncio.sleep(0.05)


async def test_a_telephone_is_dialled_by_the_line_and_talks_like_any_leg(people: People) -> None:
    await people.telephone(HOME)
    await people.switch.dial(CALLEE, HOME, caller_id=CENTER)
    await people.answers(HOME, CALLEE)
    await people.happens(LegAnswered(CALLEE))
    assert people.shown(CALLEE) == CENTER
    await people.switch.play(CALLEE, "greeting", [people.sound["long"]])
    await people.hear(CALLEE, "long")
    await people.presses(CALLEE, "1")
    await people.happens(Key(CALLEE, "1"))
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", CALLEE)
    await people.switch.join("call-1", AGENT)
    await people.hear(CALLEE, AGENT)
    await people.hear(AGENT, CALLEE)
    (leg,) = [leg for leg in (await people.switch.live()).legs if leg.leg == CALLEE]
    assert (leg.number, leg.caller, leg.account, leg.answered) == (None, None, None, True)
    await people.hangs_up(CALLEE)
    await people.happens(LegEnded(CALLEE, "hung_up"))
    assert people.endings(CALLEE) == ["hung_up"]


async def test_a_telephone_that_is_busy_is_told_from_one_that_nobody_has(people: People) -> None:
    await people.telephone(HOME)
    await people.switch.dial(CALLEE, HOME, caller_id=CENTER)
    await people.rejects(HOME)
    await people.happens(LegEnded(CALLEE, "rejected"))
    nobody = LegId("leg-of-nobody")
    await people.switch.dial(nobody, NOBODYS, caller_id=CENTER)
    await people.happens(LegEnded(nobody, "unreachable"))


async def test_a_telephone_stops_ringing_when_the_center_hangs_up(people: People) -> None:
    await people.telephone(HOME)
    await people.switch.dial(CALLEE, HOME, caller_id=CENTER)
    await people.switch.dial(CALLEE, HOME, caller_id=CENTER)
    await people.switch.hang_up(CALLEE)
    await people.happens(LegEnded(CALLEE, "hung_up"))
    assert people.endings(CALLEE) == ["hung_up"]


@pytest.mark.parametrize("number", ["", "911", "ana", "+12025550123@192.0.2.1", "+1202555012²"])
async def test_what_is_no_number_in_e164_never_reaches_the_line(people: People, number: str) -> None:
    await people.switch.dial(CALLEE, number, caller_id=CENTER)
    await people.happens(LegEnded(CALLEE, "unreachable"))
    assert (await people.switch.live()).legs == ()


async def test_who_came_first_is_first_among_the_legs_that_exist(people: People) -> None:
    legs = [await people.caller_talks(f"555010{nth}") for nth in range(4)]
    assert [leg.leg for leg in (await people.switch.live()).legs] == legs


async def test_a_caller_who_hangs_up_is_gone_for_every_command(people: People) -> None:
    leg = await people.caller_talks()
    await people.hangs_up(leg)
    await people.happens(LegEnded(leg, "hung_up"))
    for command in (
        people.switch.answer(leg),
        people.switch.play(leg, "late", [people.sound["short"]]),
        people.switch.hold(leg),
        people.switch.join("call-1", leg),
        people.switch.mute(leg, muted=True),
        people.switch.send_keys(leg, "1"),
    ):
        with pytest.raises(LegGone):
            await command
    await people.switch.stop_playing(leg)
    await people.switch.hang_up(leg)
    await people.switch.close("call-1")


async def test_a_caller_who_hangs_up_during_a_prompt_ends_once(people: People) -> None:
    leg = await people.caller_talks()
    await people.switch.play(leg, "menu", [people.sound["long"]])
    await people.hear(leg, "long")
    await people.hangs_up(leg)
    await people.happens(LegEnded(leg, "hung_up"))
    assert people.endings(leg) == ["hung_up"]


async def test_repeated_commands_change_nothing(people: People) -> None:
    caller = await people.caller_talks()
    await people.switch.answer(caller)
    await people.agent_talks("ana", AGENT)
    await people.switch.ring(AGENT, "ana", shown="Tier 1")
    for _ in range(2):
        await people.switch.join("call-1", caller)
        await people.switch.join("call-1", AGENT)
    await people.hear(AGENT, caller)
    await people.switch.play(AGENT, "notice", [people.sound["long"]])
    await people.hear(AGENT, "long")
    await people.switch.play(AGENT, "notice", [people.sound["long"]])
    await people.switch.join("call-1", AGENT)
    await people.hear(AGENT, "long")
    for _ in range(2):
        await people.switch.hold(caller)
    await people.hear(caller, "music")
    assert people.happened.count(LegAnswered(AGENT)) == 1
    assert people.endings(AGENT) == []


async def test_commands_to_one_leg_at_the_same_time_are_obeyed_in_turn(people: People) -> None:
    leg = await people.caller_talks()
    await asyncio.gather(
        people.switch.play(leg, "one", [people.sound["long"]]),
        people.switch.hold(leg),
        people.switch.play(leg, "two", [people.sound["short"]]),
    )
    await people.hear(leg, "short")
    people.plays_out(leg)
    await people.happens(PlaybackEnded(leg, "two"))
    await people.hear(leg, "music")


async def test_what_is_alive_can_be_asked_for(people: People) -> None:
    caller = await people.caller_talks("5550177")
    await people.agent_talks("ana", AGENT)
    await people.switch.join("call-1", caller)
    live = await people.switch.live()
    legs = {leg.leg: leg for leg in live.legs}
    assert legs.keys() == {caller, AGENT}
    assert (legs[caller].number, legs[caller].caller, legs[caller].account) == (NUMBER, "5550177", None)
    assert legs[caller].answered
    assert (legs[AGENT].number, legs[AGENT].answered) == (None, True)


async def test_an_account_is_renewed_with_another_password_and_removed_for_good(people: People) -> None:
    first = await people.switch.sign_in("ana", "browser")
    second = await people.switch.sign_in("ana", "browser")
    assert (first.user, first.registrar) == (second.user, second.registrar)
    assert first.password != second.password
    await people.switch.sign_out("ana")
    await people.switch.sign_out("ana")
    await people.switch.ring(AGENT, "ana", shown="Tier 1")
    await people.happens(LegEnded(AGENT, "unreachable"))
    await until(lambda: len(people.endings(AGENT)) == 1, lambda: str(people.happened))
