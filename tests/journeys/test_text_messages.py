"""What a caller asks for in writing: only with consent, durably queued before they are told, sent once."""

import pytest

from tests.journeys.world import Caller, World
from tierline.calls.message_events import MessageFailed, MessageQueued, MessageSent
from tierline.calls.messages import OutboxMessage

ASKS_FOR_A_TEXT = "4" + "07102" + "1" + "1"
"""The office of a ZIP, confirmed; then a text message of it."""

THIS_NUMBER, ANOTHER = "1", "2"
OWN = "+12025550111"


def asks(world: World, *, language: str = "en", number: str = THIS_NUMBER) -> Caller:
    caller = world.dials(language=language)
    caller.presses(ASKS_FOR_A_TEXT + number)
    return caller


def outbox(world: World, caller: Caller) -> list[OutboxMessage]:
    return list(world.do(world.store.messages(caller.call_id)))


def test_a_caller_who_agrees_is_sent_the_office_and_told_so(world: World) -> None:
    ana = asks(world)
    assert ana.hears == ["text-sent"]
    [message] = world.notifier.taken
    assert (message.channel, message.to) == ("sms", OWN)
    assert "Newark" in message.text
    assert [m.status for m in outbox(world, ana)] == ["sent"]
    assert len(ana.all(MessageQueued)) == len(ana.all(MessageSent)) == 1


@pytest.mark.parametrize(
    ("language", "hours"), [("en", "Hours: Mon-Fri 8:00 AM-3:00 PM"), ("es", "Horario: lun-vie 8:00-15:00")]
)
def test_the_text_is_written_as_people_write_in_their_language(
    world: World, language: str, hours: str
) -> None:
    asks(world, language=language)
    text = world.notifier.taken[0].text
    assert hours in text
    assert "+1-202-555-01" in text


def test_without_the_key_that_agrees_nothing_is_sent(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("4" + "07102" + "1")
    ana.listens()
    assert not ana.call.consents
    assert world.notifier.taken == ()


def test_a_number_that_may_not_be_rung_is_sent_nothing(world: World) -> None:
    ana = asks(world, number=ANOTHER + "8005550100#" + "1")
    assert ana.hears == ["text-not-sent"]
    assert outbox(world, ana) == []


def test_the_same_text_to_the_same_number_is_sent_once_in_a_call(world: World) -> None:
    ana = asks(world)
    ana.presses("#")
    ana.presses(ASKS_FOR_A_TEXT + THIS_NUMBER)
    assert ana.hears == ["text-sent"]
    assert len(world.notifier.taken) == 1


def test_nobody_can_be_pestered_by_way_of_us(world: World) -> None:
    heard = [asks(world).hears for _ in range(4)]
    assert heard == [["text-sent"]] * 3 + [["text-not-sent"]]
    assert len(world.notifier.taken) == 3
    world.wait(minutes=24 * 60 + 1)
    assert asks(world).hears == ["text-sent"]


def test_one_call_cannot_send_to_ever_more_numbers(world: World) -> None:
    ana = world.dials(language="en")
    for last in range(4):
        ana.presses(ASKS_FOR_A_TEXT + ANOTHER + f"202555012{last}#" + "1")
        heard = ana.hears
        ana.presses("#")
    assert heard == ["text-not-sent"]
    assert len(world.notifier.taken) == 3


def test_without_anything_to_send_by_the_caller_is_told_so(world: World) -> None:
    world.center.notifier = None
    ana = asks(world)
    assert ana.hears == ["text-not-sent"]
    assert outbox(world, ana) == []


def test_a_gateway_that_is_away_is_tried_again_and_the_message_sent_once(world: World) -> None:
    world.notifier.away = True
    ana = asks(world)
    assert ana.hears == ["text-sent"]
    ana.hangs_up()
    world.wait(minutes=5)
    [waiting] = outbox(world, ana)
    assert (waiting.status, waiting.tries, ana.call.phase) == ("queued", 3, "ended")
    world.notifier.away = False
    world.wait(minutes=60)
    assert len(world.notifier.taken) == 1
    assert [m.status for m in outbox(world, ana)] == ["sent"]
    assert isinstance(ana.events[-1], MessageSent)


def test_after_a_day_of_tries_it_is_given_up(world: World) -> None:
    world.notifier.away = True
    ana = asks(world)
    ana.hangs_up()
    world.wait(minutes=25 * 60)
    assert [failed.why for failed in ana.all(MessageFailed)] == ["gave_up"]
    world.notifier.away = False
    world.wait(minutes=60)
    assert world.notifier.taken == ()


def test_what_the_gateway_refuses_for_good_is_not_tried_again(world: World) -> None:
    world.notifier.refuses.add(OWN)
    ana = asks(world)
    assert [failed.why for failed in ana.all(MessageFailed)] == ["refused"]
    assert [(m.status, m.tries) for m in outbox(world, ana)] == [("failed", 1)]


@pytest.mark.parametrize("stays", [True, False], ids=["the caller stays on the line", "the caller is gone"])
def test_a_process_killed_before_it_was_sent_sends_it_once_when_it_is_back(world: World, stays: bool) -> None:
    world.notifier.away = True
    ana = asks(world)
    if not stays:
        ana.hangs_up()
    world.kill_and_restart()
    world.notifier.away = False
    world.wait(minutes=2)
    assert len(world.notifier.taken) == 1
    assert len(ana.all(MessageQueued)) == len(ana.all(MessageSent)) == 1


def test_without_a_database_the_caller_is_told_that_nothing_is_sent(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("4" + "07102" + "1")
    world.store.away = True
    ana.presses("1" + THIS_NUMBER)
    assert ana.hears == ["text-not-sent"]
    world.store.away = False
    world.wait(minutes=1)
    assert (outbox(world, ana), world.notifier.taken) == ([], ())


def test_a_database_that_is_away_when_it_was_sent_does_not_send_it_twice(world: World) -> None:
    world.notifier.away = True
    ana = asks(world)
    world.notifier.away = False
    world.notifier.when_taken = lambda: setattr(world.store, "away", True)
    world.wait(seconds=15)
    world.store.away = False
    world.wait(minutes=1)
    assert world.notifier.asked == 2
    assert [m.status for m in outbox(world, ana)] == ["sent"]


def test_no_event_holds_the_number_or_the_words(world: World) -> None:
    ana = asks(world)
    assert OWN not in str(ana.events)
    assert "Newark" not in str(ana.events)
