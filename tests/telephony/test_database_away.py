"""The database of a running center is locked, or finds no room on the disk, while people ring."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager

import pytest

from tests.telephony.center import RunningCenter
from tests.telephony.people import at_main_menu, is_told_of_the_recording, keys_receipt, people_of
from tests.telephony.records import database, events_of_last_call, health, is_here
from tests.telephony.until import until
from tierline.demo.matters import AT_A_FIELD_OFFICE

Absence = Callable[[RunningCenter], AbstractContextManager[None]]


@contextmanager
def locked(center: RunningCenter) -> Iterator[None]:
    """Another process holds the writer's lock and does not give it back."""
    with closing(sqlite3.connect(database(center), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def without_room(center: RunningCenter) -> Iterator[None]:
    """No file of the application may grow beyond where the database's log is already: as on a full disk,
    every write of the database fails, while the spool has its room. On a disk that is really full sounds find
    no room either: that is in test_disk_full.py, for whoever may mount one."""
    log = database(center).with_name("tierline.db-wal")
    with closing(sqlite3.connect(database(center), isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint=0")
        while log.stat().st_size < 600_000:  # sounds are written to files, too, and are shorter than this
            other.execute("UPDATE request_serial SET last = last + 1")
        unlimited = resource.prlimit(center.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(center.pid, resource.RLIMIT_FSIZE, (log.stat().st_size, unlimited[1]))
        yield
        resource.prlimit(center.pid, resource.RLIMIT_FSIZE, unlimited)


@pytest.mark.clause("B1.3")
@pytest.mark.parametrize("away", [locked, without_room])
async def test_without_its_database_the_ivr_answers_hears_keys_and_tells_the_status(
    own_center: RunningCenter, away: Absence
) -> None:
    async with people_of(own_center) as people:
        with away(own_center):
            call = await at_main_menu(people)
            await keys_receipt(call, AT_A_FIELD_OFFICE.keys)
            await call.until_heard("key-birth-date", within=10)
            await call.press(AT_A_FIELD_OFFICE.birth_keys)
            assert "transferred" in (await call.until_heard("case-status", within=15)).text
            state = health(own_center)
            assert state["state"] == "away"
            assert state["spooled"]
            assert state["dropped"] == 0
            await call.hang_up()
        await until(lambda: is_here(own_center))
        told = events_of_last_call(own_center)
        assert told[0] == "Arrived"
        assert told[-1] == "Ended"
        assert {"KeyPressed", "Entered", "Verified", "LookedUp"} <= set(told)
        assert health(own_center)["spooled"] == 0


@pytest.mark.clause("B1.3")
async def test_who_wants_a_person_meanwhile_is_told_and_served_when_the_database_is_back(
    own_center: RunningCenter,
) -> None:
    async with people_of(own_center) as people:
        await people.csr.ready()
        with locked(own_center):
            call = await at_main_menu(people)
            await call.press("0")
            await is_told_of_the_recording(call)
            await call.until_heard("records-away", within=15)
        await people.csr.answers()
        seen = await people.csr.until_serving()
        assert seen.waiting_since


@pytest.mark.clause("B1.3")
async def test_a_center_killed_meanwhile_starts_without_its_database_and_takes_up_the_call(
    own_center: RunningCenter,
) -> None:
    async with people_of(own_center) as people:
        with locked(own_center):
            call = await at_main_menu(people)
            own_center.kill()
            own_center.start()
            await call.press("1")
            await call.until_heard("key-receipt", within=40)  # the machine starts a center at the same time
            await call.hang_up()
        await until(lambda: is_here(own_center))
        told = events_of_last_call(own_center)
        assert told[0] == "Arrived"
        assert told[-1] == "Ended"
        assert "PickedUpAgain" in told
