"""Where a caller is in the agency's flow: all that another process needs in order to go on."""

import msgspec


class Spot(msgspec.Struct, frozen=True):
    """A step, and the `do` steps that the sub-flows around it return to, outermost first."""

    step: str
    stack: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """`resume` is where another process goes on: it needs nothing that only the memory of this one holds.
    `trail` are the choices on the way here, for the key that leads back. `offered` once the IVR has offered
    its answers: before that nobody is put through to a person (policy A4). `silences` are those since the
    last key, `wrong_keys` those of the whole call."""

    at: Spot
    resume: Spot
    trail: tuple[Spot, ...] = ()
    offered: bool = False
    slower: bool = False
    silences: int = 0
    wrong_keys: int = 0

    def at_step(self, step: str) -> Spot:
        """A step of the same sub-flow."""
        return Spot(step, self.at.stack)
