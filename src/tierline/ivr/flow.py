"""An agency's whole flow: its steps, the keys that mean the same everywhere, and its patience."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from tierline.ivr.patience import Relay
from tierline.ivr.receipts import ReceiptPrefixes
from tierline.ivr.steps import AnyStep, Do, Return

Everywhere = Literal["supervisor", "person", "back", "slower", "repeat", "main"]
"""What a key can mean in the whole call. `main` is the menu that offers answers."""


class Patience(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`seconds` of silence after a prompt count as none chosen, `between_keys` as the end of a number;
    `tries` are those of one step. After `silences` in a row, or `wrong_keys` in the whole call, it goes to
    `spent`: for calls that no one makes. A `silences` of 0 never ends a call for it; nor does a `wrong_keys`
    of 0. `relay` is the patience with callers for whom somebody types."""

    spent: str = ""
    seconds: float = 6.0
    between_keys: float = 5.0
    tries: int = 3
    silences: int = 0
    wrong_keys: int = 0
    relay: Relay = Relay()


class Waiting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What callers in line hear and may do. Each announcement `says` one prompt, in turn; none where it is
    empty. `keys` lead out of
    the line to a step, where the callers keep their age (I4). `closing` is the step for those whom the tier's
    published hours leave in line; without one they are still served, and told so. `closure` is the step for
    those in line when a closure begins; without one they go where the key for a person leads."""

    says: tuple[str, ...] = ("position",)
    keys: dict[str, str] = {}
    closing: str = ""
    closure: str = ""

    @property
    def steps(self) -> dict[tuple[str, ...], str]:
        """Those that it names, by where it does."""
        ends = {("closing",): self.closing, ("closure",): self.closure}
        return {("keys", key): step for key, step in self.keys.items()} | {k: s for k, s in ends.items() if s}


class SubFlow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`start` is the qualified name of its first step."""

    start: str


class Flow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Steps and their targets by qualified name. `answers` is the menu that offers what the IVR can answer;
    `person` where the key for one leads; `tty` where a call goes that sounds like a text telephone.
    `prefixes` are the receipt numbers that can be keyed."""

    start: str
    answers: str
    person: str
    steps: dict[str, AnyStep]
    everywhere: dict[str, Everywhere] = {}
    patience: Patience = Patience()
    waiting: Waiting = Waiting()
    tty: str | None = None
    sub_flows: dict[str, SubFlow] = {}
    prefixes: ReceiptPrefixes = ReceiptPrefixes(())

    def meaning(self, key: str) -> Everywhere | None:
        return self.everywhere.get(key)

    def next_steps(self, name: str) -> frozenset[str]:
        """The steps that may follow this one. A sub-flow returns to every step that does it."""
        return frozenset(step for _, step in self.edges(name))

    def edges(self, name: str) -> Iterator[tuple[str, str]]:
        """(what leads there, step) for each way on."""
        match self.steps[name]:
            case Do(flow=flow):
                yield "do", self.sub_flows[flow].start
            case Return(outcome=outcome):
                for do in self._doing(flow_of(name)):
                    if outcome in do.outcomes:
                        yield outcome, do.outcomes[outcome]
            case step:
                yield from step.ways.items()

    def prompts(self, name: str) -> tuple[str, ...]:
        """Of one step, as the file names them."""
        step = self.steps[name]
        own: tuple[str, ...] = getattr(step, "prompts", ())
        more = (getattr(step, "confirm", None), getattr(step, "each", None))
        return (*own, *(prompt for prompt in more if prompt))

    def _doing(self, flow: str) -> list[Do]:
        return [step for step in self.steps.values() if isinstance(step, Do) and step.flow == flow]


def flow_of(name: str) -> str:
    """The sub-flow that a step belongs to; empty for the main one."""
    return name.rpartition("/")[0]
