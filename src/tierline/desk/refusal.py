"""A request that the rules do not allow."""

from collections.abc import Mapping
from typing import Self

from tierline.sentence import Sentence, Value


class Refusal(Exception):
    """What a person reads who asked for something that is not done: a plain sentence. Its template is written
    out where it is raised, and its blanks are named (see `Sentence`). `str()` is the whole of it in
    English."""

    def __init__(self, template: str, /, **values: Value) -> None:
        self.sentence = Sentence(template, values)
        super().__init__(str(self.sentence))

    @classmethod
    def saying(cls, found: Sentence) -> Self:
        """What a rule has found."""
        return cls(found.template, **found.values)


class Refused(Refusal):
    """Says why, and what to do instead."""


class NotFilledIn(Refused):
    """A form as a whole; `fields` says beside which of them what is wrong."""

    fields: Mapping[str, Sentence] = {}

    @classmethod
    def beside(cls, fields: Mapping[str, Sentence], whole: Sentence) -> Self:
        found = cls.saying(whole)
        found.fields = fields
        return found


class NotFound(Refusal):
    """There is no such thing, or not for this person: the two are not told apart."""
