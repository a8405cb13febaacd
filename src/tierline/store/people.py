"""All that is on record of a person, found by what they are known by."""

from typing import Any

import sqlalchemy as sa

from tierline.store import tables as t


def refs_of(value: str) -> sa.Select[Any]:
    """What stands for this receipt or telephone number, each with its call."""
    vault = t.vault.c
    return sa.select(vault.ref, vault.call).where(vault.value == value, t.PEOPLE, vault.call.is_not(None))
