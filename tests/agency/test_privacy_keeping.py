"""`tierline privacy`: what is due and held is told, disposed of by hand, and the master key is rotated."""

import asyncio
import fcntl
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from click.testing import CliRunner, Result

from tests.contract.calls_to_keep import after, request
from tests.sample import CITY
from tests.telephony.engine import free_port
from tierline.calls.events import Arrived, Ended
from tierline.calls.names import CallId, LegId, Ref
from tierline.cli import main
from tierline.ports.spool import Entry
from tierline.ports.store import Value
from tierline.store.master_key import FILE, MasterKeys, read, replace
from tierline.store.sealing import new_secret
from tierline.store.spool import FileSpool
from tierline.store.sql import SqlStore
from tierline.store_at_start import SPOOL

Command = Callable[..., Result]
T = TypeVar("T")
NUMBER, OTHER = "+12025550111", "+12025550122"
LONG_AGO = datetime.now(UTC) - timedelta(days=4 * 365)


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"


@pytest.fixture
def tierline(var: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """With the sample agency published, and two calls of years ago."""
    monkeypatch.setenv("TIERLINE_VAR", str(var))

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    assert run("publish", CITY, "--anyway").exit_code == 0
    do(var, called)
    return run


def do(var: Path, act: Callable[[SqlStore], Awaitable[T]]) -> T:
    async def opened() -> T:
        store = await SqlStore.open(var / "tierline.db")
        try:
            return await act(store)
        finally:
            await store.close()

    return asyncio.run(opened())


async def called(store: SqlStore) -> None:
    for call, number in (("c1", NUMBER), ("c2", OTHER)):
        ref = Ref(f"phone-{call}")
        arrived = Arrived(leg=LegId(f"leg-{call}"), number="+18005550100", caller=ref, agency="a1")
        first = after(call, [], [arrived], LONG_AGO)
        asks = request(f"R-{call}", call=CallId(call), receipt=None, facts={})
        values = [Value(ref, "phone", number)]
        await store.commit(msgspec.structs.replace(first, values=values, requests=[asks]))
        await store.commit(after(call, list(first.events), [Ended("caller_hung_up", "main")], LONG_AGO))


def numbers(var: Path) -> list[str]:
    return sorted(do(var, lambda store: store.values([Ref("phone-c1"), Ref("phone-c2")])).values())


def due(tierline: Command) -> dict[str, bool]:
    told = tierline("privacy", "due", "--json")
    assert told.exit_code == 0, told.output
    return {one["record"]: one["held"] for one in json.loads(told.stdout)}


def test_what_is_due_is_told_without_a_word_of_whom_and_destroyed_by_hand(
    tierline: Command, var: Path
) -> None:
    told = tierline("privacy", "due")
    assert "call: 2 due, 0 held (after 365 days, Sample city schedule, 3.1" in told.output
    assert NUMBER not in told.output
    assert numbers(var) == [NUMBER, OTHER]
    assert "call: the personal data of 2 destroyed" in tierline("privacy", "dispose").output
    assert numbers(var) == []
    assert "nothing is due" in tierline("privacy", "dispose").output


@pytest.mark.parametrize(
    "about", [("--call", "c1"), ("--request", "R-c1"), ("--number", "(202) 555-0111")], ids=lambda a: a[0]
)
def test_a_hold_keeps_what_it_is_about_until_it_is_released(
    tierline: Command, var: Path, about: tuple[str, str]
) -> None:
    added = tierline("privacy", "hold", "add", *about, "--matter", "Doe v. Sample", "--why", "a letter")
    assert added.exit_code == 0, added.output
    assert "1 of the calls on record" in added.output
    name = added.output.split()[0]
    assert due(tierline) == {"c1": True, "c2": False}
    assert tierline("privacy", "dispose").exit_code == 0
    assert numbers(var) == [NUMBER]
    [told] = json.loads(tierline("privacy", "hold", "list", "--json").stdout)
    assert (told["id"], told["matter"], told["why"]) == (name, "Doe v. Sample", "a letter")
    assert told["number"] == (NUMBER if about[0] == "--number" else None)
    assert tierline("privacy", "hold", "release", name, "--why", "settled").exit_code == 0
    assert "nothing is held" in tierline("privacy", "hold", "list").output
    assert "released: settled" in tierline("privacy", "hold", "list", "--all").output
    assert tierline("privacy", "dispose").exit_code == 0
    assert numbers(var) == []


@pytest.mark.parametrize(
    "about", [(), ("--call", "c9"), ("--request", "R9"), ("--call", "c1", "--number", NUMBER)]
)
def test_a_hold_of_nothing_that_there_is_is_refused(tierline: Command, about: tuple[str, ...]) -> None:
    assert tierline("privacy", "hold", "add", *about, "--matter", "Doe", "--why", "a letter").exit_code != 0
    assert "nothing is held" in tierline("privacy", "hold", "list", "--all").output


def test_a_hold_that_does_not_stand_cannot_be_released(tierline: Command) -> None:
    refused = tierline("privacy", "hold", "release", "hold-1", "--why", "settled")
    assert (refused.exit_code, "no hold hold-1 stands" in refused.output) == (1, True)


# ---- the master key


def test_a_center_without_the_master_key_of_its_database_says_so_and_does_not_run(
    tierline: Command, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIERLINE_PORT", str(free_port()))
    (var / FILE).unlink()
    refused = tierline("run", "--agency", CITY)
    assert refused.exit_code == 1
    assert f"is missing: put your copy of it at {var / FILE}" in refused.output
    assert not (var / FILE).exists()
    replace(var / FILE, [new_secret()])
    refused = tierline("run", "--agency", CITY)
    assert (refused.exit_code, "not the one of this database" in refused.output) == (1, True)


def test_after_a_rotation_all_is_read_by_the_new_master_key_and_nothing_by_the_old(
    tierline: Command, var: Path
) -> None:
    [old] = read(var / FILE)
    done = tierline("privacy", "rewrap")
    assert done.exit_code == 0, done.output
    [new] = read(var / FILE)
    assert new != old
    assert numbers(var) == [NUMBER, OTHER]
    replace(var / FILE, [old])
    assert "not the one of this database" in tierline("privacy", "due").output


def test_a_rotation_that_was_broken_off_is_gone_on_with(tierline: Command, var: Path) -> None:
    new = new_secret()
    replace(var / FILE, [new, *read(var / FILE)])
    assert numbers(var) == [NUMBER, OTHER]
    assert tierline("privacy", "rewrap").exit_code == 0
    assert read(var / FILE) == [new]
    assert numbers(var) == [NUMBER, OTHER]


def test_no_master_key_is_rotated_under_a_running_center(tierline: Command, var: Path) -> None:
    before = read(var / FILE)
    with (var / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        refused = tierline("privacy", "rewrap")
    assert (refused.exit_code, "a center runs in" in refused.output) == (1, True)
    assert read(var / FILE) == before


def test_no_master_key_is_rotated_while_the_spool_waits_under_it(tierline: Command, var: Path) -> None:
    before = read(var / FILE)

    async def spooled() -> None:
        spool = await FileSpool.open(var / SPOOL, MasterKeys(before), 8192)
        await spool.append([Entry(())])
        await spool.close()

    asyncio.run(spooled())
    refused = tierline("privacy", "rewrap")
    assert (refused.exit_code, "start the center and end it" in refused.output) == (1, True)
    assert read(var / FILE) == before
