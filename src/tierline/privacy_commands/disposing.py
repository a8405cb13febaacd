"""`tierline privacy due` and `dispose`"""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

import click

from tierline.opened_store import published_agency, with_store
from tierline.ports.personal_data import Due
from tierline.privacy.record import Disposition
from tierline.privacy.schedule import SERIES, PrivacyFile
from tierline.store.sql import SqlStore

A_FEW = 10
"""Records in one transaction: the calls of a running center wait for it."""

MOST = 100_000
"""Records to be told of."""


@click.command
@click.option("--json", "as_json", is_flag=True, help="Each record by itself, for another program.")
def due(as_json: bool) -> None:
    """Tell what is due by the schedule of the published agency, and what is held.

    Nothing is destroyed by it, and no personal data is shown.
    """
    schedule, found = with_store(_due)
    if as_json:
        click.echo(json.dumps([_plainly(one) for one in found], indent=2))
        return
    for series in SERIES:
        click.echo(_line(series, schedule, [one for one in found if one.record.series == series]))
    if len(found) == MOST:
        click.echo(f"These are the first {MOST}; there are more.")


@click.command
def dispose() -> None:
    """Destroy now what is due and not held, as the running center does each day.

    It is on record, and cannot be undone. May be broken off and given again.
    """
    done = Counter(with_store(_dispose))
    for series in SERIES:
        if done[series]:
            click.echo(f"{series}: the personal data of {done[series]} destroyed")
    if not done:
        click.echo("nothing is due")


async def _due(store: SqlStore) -> tuple[PrivacyFile, Sequence[Due]]:
    schedule = (await published_agency(store)).privacy
    return schedule, await store.personal_data.due(schedule, datetime.now(UTC), MOST)


async def _dispose(store: SqlStore) -> list[str]:
    """The series of each that was destroyed."""
    schedule = (await published_agency(store)).privacy
    done: list[str] = []
    more = True
    while more:
        few: Sequence[Disposition] = await store.personal_data.dispose(schedule, datetime.now(UTC), A_FEW)
        done += [one.record.series for one in few]
        more = len(few) == A_FEW
    return done


def _line(series: str, schedule: PrivacyFile, found: Sequence[Due]) -> str:
    kept = schedule.of(series)
    if kept is None:
        return f"{series}: kept for ever, by no schedule"
    held = sum(one.held for one in found)
    said = f"{series}: {len(found) - held} due, {held} held"
    return f"{said} (after {kept.days} days, {kept.authority})"


def _plainly(one: Due) -> object:
    return {
        "record": one.record.id,
        "series": one.record.series,
        "call": one.record.call,
        "since": one.since.isoformat(),
        "due_at": one.due_at.isoformat(),
        "held": one.held,
    }
