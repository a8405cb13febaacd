"""The benchmark's agency, with as many agents as are wanted."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from tierline.ports.store import Credential
from tierline.store.sql import SqlStore

TEMPLATE = Path(__file__).parent / "agency"
PERSON = '{{user: {user}, name: Agent, role: csr, number: "{nth}", employment: contract, languages: [en]}}'
PASSWORD = "of the benchmark alone"  # noqa: S105 - it opens nothing else


def agents(count: int) -> list[str]:
    return [f"agent-{nth}" for nth in range(count)]


def write_agency(folder: Path, count: int, ring_seconds: int = 20) -> Path:
    """With so many agents, who all speak English and are of the one tier."""
    shutil.copytree(TEMPLATE, folder)
    staff = ["  - " + PERSON.format(user=user, nth=10_000 + nth) for nth, user in enumerate(agents(count))]
    tiers = folder / "tiers.yaml"
    tiers.write_text(tiers.read_text().replace("ring_seconds: 20", f"ring_seconds: {ring_seconds}"))
    (folder / "staff.yaml").write_text("\n".join(["staff:", *staff, ""]))
    return folder


async def give_passwords(database: Path, users: Iterable[str]) -> None:
    """The same to all of them, with a hash that costs next to nothing: else a few hundred sign-ins are most
    of the benchmark's time, and they are not what it measures."""
    quick = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),)).hash(PASSWORD)
    store = await SqlStore.open(database)
    try:
        for user in users:
            await store.set_credential(Credential(user, quick))
    finally:
        await store.close()
