"""Sign-ins that cost next to nothing to check: a tenth of a second of every core for each of five people at
each of hundreds of tests would be most of their time, and is not what they show."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from tests.sample import load_agency
from tierline.ports.store import Credential
from tierline.sign_ins import SignIns
from tierline.store.master_key import FILE
from tierline.store.sql import SqlStore

PASSWORD = "a password for tests"


@cache
def quick_hash() -> str:
    """Of `PASSWORD`; how much it costs to check is told by the hash itself."""
    return PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),)).hash(PASSWORD)


def give_sign_ins(var: Path) -> None:
    """To all staff of the sample agency, before the first start of a center on this state folder: as if they
    had them from a start before. A center gives its own to whoever has none."""
    for name, content in _database().items():
        (var / name).touch(mode=0o600)
        (var / name).write_bytes(content)
    SignIns(var / "sign-ins.json").add(dict.fromkeys(load_agency().staff, PASSWORD))


@cache
def _database() -> dict[str, bytes]:
    """With its master key."""
    with TemporaryDirectory() as folder, ThreadPoolExecutor(1) as elsewhere:  # where no event loop runs yet
        file = Path(folder) / "tierline.db"
        elsewhere.submit(asyncio.run, _keep(file, load_agency().staff)).result()
        made = {left.name: left.read_bytes() for left in Path(folder).iterdir()}
        assert made.keys() == {file.name, FILE}
        return made


async def _keep(file: Path, users: Iterable[str]) -> None:
    store = await SqlStore.open(file)
    try:
        for user in users:
            await store.set_credential(Credential(user, quick_hash()))
    finally:
        await store.close()
