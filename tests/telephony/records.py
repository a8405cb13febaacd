"""What a running center has on record, and how its database is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import httpx

from tests.telephony.center import RunningCenter


def database(center: RunningCenter) -> Path:
    return center.var / "tierline.db"


def health(center: RunningCenter) -> dict[str, object]:
    answer = httpx.get(f"{center.url}/health/ready", trust_env=False)
    assert answer.status_code == 200
    return dict(answer.json()["database"])


async def is_here(center: RunningCenter) -> bool:
    return health(center)["state"] == "here"


def events_of_last_call(center: RunningCenter) -> list[str]:
    return histories(center)[-1]


def histories(center: RunningCenter) -> list[list[str]]:
    """The kinds of event of each call, in the order in which they rang; every history without a gap."""
    with closing(sqlite3.connect(database(center))) as reader:
        calls = reader.execute("SELECT id, seq FROM calls ORDER BY arrived_at").fetchall()
        told = "SELECT seq, type FROM call_events WHERE call = ? ORDER BY seq"
        all_told = [(seq, reader.execute(told, (call,)).fetchall()) for call, seq in calls]
    for seq, events in all_told:
        assert [nth for nth, _ in events] == list(range(1, seq + 1))
    return [[kind for _, kind in events] for _, events in all_told]
