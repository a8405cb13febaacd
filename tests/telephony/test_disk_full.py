"""The disk of a running center has no byte left while people ring, and then has room again."""

import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.telephony.center import RunningCenter, center_with_voices_of
from tests.telephony.people import (
    at_main_menu,
    is_told_of_the_recording,
    keys_receipt,
    people_of,
    talks_to_tier_1,
)
from tests.telephony.records import database, health, histories, is_here
from tests.telephony.small_disk import MountRefused, filled, may_mount, small_disk
from tests.telephony.until import until
from tierline.asterisk.recordings import CHANNEL
from tierline.caller.call import ScriptedCall
from tierline.demo import tone
from tierline.demo.matters import AT_A_FIELD_OFFICE
from tierline.demo.screen import RecordingOnScreen, Screen
from tierline.demo.stage import Stage

MEGABYTES = 64
NAMESPACE = ["unshare", "--map-root-user", "--mount"]
"""One of our own, in which anybody may mount, where the machine allows it; it ends with its processes."""


@pytest.fixture
def on_a_small_disk(center: RunningCenter, tmp_path: Path) -> Iterator[RunningCenter]:
    try:
        with (
            small_disk(tmp_path / "disk", MEGABYTES),
            center_with_voices_of(center, tmp_path / "disk" / "var") as running,
        ):
            yield running
    except MountRefused as refused:
        pytest.skip(f"a disk that is full needs one of its own, which this user may not mount ({refused})")


@contextmanager
def without_a_byte_left(center: RunningCenter) -> Iterator[None]:
    with closing(sqlite3.connect(database(center), isolation_level=None)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # its log has no room of before to write into
    with filled(center.var.parent):
        yield


async def hears_the_status(people: Stage) -> ScriptedCall:
    call = await at_main_menu(people)
    await keys_receipt(call, AT_A_FIELD_OFFICE.keys)
    await call.until_heard("key-birth-date", within=10)
    await call.press(AT_A_FIELD_OFFICE.birth_keys)
    assert "transferred" in (await call.until_heard("case-status", within=20)).text
    return call


@pytest.mark.clause("B1.3")
@pytest.mark.timeout(240)
async def test_on_a_full_disk_the_ivr_answers_and_tells_the_status_and_all_is_on_record_once_there_is_room(
    center: RunningCenter, on_a_small_disk: RunningCenter
) -> None:
    full = on_a_small_disk
    async with people_of(center) as before:
        # What the status sounds like, for the test's ear: a full disk has no room to say so.
        await (await hears_the_status(before)).hang_up()
    async with people_of(full, center.catalogue) as people:
        await people.csr.ready()
        with without_a_byte_left(full):
            told = await hears_the_status(people)
            await told.hang_up()
            call = await at_main_menu(people, "2025550177")
            await call.press("0")
            await is_told_of_the_recording(call)
            await call.until_heard("records-away", within=20)
            state = health(full)
            assert (state["state"], state["dropped"]) == ("away", 0)
            assert state["spooled"]
        await until(lambda: is_here(full))
        await people.csr.answers()
        await people.csr.until_serving()
        assert health(full)["spooled"] == 0
    told_status, joined = histories(full)
    for history in (told_status, joined):
        of_the_call = [kind for kind in history if not kind.startswith("Recording")]  # its end comes after
        assert (of_the_call[0], of_the_call[-1]) == ("Arrived", "Ended")
        counted = Counter(history)
        assert (counted["Arrived"], counted["Ended"], counted["HistoryLost"]) == (1, 1, 0)
    assert {"KeyPressed", "Entered", "Verified", "LookedUp"} <= set(told_status)
    assert Counter(joined)["Queued"] == Counter(joined)["QueuePutOff"] == 1


@pytest.mark.timeout(240)
async def test_on_a_full_disk_a_conversation_goes_on_and_is_recorded_again_once_there_is_room(
    center: RunningCenter, on_a_small_disk: RunningCenter
) -> None:
    full = on_a_small_disk
    async with people_of(full, center.catalogue) as people:
        call, at_csr, seen = await talks_to_tier_1(people)
        await until(lambda: are_recorded(full, 2))
        with without_a_byte_left(full):
            await until(lambda: are_recorded(full, 0))
            await people.csr.until("that the recording fails", recording_fails)
            await tone.carried(tone.CALLER, by=call, to=at_csr)
            await tone.carried(tone.AGENT, by=at_csr, to=call)
        await until(lambda: is_here(full))
        await until(lambda: are_recorded(full, 2))
        await people.csr.ends(seen.id)
        await until(lambda: are_settled(full, 2))
    (history,) = histories(full)
    assert "RecordingStarted" in history[history.index("RecordingBroke") :]
    assert Counter(history)["HistoryLost"] == 0


async def are_recorded(center: RunningCenter, legs: int) -> bool:
    return sum(CHANNEL in one for one in await center.left_over()) == legs


def recording_fails(screen: Screen) -> bool:
    assert screen.call
    return screen.call.recording == RecordingOnScreen("failing")


async def are_settled(center: RunningCenter, legs: int) -> bool:
    return Counter(histories(center)[-1])["RecordingStopped"] == legs


@pytest.mark.clause("B1.3")
@pytest.mark.timeout(400)
def test_the_same_where_only_a_namespace_of_our_own_may_mount(tmp_path: Path) -> None:
    if may_mount(tmp_path / "trial"):
        pytest.skip("this user may mount a disk: the test above did")
    allowed = subprocess.run([*NAMESPACE, "true"], capture_output=True, text=True, check=False)
    if allowed.returncode != 0:
        pytest.skip(
            f"this user may neither mount a disk nor make a namespace for it ({allowed.stderr.strip()})"
        )
    inside = [
        *NAMESPACE,
        sys.executable,
        "-m",
        "pytest",
        __file__,
        "-k",
        "full_disk",
        "-p",
        "no:cacheprovider",
    ]
    ran = subprocess.run(inside, capture_output=True, text=True, check=False)
    assert "2 passed" in ran.stdout, ran.stdout
