"""What the checker finds, and by which rule."""

import msgspec


class Rule(msgspec.Struct, frozen=True):
    """`protects` is a sentence: what the rule keeps from happening to callers, or to whoever edits the
    folder."""

    name: str
    protects: str


class Finding(msgspec.Struct, frozen=True, order=True):
    """`file` is relative to the agency's folder, `line` counts from 1. `message` is a sentence that says how
    to mend it."""

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.message}"
