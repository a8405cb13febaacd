"""What agents typed when they moved a call stood in its events, in clear: the upgrade makes it a value."""

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from tests.contract.calls_to_keep import MORNING, arrival
from tests.contract.tables_before import insert, upgrade
from tests.contract.test_vault_at_rest import assert_nothing_of, on_disk
from tierline.calls import events as ev
from tierline.calls.names import CallId, Ref
from tierline.calls.supervision_events import SupervisionAsked
from tierline.privacy.known import refs_in
from tierline.store import rows
from tierline.store.keyring import key_id, wrapped_key
from tierline.store.master_key import MasterKeys, master_keys_for
from tierline.store.sealing import new_secret
from tierline.store.sql import SqlStore

TYPED = ("her sister Jane Doe has the card", "no case of Jane Doe", "Jane Doe shouts")
WAITED = "handed on: " + TYPED[0]
OLD: Sequence[dict[str, object]] = [
    {"type": "Queued", "tier": "1", "reason": "chose to speak to someone"},
    {"type": "TransferAsked", "agent": "carla", "to": "2", "trigger": "unresolved", "reason": TYPED[0]},
    {"type": "ConsultAsked", "agent": "carla", "to": "2", "reason": TYPED[0]},
    {"type": "HandedOn", "by": "carla", "to": "2", "trigger": "unresolved", "reason": TYPED[0]},
    {"type": "Queued", "tier": "2", "reason": WAITED},
    {"type": "QueuePutOff", "tier": "2", "reason": WAITED},
    {"type": "GivenBack", "by": "olga", "reason": TYPED[2]},
    {"type": "SupervisionAsked", "agent": "selma", "leg": "l", "mode": "monitor", "reason": "", "away": None},
    {"type": "SupervisionAsked", "agent": "lee", "leg": "m", "mode": "barge", "reason": TYPED[2], "away": ""},
    {"type": "RefusedBySystem", "key": "act-1", "why": TYPED[1]},
]  # fmt: skip
"""After the arrival, as they were written."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tierline.db"


def written_before(file: Path, key: str) -> None:
    """One call, whose key is there, was destroyed, or was never needed."""
    masters, first = master_keys_for(file), arrival("c1")
    engine = sa.create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        upgrade(connection, "0015", masters)
        state = rows.of_call(first.call) | {
            "schema": 7,
            "seq": len(OLD) + 2,
            "state": json.dumps({"handed": {"reason": TYPED[0]}}),
        }
        insert(connection, "calls", [state])
        told = [rows.of_event(first.events[0])]
        for seq, body in enumerate([*OLD, lost(msgspec.to_builtins(first.call))], start=2):
            told.append(told[0] | {"seq": seq, "type": body["type"], "body": json.dumps(body)})
        insert(connection, "call_events", told)
        if key != "none":
            insert(connection, "vault_keys", [key_row(masters, destroyed=key == "destroyed")])
    engine.dispose()


def lost(state: dict[str, object]) -> dict[str, object]:
    handed = {"by": "carla", "to": "2", "reason": TYPED[0]}
    return {"type": "HistoryLost", "events": 1, "state": state | {"seq": len(OLD) + 2, "handed": handed}}


def key_row(masters: MasterKeys, *, destroyed: bool) -> rows.Fields:
    secret = new_secret()
    row = wrapped_key(masters, key_id(secret), secret)
    of = {"record": "c1", "series": "call", "call": "c1", "since": MORNING}
    return row | of | ({"wrapped": None} if destroyed else {})


@pytest.mark.parametrize("key", ["there", "none"])
async def test_it_is_read_as_before_and_nowhere_in_clear(file: Path, key: str) -> None:
    written_before(file, key)
    store = await SqlStore.open(file)
    told = [recorded.event for recorded in await store.timeline(CallId("c1"))]
    refs = reasons(told)
    values = await store.values(refs)
    assert [values[ref] for ref in refs] == [*[TYPED[0]] * 3, *[TYPED[2]] * 2, TYPED[1], TYPED[0]]
    assert [event.reason for event in told if isinstance(event, ev.Queued)] == [
        "chose to speak to someone",
        "handed on",
    ]
    assert next(event.reason for event in told if isinstance(event, SupervisionAsked)) is None
    call = await store.call(CallId("c1"))
    assert call
    assert call.handed
    assert await store.values([call.handed.reason])
    await store.close()
    assert_nothing_of(TYPED, on_disk(file.parent))


async def test_of_a_call_whose_data_was_destroyed_it_goes_too(file: Path) -> None:
    written_before(file, "destroyed")
    store = await SqlStore.open(file)
    told = [recorded.event for recorded in await store.timeline(CallId("c1"))]
    assert await store.values(reasons(told)) == {}
    await store.close()
    assert_nothing_of(TYPED, on_disk(file.parent))


def reasons(told: Sequence[object]) -> list[Ref]:
    """In the order of the events that refer to them."""
    return [ref for event in told for ref in refs_in(msgspec.to_builtins(event))]
