"""What an author writes: a script without its approval, as far as they have come with it."""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import AgentId, Tier
from tierline.scripts.guide import Choice, Step, Words, WrittenStep
from tierline.scripts.script import Moment, Script, blanks

WRITTEN_HERE = "written and approved in the script library"


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As the fields of `Script` of the same names. Without an `effective_from` it takes effect when it is
    approved. The blanks are what the words have in braces: nobody lists them a second time."""

    titles: Words = {}
    texts: Words = {}
    steps: tuple[WrittenStep, ...] = ()
    topics: tuple[str, ...] = ()
    cases: dict[str, tuple[str, ...]] = {}
    allowed_tiers: tuple[Tier, ...] = ("1", "2", "supervisor")
    next: str = "resolve"
    effective_from: Moment | None = None
    expires: Moment | None = None
    unrecorded: bool = False
    source: str = WRITTEN_HERE

    def said(self, language: str) -> str:
        """All that is read to the caller."""
        if self.steps:
            return "\n".join(step.says[language] for step in self.steps if step.says.get(language))
        return self.texts.get(language, "")

    @property
    def languages(self) -> tuple[str, ...]:
        """In which anything is read to the caller."""
        every = [self.texts, *(step.says for step in self.steps)]
        return tuple(dict.fromkeys(language for words in every for language, text in words.items() if text))

    @property
    def variables(self) -> tuple[str, ...]:
        """The blanks of any language."""
        return tuple(sorted(frozenset[str]().union(*(blanks(self.said(one)) for one in self.languages))))


def written(script: Script) -> Wording:
    """To be changed, or put forward again: when it is to take effect is asked anew."""
    return Wording(
        titles=script.titles,
        texts=script.texts,
        steps=tuple(script.steps),
        topics=script.topics,
        cases=script.cases,
        allowed_tiers=script.allowed_tiers,
        next=script.next,
        expires=script.expires,
        unrecorded=script.unrecorded,
        source=script.source,
    )


def tidied(wording: Wording) -> Wording:
    """Without what was left empty, and without blanks around words."""
    return msgspec.structs.replace(
        wording,
        titles=_tidied(wording.titles),
        texts=_tidied(wording.texts),
        steps=tuple(_tidied_step(step) for step in wording.steps),
        topics=tuple(dict.fromkeys(topic.strip() for topic in wording.topics if topic.strip())),
        cases={field: values for field, values in wording.cases.items() if field and values},
        source=" ".join(wording.source.split()),
    )


def _tidied_step(step: WrittenStep) -> WrittenStep:
    return WrittenStep(
        id=step.id.strip(),
        says=_tidied(step.says),
        do=_tidied(step.do),
        choices=tuple(Choice(_tidied(choice.when), choice.to.strip()) for choice in step.choices),
        next=step.next or None,
        unrecorded=step.unrecorded,
    )


def _tidied(words: Words) -> Words:
    return {language: text.strip() for language, text in words.items() if text.strip()}


def scripted(
    wording: Wording,
    *,
    id: str,
    version: int,
    author: AgentId,
    approver: AgentId | None,
    at: datetime,
    status: Literal["draft", "published"] = "published",
) -> Script:
    """It takes effect at `at`, or later where that was asked for. Raises ValueError for what `proof.faults`
    finds in it."""
    return Script(
        id=id,
        version=version,
        titles=wording.titles,
        texts=wording.texts,
        steps=tuple(Step(**msgspec.structs.asdict(step)) for step in wording.steps),
        variables=wording.variables,
        topics=wording.topics,
        cases=wording.cases,
        allowed_tiers=wording.allowed_tiers,
        next=wording.next,
        status=status,
        effective_from=max(at, wording.effective_from or at),
        expires=wording.expires,
        unrecorded=wording.unrecorded,
        author=author,
        approver=approver,
        source=wording.source or WRITTEN_HERE,
        verified=approver is not None,
        as_of=at.date(),
    )
