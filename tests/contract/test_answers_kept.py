"""Who answered a number, in a database of before that was kept beside the number."""

from pathlib import Path

import sqlalchemy as sa

from tests.contract.calls_to_keep import MORNING, after
from tests.contract.tables_before import insert, upgrade
from tierline.calls.events import Answered, Arrived
from tierline.calls.names import AgentId, LegId, Ref
from tierline.store import rows
from tierline.store.sql import SqlStore


async def test_who_answered_before_the_upgrade_is_known_after_it(tmp_path: Path) -> None:
    file = tmp_path / "tierline.db"
    arrived = Arrived(leg=LegId("leg-c1"), number="+18005550100", caller=Ref("phone-c1"), agency="a1")
    answers = [Answered(agent=AgentId(a), leg=LegId(f"leg-{a}"), tier="1") for a in ("ana", "bo")]
    change = after("c1", [], [arrived, *answers])
    engine = sa.create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        upgrade(connection, "0010")
        insert(connection, "calls", [rows.of_call(change.call)])
        insert(connection, "call_events", [rows.of_event(recorded) for recorded in change.events])
        number = {"ref": "phone-c1", "kind": "phone", "value": "+12025550111"}
        insert(connection, "vault", [number])
    engine.dispose()
    store = await SqlStore.open(file)
    assert list(await store.who_served("+12025550111", MORNING, 10)) == ["bo", "ana"]
    await store.close()
