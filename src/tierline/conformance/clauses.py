"""The clauses, as data."""

from importlib.resources import files
from typing import Literal, get_args

import msgspec

Layer = Literal["rules", "journey", "telephony", "browser"]
LAYERS: tuple[Layer, ...] = get_args(Layer)


class Clause(msgspec.Struct, frozen=True):
    """`says`: the clause in short; `shown`: what must be seen on each of the layers it `needs`."""

    id: str
    needs: tuple[Layer, ...]
    says: str
    shown: str


def clauses() -> list[Clause]:
    """In the policy's order."""
    text = files("tierline.conformance").joinpath("clauses.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=list[Clause])
