"""`verification.yaml`: what callers are asked to be recognised by, and how much of it has to be right."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Annotated, Literal

import msgspec

from tierline.calls.names import Speaker

Words = dict[str, str]
"""By language."""

Comparing = Literal["name", "date", "zip", "digits", "text"]
"""How an answer is held against the fact; see `staff.verification.comparing`."""

Questions = tuple[str, ...]


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`fact` is a field of the case, `names` what the answer is called on the screen, `asks` what the agent
    says."""

    fact: str
    compare: Comparing
    names: Words
    asks: Words


class Others(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """At least so many of these."""

    right: Annotated[int, msgspec.Meta(ge=1)]
    of: Questions


class Level(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The questions whose answers all have to be right, and some others besides."""

    right: Questions
    others: Others | None = None

    @property
    def questions(self) -> Questions:
        return (*self.right, *(self.others.of if self.others else ()))

    def reached(self, right: AbstractSet[str]) -> bool:
        others = self.others is None or len(right & set(self.others.of)) >= self.others.right
        return right >= set(self.right) and others


class SpecialLevel(Level, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`grant`: the clearance of whoever may verify to it."""

    grant: str | None = None


class Levels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    basic: Level
    special: SpecialLevel | None = None


class Unit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who verifies specially: those of Tier 2 who have all of these skills. `offers` is what the agent tells
    any caller who is not recognised, before the hand-over."""

    names: Words
    offers: Words
    skills: frozenset[str]
    tier: Literal["2"] = "2"


class VerificationFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`attempts` that may fail in one call before a tier, the unit or the IVR tries no more; `used_up` is
    what is then offered. `keypad`: the questions by which the IVR recognises a caller (as `basic`), all of
    which have to be right. `representative`: those that must be right besides where a representative speaks;
    without any nobody is recognised for somebody else."""

    source: str
    questions: dict[str, Question]
    levels: Levels
    used_up: Words
    attempts: Annotated[int, msgspec.Meta(ge=1)] = 3
    keypad: Questions = ()
    representative: Questions = ()
    unit: Unit | None = None

    def open_to(self, grants: AbstractSet[str]) -> Iterator[tuple[Literal["basic", "special"], Level]]:
        """The levels to which somebody with these clearances may verify, the highest first."""
        if self.clears(grants) and self.levels.special:
            yield "special", self.levels.special
        yield "basic", self.levels.basic

    def clears(self, grants: AbstractSet[str]) -> bool:
        """For special verification."""
        return self.levels.special is not None and self.levels.special.grant in grants

    def besides(self, speaker: Speaker) -> Questions:
        return self.representative if speaker == "representative" else ()

    def asked(self, grants: AbstractSet[str], speaker: Speaker = "applicant") -> Questions:
        """What somebody with these clearances asks, each once."""
        levels = [level for _, level in self.open_to(grants)]
        every = (*levels[-1].questions, *levels[0].questions, *self.besides(speaker))
        return tuple(dict.fromkeys(question for question in every if question in self.questions))
