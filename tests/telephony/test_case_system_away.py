"""The case system of a running center is slow, down, or answers nonsense, while people ring; and nobody is on
duty."""

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from tests.telephony.center import RunningCenter
from tests.telephony.people import IN_LINE, at_main_menu, is_told_of_the_recording, keys_receipt
from tierline.caller.call import ScriptedCall
from tierline.demo.matters import AT_A_FIELD_OFFICE
from tierline.demo.stage import Stage


@contextmanager
def locked(center: RunningCenter) -> Iterator[None]:
    """Whoever asks it waits for five seconds, and then is told that it does not answer."""
    with closing(sqlite3.connect(center.var / "sample-cases.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def talking_nonsense(center: RunningCenter, receipt: str) -> Iterator[None]:
    with closing(sqlite3.connect(center.var / "sample-cases.db", isolation_level=None)) as other:
        [(record,)] = other.execute("SELECT record FROM cases WHERE receipt = ?", (receipt,)).fetchall()
        written = "UPDATE cases SET record = ? WHERE receipt = ?"
        other.execute(written, (b'{"status": 7, "applicant": ["?"]}', receipt))
        yield
        other.execute(written, (record, receipt))


async def longest_silence(call: ScriptedCall, since: float) -> float:
    """Seconds between the end of what was said and the beginning of the next."""
    said = [heard for heard in call.heard() if heard.until >= since]
    return max((after.at - before.until for before, after in itertools.pairwise(said)), default=0)


@pytest.mark.clause("B1.3")
async def test_a_slow_case_system_is_waited_for_with_a_word_and_without_dead_air(
    people: Stage, center: RunningCenter
) -> None:
    call = await at_main_menu(people)
    with locked(center):
        await keys_receipt(call, AT_A_FIELD_OFFICE.keys)
        moment = await call.until_heard("one-moment", within=8)
    await call.until_heard("key-birth-date", within=10)
    asked = next(heard for heard in call.heard() if heard.prompt == "key-receipt")
    assert await longest_silence(call, since=asked.until) < 8
    assert moment.at > asked.at


@pytest.mark.clause("B1.3")
async def test_a_case_system_that_is_down_is_said_to_be_and_a_person_is_still_there(
    people: Stage, center: RunningCenter
) -> None:
    call = await at_main_menu(people)
    with locked(center):
        await keys_receipt(call, AT_A_FIELD_OFFICE.keys)
        await call.until_heard("system-away", within=20)
    await call.until_heard("anything-else", within=15)
    await call.press(IN_LINE)
    await is_told_of_the_recording(call)
    await call.until_heard("connecting", within=20)


@pytest.mark.clause("B1.3")
async def test_nonsense_of_a_case_system_is_never_said(people: Stage, center: RunningCenter) -> None:
    call = await at_main_menu(people)
    with talking_nonsense(center, AT_A_FIELD_OFFICE.receipt):
        await keys_receipt(call, AT_A_FIELD_OFFICE.keys)
        await call.until_heard("system-away", within=20)
    assert "case-status" not in [heard.prompt for heard in call.heard()]


@pytest.mark.clause("B1.3")
@pytest.mark.clause("B2.2")
async def test_with_nobody_on_duty_the_wait_is_not_known_and_a_callback_is_offered(people: Stage) -> None:
    call = await at_main_menu(people)
    await call.press("0")
    await call.until_heard("wait-unknown", within=15)
    await call.until_heard("offer-callback", within=20)
    await call.press("2")
    await is_told_of_the_recording(call)
    await call.until_heard("connecting", within=15)
