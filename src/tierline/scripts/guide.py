"""A script as a guide: short steps, and where each answer of the caller leads."""

from collections.abc import Iterable, Iterator

import msgspec

Words = dict[str, str]
"""Per language."""

ENDS = ("resolve", "escalate", "supervisor")
"""And "request:<kind>"."""


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`when` is what the caller says, or what the agent finds. `to` is a step of this script,
    "script:<id>" for another one, or an end: "resolve", "request:<kind>", "escalate" or "supervisor"."""

    when: Words
    to: str


class WrittenStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As far as an author has come with it."""

    id: str
    says: Words = {}
    do: Words = {}
    choices: tuple[Choice, ...] = ()
    next: str | None = None
    unrecorded: bool = False

    @property
    def words(self) -> Words:
        """What is shown large, and kept on record."""
        return self.says or self.do

    @property
    def ways(self) -> tuple[str, ...]:
        """Where it can lead; nowhere for a dead end."""
        return tuple(choice.to for choice in self.choices) or ((self.next,) if self.next else ())

    def all_words(self) -> Iterator[Words]:
        yield from (words for words in (self.says, self.do) if words)
        yield from (choice.when for choice in self.choices)


class Step(WrittenStep, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`says` is read to the caller; `do` is what the agent does meanwhile, and reads to nobody. A step has
    `choices`, or is the last one and has what comes `next`. What the caller says to an `unrecorded` one is
    not recorded."""

    def __post_init__(self) -> None:
        if not self.says and not self.do:
            raise ValueError(f"step {self.id} has nothing to read and nothing to do")
        if self.choices and self.next:
            raise ValueError(f"step {self.id} has choices, and cannot have a next besides")


def is_end(to: str) -> bool:
    return to in ENDS or to.startswith("request:")


def other_script(to: str) -> str | None:
    """Its id, where a choice leads to one."""
    name = to.removeprefix("script:")
    return name if name != to else None


def reached(steps: Iterable[WrittenStep]) -> set[str]:
    """The ids of those that some way comes to, from the first."""
    known = {step.id: step for step in steps}
    found: set[str] = set()
    waiting = list(known)[:1]
    while waiting:
        at = waiting.pop()
        if at in known and at not in found:
            found.add(at)
            waiting += known[at].ways
    return found


def without_end(steps: Iterable[WrittenStep]) -> set[str]:
    """The ids of those from which choices lead round and round, and never to the last step of a way."""
    known = {step.id: step for step in steps}
    out = {name for name, step in known.items() if not known.keys() >= set(step.ways) or not step.ways}
    while more := {n for n, s in known.items() if n not in out and not out.isdisjoint(s.ways)}:
        out |= more
    return known.keys() - out
