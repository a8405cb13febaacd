"""Passwords of staff: made once, kept as Argon2 hashes, checked in a thread because a check takes a while."""

import asyncio
import secrets
from collections.abc import Iterable
from functools import cache

from pwdlib import PasswordHash

from tierline.calls.names import AgentId
from tierline.ports.store import Credential, Store
from tierline.staff.person import Person

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without letters and digits that look alike."""

_hashes = PasswordHash.recommended()


async def ensure_sign_ins(store: Store, staff: Iterable[Person]) -> dict[AgentId, str]:
    """Gives a random password to each member of staff that has none yet; returns only the new ones, which
    are kept nowhere else in clear. Raises StoreAway."""
    made: dict[AgentId, str] = {}
    for person in staff:
        if await store.credential(person.user) is None:
            made[person.user] = _new_password()
            hashed = await asyncio.to_thread(_hashes.hash, made[person.user])
            await store.set_credential(Credential(person.user, hashed))
    return made


async def is_right(credential: Credential | None, password: str) -> bool:
    """An unknown user takes as long as a wrong password."""
    return await asyncio.to_thread(_check, credential, password)


def _check(credential: Credential | None, password: str) -> bool:
    hashed = credential.password_hash if credential else _nobody()
    return _hashes.verify(password, hashed) and credential is not None


@cache
def _nobody() -> str:
    return _hashes.hash(secrets.token_urlsafe())


def _new_password() -> str:
    """Three groups of four, some 59 bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3))
