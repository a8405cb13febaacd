"""What the center counts on from a spool, shown on the one in memory and on the file."""

import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.contract.calls_to_keep import arrival, speaks
from tierline.calls.names import Ref
from tierline.ports.spool import Entry, Page, Spool
from tierline.ports.store import Value
from tierline.store.master_key import MasterKeys
from tierline.store.sealing import new_secret
from tierline.store.spool import FileSpool
from tierline.store.spool_file import FIRST, SpoolFile
from tierline.twin.spool import MemorySpool

SIZE = 4096
MASTERS = MasterKeys([new_secret()])
FIRST_ENTRY = Entry(tuple(arrival("c1").events), (Value(Ref("phone-1"), "phone", "+12025550111"),))
SECOND = Entry(tuple(speaks("es", arrival("c1")).events))


@pytest.fixture(params=["memory", "file"])
async def spool(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Spool]:
    """With room for some entries, but not for fifty."""
    if request.param == "memory":
        yield MemorySpool(room=15)
        return
    opened = await FileSpool.open(tmp_path / "spool" / "calls.spool", MASTERS, SIZE)
    yield opened
    await opened.close()


async def everything(spool: Spool, limit: int = 2) -> list[Entry]:
    page, found = await spool.read(0, limit), list[Entry]()
    while page.entries:
        found += page.entries
        page = await spool.read(page.after, limit)
    return found


async def test_a_new_spool_is_empty(spool: Spool) -> None:
    assert (await spool.read(0, 10)).entries == ()
    assert spool.held == 0


async def test_entries_are_read_in_their_order_page_by_page(spool: Spool) -> None:
    assert await spool.append([FIRST_ENTRY, SECOND]) == 2
    assert await spool.append([SECOND]) == 1
    assert await everything(spool) == [FIRST_ENTRY, SECOND, SECOND]
    assert spool.held == 3


async def test_what_is_appended_while_it_is_read_comes_last(spool: Spool) -> None:
    await spool.append([FIRST_ENTRY])
    page = await spool.read(0, 10)
    assert (await spool.read(page.after, 10)).entries == ()
    await spool.append([SECOND])
    assert await spool.read(page.after, 10) == Page((SECOND,), (await spool.read(page.after, 10)).after)


async def test_a_full_spool_takes_what_fits_and_says_how_much(spool: Spool) -> None:
    kept = await spool.append([SECOND] * 50)
    assert 0 < kept < 50
    assert await spool.append([SECOND]) == 0
    assert await everything(spool) == [SECOND] * kept


async def test_a_cleared_spool_is_empty_and_has_its_room_again(spool: Spool) -> None:
    kept = await spool.append([SECOND] * 50)
    await spool.clear()
    assert await everything(spool) == []
    assert spool.held == 0
    assert await spool.append([FIRST_ENTRY]) == 1
    assert await everything(spool) == [FIRST_ENTRY]
    await spool.clear()
    assert await spool.append([SECOND] * 50) == kept


# What only a file can show.


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calls.spool"


@pytest.fixture
def written(path: Path) -> Path:
    """Two records, and a process that ended without a word."""
    SpoolFile(path, SIZE).append([b"one", b"two"])
    return path


def payloads(path: Path) -> list[bytes]:
    file = SpoolFile(path, SIZE)
    at, found = FIRST, []
    while payload := file.record(at):
        found.append(payload)
        at += 8 + len(payload)
    assert (file.end, file.held) == (at, len(found))
    file.close()
    return found


def test_the_next_process_finds_what_was_spooled(written: Path) -> None:
    assert payloads(written) == [b"one", b"two"]


@pytest.mark.parametrize("torn", range(1, 11))
def test_a_torn_tail_is_left_out_and_written_over(written: Path, torn: int) -> None:
    end = FIRST + 2 * (8 + 3)
    with written.open("r+b") as file:
        file.seek(end - torn)
        file.write(b"\0" * torn)
    assert payloads(written) == [b"one"]
    SpoolFile(written, SIZE).append([b"new"])
    assert payloads(written) == [b"one", b"new"]


@pytest.mark.parametrize("at", range(FIRST, FIRST + 11))
def test_a_changed_byte_of_a_record_is_found_by_its_checksum(written: Path, at: int) -> None:
    whole = bytearray(written.read_bytes())
    whole[at] ^= 0x40
    written.write_bytes(whole)
    assert payloads(written) == []


def test_records_of_before_a_clearing_do_not_come_back(written: Path) -> None:
    file = SpoolFile(written, SIZE)
    file.clear()
    file.append([b"abc"])  # of the same length as the first, so that the old second one follows it
    file.close()
    assert payloads(written) == [b"abc"]


def test_a_header_torn_in_clearing_has_forgotten_all_the_same(written: Path) -> None:
    with written.open("r+b") as file:
        file.seek(10)
        file.write(b"\0\0\0")
    assert payloads(written) == []


def test_its_room_is_taken_from_the_disk_at_once_and_only_its_owner_reads_it(path: Path) -> None:
    SpoolFile(path, 1_000_000).close()
    assert path.stat().st_blocks * 512 >= 1_000_000
    assert path.stat().st_mode & 0o777 == 0o600


async def test_a_disk_without_room_leaves_the_center_without_a_spool_but_running(path: Path) -> None:
    with files_no_longer_than(32 * SIZE):
        spool = await FileSpool.open(path, MASTERS, 64 * SIZE)
    assert await spool.append([SECOND]) == 0
    assert (await spool.read(0, 10)).entries == ()
    await spool.clear()
    await spool.close()


async def test_a_disk_that_refuses_a_write_takes_nothing_and_raises_nothing(path: Path) -> None:
    spool = await FileSpool.open(path, MASTERS, 64 * SIZE)
    with files_no_longer_than(32 * SIZE):
        assert await spool.append([SECOND] * 1500) == 0  # it would fit, but for the disk
    assert await spool.append([FIRST_ENTRY]) == 1
    assert await everything(spool) == [FIRST_ENTRY]
    await spool.close()


async def test_an_entry_of_another_version_is_left_out(path: Path) -> None:
    SpoolFile(path, SIZE).append([b'{"events": [{"type": "OfTheFuture"}]}'])
    spool = await FileSpool.open(path, MASTERS, SIZE)
    await spool.append([SECOND])
    assert await everything(spool) == [SECOND]
    await spool.close()


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """For this process, as a full disk is for all."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
