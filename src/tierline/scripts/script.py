"""One version of one script, and when it may be read to a caller (policy A9)."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, Literal

import msgspec

from tierline.calls.names import Tier
from tierline.offices.provenance import Sourced
from tierline.scripts.guide import Step

Moment = Annotated[datetime, msgspec.Meta(tz=True)]

_BLANK = re.compile(r"\{([a-z_]+)\}")


class Script(Sourced, frozen=True):
    """`titles` by language, and either `texts` by language or, of a guide, `steps`, of which the first begins
    it; `variables` are the blanks in every text, or in what all steps together say. `topics` are the steps of
    the menu path and the kinds of matter it fits; `general` marks one that may be said where no other fits.
    `cases` are those that it is for: by field of the case, the values as the case system writes them. `next`
    is the usual way on: "resolve", "request:<kind>", "escalate" or "supervisor". What the caller says to an
    `unrecorded` one is not recorded."""

    id: str
    version: int
    titles: dict[str, str]
    allowed_tiers: tuple[Tier, ...]
    topics: tuple[str, ...]
    next: str
    status: Literal["draft", "published", "withdrawn"]
    effective_from: Moment
    author: str
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    variables: tuple[str, ...] = ()
    cases: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    expires: Moment | None = None
    approver: str | None = None
    unrecorded: bool = False

    def __post_init__(self) -> None:
        if self.author == self.approver:
            raise ValueError(f"{self.id}: its author may not approve it")
        if self.status == "published" and self.approver is None:
            raise ValueError(f"{self.id}: published without an approver")
        if bool(self.texts) == bool(self.steps):
            raise ValueError(f"{self.id}: it has either texts or steps")
        for language, text in self._said():
            if blanks(text) != frozenset(self.variables):
                raise ValueError(f"{self.id}: the blanks of its {language} text are not its variables")
        if len({step.id for step in self.steps}) < len(self.steps):
            raise ValueError(f"{self.id}: two of its steps have the same id")
        if any(blanks(words) for step in self.steps for words in step.do.values()):
            raise ValueError(f"{self.id}: what the agent is to do has blanks, which are not filled")

    def _said(self) -> Iterator[tuple[str, str]]:
        """All that it says, by language."""
        yield from self.texts.items()
        languages = dict.fromkeys(language for step in self.steps for language in step.says)
        for language in languages:
            yield language, " ".join(step.says.get(language, "") for step in self.steps)

    def speaks(self, language: str) -> bool:
        """All of it."""
        said = (step.words for step in self.steps) if self.steps else (self.texts,)
        return all(language in words for words in said)

    def step(self, name: str) -> Step | None:
        """The first one without a name."""
        return next((step for step in self.steps if name in ("", step.id)), None)


def blanks(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(_BLANK.findall(text))


def with_blanks_filled(text: str, facts: Mapping[str, str]) -> str:
    """In one pass: a fact that itself contains braces is not filled again."""
    return _BLANK.sub(lambda blank: facts[blank[1]], text)


def in_force(script: Script, at: datetime) -> bool:
    """From its effective moment up to, not including, its expiry, while published."""
    begun = script.effective_from <= at
    over = script.expires is not None and script.expires <= at
    return script.status == "published" and begun and not over
