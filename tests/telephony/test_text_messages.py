"""A caller on the real engine asks for their office in writing; a gateway on this machine is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
import yaml
from msgspec.structs import replace

from tests.gateways.http_gateway import Gateway, gateway
from tests.telephony.center import RunningCenter, copy_voices, running_center
from tests.telephony.people import at_main_menu, nothing_left, people_of
from tests.telephony.until import until
from tierline.demo.stage import Stage

NUMBER = "2025550118"


@pytest.fixture
def var(center: RunningCenter, tmp_path: Path) -> Path:
    """A state folder with the voice's work of the other center, which takes longest."""
    copy_voices(center, tmp_path / "var")
    return tmp_path / "var"


@contextmanager
def sends_by(running: Gateway, var: Path) -> Iterator[RunningCenter]:
    settings = msgspec.to_builtins({"sms": replace(running.settings, timeout_seconds=5)})
    (var / "notifier.yaml").write_text(yaml.safe_dump(settings))
    with running_center(var) as started:
        yield started


async def asks_for_their_office_in_writing(people: Stage) -> None:
    call = await at_main_menu(people, NUMBER)
    await call.press("4")
    await call.until_heard("key-zip", within=10)
    await call.press("07102")
    await call.until_heard("confirm-zip", within=15)
    await call.press("1")
    await call.until_heard("field-office-unverified", within=30)
    await call.press("1")
    await call.until_heard("use-this-number", within=15)
    await call.press("1")
    await call.until_heard("text-sent", within=15)
    await call.hang_up()


async def timeline(people: Stage) -> list[str]:
    (newest, *_) = await people.supervisor.newest_calls()
    return [line.what for line in (await people.supervisor.reads(newest.id)).timeline]


async def is_on_the_timeline(people: Stage, words: str) -> bool:
    return any(words in what for what in await timeline(people))


async def test_a_caller_is_sent_their_office_once(var: Path) -> None:
    async with gateway() as running:
        with sends_by(running, var) as center:
            async with people_of(center) as people:
                await asks_for_their_office_in_writing(people)
                await until(lambda: is_on_the_timeline(people, "the gateway has taken the message"))
                await until(lambda: nothing_left(center))
        [message] = running.taken.values()
        assert message["to"] == f"+1{NUMBER}"
        assert "Newark" in message["text"]
        assert len(running.requests) == 1
        assert NUMBER not in center.log.read_text()


async def test_a_process_killed_before_the_gateway_took_the_message_sends_it_once(var: Path) -> None:
    async with gateway() as running:
        running.will_answer(*[503] * 20)
        with sends_by(running, var) as center:
            async with people_of(center) as people:
                await asks_for_their_office_in_writing(people)
                center.kill()
                assert running.taken == {}
                running.answers.clear()
                center.start()
                await until(
                    lambda: is_on_the_timeline(people, "the gateway has taken the message"), within=60
                )
        assert len(running.taken) == 1
        assert {request.json["reference"] for request in running.requests} == set(running.taken)


async def test_in_a_trial_without_a_gateway_it_is_said_that_nothing_was_sent(center: RunningCenter) -> None:
    assert center.says("none leaves this machine")
    async with people_of(center) as people:
        await asks_for_their_office_in_writing(people)
        await until(lambda: is_on_the_timeline(people, "Sent nothing: this is a trial"))
