"""Of which call each value is, in a database of before that did not say."""

from pathlib import Path

import sqlalchemy as sa

from tests.contract.calls_to_keep import after, request
from tests.contract.tables_before import insert, request_before, upgrade
from tierline.calls.events import Arrived, Entered
from tierline.calls.names import CallId, LegId, Ref
from tierline.store import rows
from tierline.store.sql import SqlStore

PHONE, KEYED, WRITTEN = (
    Ref("phone-0123456789abcdef"),
    Ref("receipt-0123456789abcdef"),
    Ref("phone-0123456789abcde0"),
)


async def test_who_rang_before_the_upgrade_is_found_after_it(tmp_path: Path) -> None:
    file = tmp_path / "tierline.db"
    arrived = Arrived(leg=LegId("leg-c1"), number="+18005550100", caller=PHONE, agency="a1")
    change = after("c1", [], [arrived, Entered("receipt", KEYED)])
    made = request("R1", facts={"phone": WRITTEN}, receipt=KEYED).request
    values = [(PHONE, "phone", "+1202"), (KEYED, "receipt", "EAC1"), (WRITTEN, "phone", "+1303")]
    engine = sa.create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        upgrade(connection, "0013")
        insert(connection, "calls", [rows.of_call(change.call)])
        insert(connection, "call_events", [rows.of_event(recorded) for recorded in change.events])
        insert(connection, "requests", [request_before(made, "key-R1")])
        insert(
            connection, "vault", [{"ref": ref, "kind": kind, "value": value} for ref, kind, value in values]
        )
    engine.dispose()
    store = await SqlStore.open(file)
    found = [await store.refs_of(value) for value in ("+1202", "EAC1", "+1303")]
    assert found == [{PHONE: CallId("c1")}, {KEYED: CallId("c1")}, {WRITTEN: CallId("c1")}]
    assert [of_it.number for of_it in await store.requests_about("EAC1")] == ["R1"]
    await store.close()
