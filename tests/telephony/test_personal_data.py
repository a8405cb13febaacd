"""A center as its users start it destroys what came due, and heeds the hold of another process."""

import asyncio
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import msgspec
import pytest

from tests.contract.calls_to_keep import after
from tests.quick_passwords import give_sign_ins
from tests.telephony.center import TIERLINE, RunningCenter, running_center
from tests.telephony.until import until
from tierline.calls.events import Arrived, Ended
from tierline.calls.names import LegId, Ref
from tierline.ports.store import Value
from tierline.store.sql import SqlStore

NUMBER, HELD = "+12025550111", "+12025550122"
LONG_AGO = datetime.now(UTC) - timedelta(days=4 * 365)


@pytest.fixture
def var(tmp_path: Path) -> Path:
    """With two calls of four years ago."""
    var = tmp_path / "var"
    var.mkdir()
    give_sign_ins(var)
    asyncio.run(_keep(var / "tierline.db"))
    return var


async def _keep(database: Path) -> None:
    store = await SqlStore.open(database)
    for call, number in (("c1", NUMBER), ("c2", HELD)):
        ref = Ref(f"phone-{call}")
        arrived = Arrived(leg=LegId(f"leg-{call}"), number="+18005550100", caller=ref, agency="a1")
        first = after(call, [], [arrived], LONG_AGO)
        await store.commit(msgspec.structs.replace(first, values=[Value(ref, "phone", number)]))
        await store.commit(after(call, list(first.events), [Ended("caller_hung_up", "main")], LONG_AGO))
    await store.close()


@pytest.fixture
def center(var: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningCenter]:
    monkeypatch.setenv("TIERLINE_VAR", str(var))
    privacy("hold", "add", "--number", HELD, "--matter", "Doe v. Sample", "--why", "a letter")
    with running_center(var) as center:
        yield center


def privacy(*arguments: str) -> str:
    done = subprocess.run([TIERLINE, "privacy", *arguments], capture_output=True, text=True, check=True)
    return done.stdout


async def test_what_came_due_is_destroyed_at_the_start_but_for_what_is_held(center: RunningCenter) -> None:
    async with httpx.AsyncClient(base_url=center.url, headers={"X-Tierline": "1"}, trust_env=False) as selma:
        signed_in = {"user": "selma", "password": center.sign_ins["selma"]}
        assert (await selma.post("/api/session", json=signed_in)).status_code == 200

        async def destroyed() -> bool:
            lines = (await selma.get("/api/calls/c1")).json()["timeline"]
            return "Destroyed the personal data" in lines[-1]["what"]

        await until(destroyed)
        held = (await selma.get("/api/calls/c2")).json()
    assert held["legal_hold"]
    assert "Destroyed" not in held["timeline"][-1]["what"]
    assert "call: 0 due, 1 held" in privacy("due")
