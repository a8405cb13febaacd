"""What every notifier does: the twin's, an HTTP gateway's and a mail server's."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import msgspec
import pytest

from tests.gateways.http_gateway import gateway
from tests.gateways.mail_server import mail_server
from tierline.calls.names import Channel, MessageId
from tierline.clock import SystemClock
from tierline.notify.email import EmailNotifier
from tierline.notify.http import HttpNotifier
from tierline.ports.notifier import Message, Notifier, NotifierAway, Undeliverable
from tierline.twin.notifier import MemoryNotifier

TO: dict[Channel, str] = {"sms": "+12025550111", "email": "ana@sample.invalid"}
WORDS = "Your office: Newark, “Suite 1”, Ñandú {id}"


class Way(msgspec.Struct):
    """One notifier and what stands behind it. `taken` are the texts it has, each message once."""

    notifier: Notifier
    channel: Channel
    taken: Callable[[], list[str]]
    is_away: Callable[[], None]
    refuses: Callable[[], None]

    def message(self, message: str = "message-1") -> Message:
        return Message(
            id=MessageId(message), channel=self.channel, to=TO[self.channel], text=WORDS, subject="Agency"
        )


@asynccontextmanager
async def _in_memory() -> AsyncIterator[Way]:
    twin = MemoryNotifier()
    yield Way(
        twin,
        "sms",
        lambda: [message.text for message in twin.taken],
        lambda: setattr(twin, "away", True),
        lambda: twin.refuses.add(TO["sms"]),
    )


@asynccontextmanager
async def _http() -> AsyncIterator[Way]:
    async with gateway() as running:
        notifier = HttpNotifier(running.settings)
        yield Way(
            notifier,
            "sms",
            lambda: [taken["text"] for taken in running.taken.values()],
            lambda: running.will_answer(503),
            lambda: running.will_answer(422),
        )
        await notifier.close()


@asynccontextmanager
async def _email() -> AsyncIterator[Way]:
    async with mail_server() as running:
        yield Way(
            EmailNotifier(running.settings, SystemClock()),
            "email",
            lambda: list({m["Message-ID"]: m.get_content().strip() for m in running.received}.values()),
            lambda: running.answers.update(RCPT="451 later"),
            lambda: running.answers.update(RCPT="550 no such mailbox"),
        )


@pytest.fixture(params=[_in_memory, _http, _email])
async def way(request: pytest.FixtureRequest) -> AsyncIterator[Way]:
    async with request.param() as opened:
        yield opened


async def test_a_message_is_taken_on_word_for_word(way: Way) -> None:
    assert (await way.notifier.send(way.message())).how == "gateway"
    assert way.taken() == [WORDS]


async def test_it_says_by_which_channel_it_sends(way: Way) -> None:
    assert way.channel in way.notifier.channels


async def test_the_same_message_again_is_known_as_such(way: Way) -> None:
    await way.notifier.send(way.message())
    await way.notifier.send(way.message())
    await way.notifier.send(way.message("message-2"))
    assert len(way.taken()) == 2


async def test_one_that_is_away_says_so_and_took_nothing(way: Way) -> None:
    way.is_away()
    with pytest.raises(NotifierAway) as away:
        await way.notifier.send(way.message())
    assert away.value.wait == timedelta()
    assert way.taken() == []


async def test_what_it_will_never_send_is_told_apart(way: Way) -> None:
    way.refuses()
    with pytest.raises(Undeliverable):
        await way.notifier.send(way.message())
    assert way.taken() == []


@pytest.mark.parametrize("trouble", ["is_away", "refuses"])
async def test_its_complaints_name_neither_the_number_nor_the_words(way: Way, trouble: str) -> None:
    getattr(way, trouble)()
    with pytest.raises((NotifierAway, Undeliverable)) as told:
        await way.notifier.send(way.message())
    assert TO[way.channel] not in str(told.value)
    assert "Newark" not in str(told.value)
