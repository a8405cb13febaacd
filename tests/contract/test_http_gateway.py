"""A gateway over HTTP that answers well, badly, late or nonsense."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.gateways.http_gateway import Gateway, answer, gateway
from tierline.calls.names import MessageId
from tierline.notify.http import HttpGateway, HttpNotifier
from tierline.notify.secrets import Secret, SecretMissing
from tierline.ports.notifier import Message, NotifierAway, Receipt, Undeliverable

MESSAGE = Message(id=MessageId("message-1"), channel="sms", to="+12025550111", text="Newark {to}")


@pytest.fixture
async def running() -> AsyncIterator[Gateway]:
    async with gateway() as started:
        yield started


async def sent(settings: HttpGateway) -> Receipt:
    notifier = HttpNotifier(settings)
    try:
        return await notifier.send(MESSAGE)
    finally:
        await notifier.close()


async def test_the_gateway_is_told_as_the_template_says_and_its_own_id_is_kept(running: Gateway) -> None:
    template = {"messages": [{"destination": "{to}", "content": "Hello. {text}", "ref": "{id}", "flash": 0}]}
    running.answers.append(answer(200, body='{"messages": [{"id": 17}]}'))
    assert await sent(replace(running.settings, body=template)) == Receipt("17")
    told = {"destination": "+12025550111", "content": "Hello. Newark {to}", "ref": "message-1", "flash": 0}
    assert running.requests[0].json == {"messages": [told]}


async def test_a_gateway_that_wants_a_form_gets_one(running: Gateway) -> None:
    settings = replace(running.settings, sent_as="form", body={"To": "{to}", "Body": "{text}"})
    running.will_answer(201)
    await sent(settings)
    assert running.requests[0].body == b"To=%2B12025550111&Body=Newark+%7Bto%7D"


async def test_secrets_come_from_the_environment_and_from_files(
    running: Gateway, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("secrets") / "key"
    file.write_text("from-a-file\n")
    monkeypatch.setenv("SAMPLE_TOKEN", "from-the-environment")
    headers: dict[str, str | Secret] = {
        "Authorization": Secret(env="SAMPLE_TOKEN", before="Bearer "),
        "X-Key": Secret(file=str(file)),
        "X-Plain": "plain",
    }
    await sent(replace(running.settings, headers=headers))
    told = running.requests[0].headers
    assert told["authorization"] == "bearer from-the-environment"
    assert (told["x-key"], told["x-plain"]) == ("from-a-file", "plain")


@pytest.mark.parametrize(
    "secret", [Secret(env="NOT_SET_ANYWHERE"), Secret(), Secret(env="A", file=None, before="x")]
)
async def test_a_secret_that_is_not_there_is_told_at_the_start(running: Gateway, secret: Secret) -> None:
    with pytest.raises(SecretMissing):
        HttpNotifier(replace(running.settings, headers={"Authorization": secret}))


@pytest.mark.parametrize("status", [400, 413, 422])
async def test_what_is_wrong_with_the_message_stays_wrong(running: Gateway, status: int) -> None:
    running.will_answer(status)
    with pytest.raises(Undeliverable, match=str(status)):
        await sent(running.settings)


@pytest.mark.parametrize("status", [302, 401, 403, 404, 408, 429, 500, 502, 503])
async def test_what_is_wrong_with_the_gateway_or_the_settings_is_mended_one_day(
    running: Gateway, status: int
) -> None:
    running.will_answer(status)
    with pytest.raises(NotifierAway, match=str(status)):
        await sent(running.settings)


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("Retry-After: 120", timedelta(minutes=2)),
        ("Retry-After: 999999", timedelta(hours=6)),
        ("Retry-After: Wed, 25 Nov 2026 08:00:00 GMT", timedelta()),
        ("Retry-After: -5", timedelta()),
        ("X-Nothing: 1", timedelta()),
    ],
)
async def test_a_gateway_that_has_too_much_to_do_is_given_the_time_it_asks_for(
    running: Gateway, header: str, wait: timedelta
) -> None:
    running.will_answer(429, headers=[header])
    with pytest.raises(NotifierAway) as away:
        await sent(running.settings)
    assert away.value.wait == wait


@pytest.mark.parametrize(
    "nonsense",
    [
        pytest.param(b"not http at all\r\n\r\n", id="not HTTP"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"HTTP/1.1 200 ok\r\nContent-Length: 100\r\n\r\nhalf", id="half an answer"),
        pytest.param(5.0, id="silence"),
    ],
)
async def test_nonsense_and_silence_count_as_away(running: Gateway, nonsense: bytes | float) -> None:
    running.answers.append(nonsense)
    with pytest.raises(NotifierAway):
        await sent(running.settings)


@pytest.mark.parametrize("body", ["", "<html>", "[]", '{"messages": []}', '{"messages": {"id": 1}}', "null"])
async def test_a_status_that_says_yes_is_a_yes_whatever_the_words(running: Gateway, body: str) -> None:
    running.will_answer(202, body=body)
    assert await sent(running.settings) == Receipt("")


async def test_an_endless_answer_is_not_read_to_its_end(running: Gateway) -> None:
    head = b"HTTP/1.1 200 ok\r\nContent-Length: 10000000\r\n\r\n"
    running.answers.append(head + b"x" * 200_000)
    assert await sent(running.settings) == Receipt("")


async def test_a_gateway_that_is_not_there_counts_as_away(running: Gateway) -> None:
    with pytest.raises(NotifierAway, match="cannot be reached"):
        await sent(replace(running.settings, url="http://127.0.0.1:1/"))
