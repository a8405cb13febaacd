"""A personal value on its way to its one place."""

import msgspec

from tierline.calls.names import Ref

LOOKED_UP = frozenset({"phone", "email", "receipt"})
"""Kinds of value that are found by being equal to another."""


class Value(msgspec.Struct, frozen=True):
    """`kind` classifies it (receipt, phone, name, text…)."""

    ref: Ref
    kind: str
    value: str
