"""What an author sees while writing: what is to be mended, how hard the words are and how long, and how they
read with a sample case."""

from collections.abc import Iterator

import msgspec

from tierline.desk.center import Center
from tierline.desk.facts_in_words import in_words
from tierline.ports.case_system import CaseRecord
from tierline.scripts.proof import proof
from tierline.scripts.readability import Readability, readability
from tierline.scripts.script import blanks, with_blanks_filled
from tierline.scripts.wording import Wording
from tierline.sentence import Sentence


class Told(msgspec.Struct, frozen=True):
    """A sentence whose values are words: one that the description of the interface can tell of."""

    template: str
    values: dict[str, str]


class FaultView(msgspec.Struct, frozen=True):
    """`path` leads through the wording to the place, a place in a list being a number."""

    path: tuple[str, ...]
    why: Told


class Measured(msgspec.Struct, frozen=True):
    """Of one step, or of all that is said where no step is named."""

    language: str
    step: str
    reads: Readability


class Preview(msgspec.Struct, frozen=True):
    """As an agent would read it of a sample case."""

    language: str
    step: str
    text: str


class ProofView(msgspec.Struct, frozen=True):
    faults: tuple[FaultView, ...]
    measured: tuple[Measured, ...]
    previews: tuple[Preview, ...]


def told(sentence: Sentence) -> Told:
    return Told(sentence.template, {name: str(value) for name, value in sentence.values.items()})


def proof_view(center: Center, wording: Wording) -> ProofView:
    faults = proof(wording, center.agency.around_scripts, center.clock.now())
    said = list(_said(center, wording))
    return ProofView(
        faults=tuple(FaultView(tuple(map(str, fault.path)), told(fault.why)) for fault in faults),
        measured=tuple(
            Measured(language, step, readability(text, language)) for language, step, text in said
        ),
        previews=tuple(
            Preview(language, step, with_blanks_filled(text, _sample(center, language, text)))
            for language, step, text in said
            if step or not wording.steps
        ),
    )


def _said(center: Center, wording: Wording) -> Iterator[tuple[str, str, str]]:
    """(language, step, text), all of a language first."""
    for language in center.agency.profile.languages:
        if text := wording.said(language):
            yield language, "", text
        for step in wording.steps:
            if step.says.get(language):
                yield language, step.id, step.says[language]


def _sample(center: Center, language: str, text: str) -> dict[str, str]:
    """Of an invented case that the agency practises with. A fact that it lacks is told by its name."""
    facts = next((case.facts for case in center.agency.practice if case.facts), None)
    record = CaseRecord(**msgspec.structs.asdict(facts)) if facts else None
    known = in_words(center.agency, record, language) if record else {}
    return {blank: known.get(blank, f"[{blank}]") for blank in blanks(text)}
