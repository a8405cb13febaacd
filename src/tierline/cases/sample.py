"""The embedded sample case system: a read-only SQLite file of invented cases, so that a center can be tried
without one."""

import asyncio
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from tierline.cases.made_up import made_up
from tierline.cases.sample_data import SampleCases
from tierline.offices.office import Office
from tierline.ports.case_system import AT_EASE, Asked, CaseRecord, CaseSystem, CaseSystemAway


def write_cases(path: Path, sample: SampleCases, offices: Sequence[Office]) -> None:
    """Writes the file anew, always the same for the same sample (some 0.1 s). Readers go on with the old
    one until it is whole."""
    records = [sample.record(case) for case in (*sample.cases, *made_up(sample, offices))]
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as database, database:
        database.execute("CREATE TABLE cases (receipt TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID")
        rows = [(record.receipt, msgspec.json.encode(record)) for record in records]
        database.executemany("INSERT INTO cases VALUES (?, ?)", rows)
    unfinished.replace(path)


class SampleCaseSystem(CaseSystem):
    """Reads what `write_cases` wrote at `path`."""

    def __init__(self, path: Path) -> None:
        self._uri = f"{path.resolve().as_uri()}?mode=ro"

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        return await asyncio.to_thread(self._find, tuple(dict.fromkeys(receipts)))

    def _find(self, receipts: tuple[str, ...]) -> list[CaseRecord]:
        try:
            with closing(sqlite3.connect(self._uri, uri=True)) as database:
                found = [_row(database, receipt) for receipt in receipts]
        except sqlite3.Error as error:
            raise CaseSystemAway(str(error)) from error
        try:
            return [msgspec.json.decode(row, type=CaseRecord) for row in found if row is not None]
        except msgspec.MsgspecError as nonsense:
            raise CaseSystemAway(f"it answers what is no case: {nonsense}") from nonsense


def _row(database: sqlite3.Connection, receipt: str) -> bytes | None:
    row = database.execute("SELECT record FROM cases WHERE receipt = ?", (receipt,)).fetchone()
    return row[0] if row else None
