"""All that is on record of a person, found by what they are known by."""

from typing import Any

import sqlalchemy as sa

from tierline.store import tables as t


def refs_of(mark: bytes) -> sa.Select[Any]:
    """What stands for the receipt or telephone number of this mark (`Keyring.mark`), each with its call; not
    what was destroyed."""
    vault, key = t.vault.c, t.vault_keys.c
    of_a_call = sa.select(vault.ref, key.call).join(t.vault_keys, key.id == vault.key).where(key.call != "")
    return of_a_call.where(
        vault.mark == mark, t.MARKED, vault.kind.in_(("phone", "receipt")), key.wrapped.is_not(None)
    )
