"""What has to be mended in what an author has written before anybody approves it, in plain words and at its
place."""

import re
from collections.abc import Iterator
from datetime import datetime

from tierline.scripts import faults
from tierline.scripts.faults import Around, Fault, Path, leads
from tierline.scripts.guide import Words, is_end
from tierline.scripts.script import blanks
from tierline.scripts.wording import Wording
from tierline.sentence import sentence

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What a script may be called among files."""
LONGEST_ID = 60
_A_BLANK = re.compile(r"\{[a-z_]+\}")


def proof(wording: Wording, around: Around, now: datetime) -> tuple[Fault, ...]:
    """None of what may go to the approvers."""
    return (
        *_languages(wording, around),
        *_nothing_said(wording),
        *_blanks(wording, around),
        *_steps(wording),
        *_way_on(wording, around),
        *_readers(wording, around),
        *_moments(wording, now),
        *faults.of_cases(wording.cases, around.fields),
        *faults.of_ways(wording.steps, around),
        *faults.of_unreachable(wording.steps),
        *faults.of_ends(wording.steps),
    )


def _all_words(wording: Wording) -> Iterator[tuple[Path, Words]]:
    """What has to be there in every language."""
    yield ("titles",), wording.titles
    if wording.texts:
        yield ("texts",), wording.texts
    for nth, step in enumerate(wording.steps):
        for part, words in (("says", step.says), ("do", step.do)):
            if any(words.values()):
                yield ("steps", nth, part), words
        for n, choice in enumerate(step.choices):
            yield ("steps", nth, "choices", n, "when"), choice.when


def _languages(wording: Wording, around: Around) -> Iterator[Fault]:
    """Languages match: who is served in one hears no other."""
    for path, words in _all_words(wording):
        for language in around.languages:
            if not words.get(language, "").strip():
                why = sentence("no words in this language yet: write them")
                yield Fault("words", (*path, language), why)
        for language in sorted(words.keys() - set(around.languages)):
            why = sentence("the agency does not speak this language: take the words out")
            yield Fault("words", (*path, language), why)


def _nothing_said(wording: Wording) -> Iterator[Fault]:
    if not wording.texts and not wording.steps:
        yield Fault("words", ("texts",), sentence("nothing is read to the caller: write a text, or steps"))
    if wording.texts and wording.steps:
        yield Fault("words", ("texts",), sentence("it has a text and steps: keep one of the two"))


def _blanks(wording: Wording, around: Around) -> Iterator[Fault]:
    for path, words in _all_words(wording):
        for language, text in words.items():
            if re.search(r"[{}]", _A_BLANK.sub("", text)):
                why = sentence(
                    "a blank is a fact's name in braces, in small letters: mend it, or take the braces out"
                )
                yield Fault("fact", (*path, language), why)
    for variable in wording.variables:
        if variable not in around.fields:
            why = sentence("no case has a fact {fact}: nothing would fill this blank", fact=variable)
            yield Fault("fact", ("steps",) if wording.steps else ("texts",), why)
        for language in wording.languages:
            if variable not in blanks(wording.said(language)):
                at: Path = ("steps",) if wording.steps else ("texts", language)
                why = sentence(
                    "the words in {language} lack the blank {fact}, which another language has",
                    language=language,
                    fact=variable,
                )
                yield Fault("fact", at, why)
    for nth, step in enumerate(wording.steps):
        for language, text in step.do.items():
            if blanks(text):
                why = sentence("what the agent is to do has no blanks: nothing would fill them")
                yield Fault("fact", ("steps", nth, "do", language), why)


def _steps(wording: Wording) -> Iterator[Fault]:
    seen: set[str] = set()
    for nth, step in enumerate(wording.steps):
        at: Path = ("steps", nth, "id")
        if not ID.fullmatch(step.id):
            why = sentence("a step is named by small letters, numbers and hyphens, such as check-address")
            yield Fault("other", at, why)
        if step.id in seen:
            yield Fault("other", at, sentence("two steps are called {step}: rename one", step=step.id))
        seen.add(step.id)
        if not any(step.says.values()) and not any(step.do.values()):
            why = sentence("this step has nothing to read and nothing to do: write it, or take it out")
            yield Fault("words", at, why)
        if step.choices and step.next:
            why = sentence("this step has choices and a next besides: keep one of the two")
            yield Fault("way", ("steps", nth, "next"), why)


def _way_on(wording: Wording, around: Around) -> Iterator[Fault]:
    if not (is_end(wording.next) and leads(wording.next, around)):
        yield Fault("way", ("next",), sentence("say what usually comes after this script"))


def _readers(wording: Wording, around: Around) -> Iterator[Fault]:
    if not wording.allowed_tiers:
        yield Fault("other", ("allowed_tiers",), sentence("nobody may read this script: name a tier"))
    known = [variable for variable in wording.variables if variable in around.fields]
    yield from faults.of_facts(known, wording.allowed_tiers, around.fields)


def _moments(wording: Wording, now: datetime) -> Iterator[Fault]:
    begins = max(now, wording.effective_from or now)
    if wording.expires and wording.expires <= begins:
        why = sentence("it would expire before it takes effect: choose a later moment")
        yield Fault("other", ("expires",), why)
