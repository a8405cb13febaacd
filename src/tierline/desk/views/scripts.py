"""Approved wording on the screen: what is offered, and what is found (policy A9)."""

import msgspec

from tierline.calls.state import Call
from tierline.desk import reading
from tierline.desk.center import Center
from tierline.desk.entitled import Shown
from tierline.desk.views import words
from tierline.scripts.finding import fields_shared, for_another_case
from tierline.scripts.script import Script
from tierline.sentence import Sentence, sentence
from tierline.staff.person import Person

OFFERED_AT_MOST = 20
GENERAL = "general"
"""The topic of such."""


class Fits(msgspec.Struct, frozen=True):
    """A sentence whose blanks are lists of words: one that the description of the interface can tell of."""

    template: str
    values: dict[str, tuple[str, ...]]


class ScriptView(msgspec.Struct, frozen=True, kw_only=True):
    """A script's titles; its words come once it is presented. `fits` says why it is offered, or what it
    waits for."""

    id: str
    titles: dict[str, str]
    version: int
    fits: Fits
    next: str
    general: bool
    """May be said where no other fits."""


def offered(center: Center, call: Call, person: Person, shown: Shown) -> tuple[ScriptView, ...]:
    """Those that fit best, and what may be said where none does; all others are found by their words."""
    usable = reading.offered(center, call, person, shown.codes)
    general = (script for script in usable[OFFERED_AT_MOST:] if GENERAL in script.topics)
    scripts = (*usable[:OFFERED_AT_MOST], *general)
    return tuple(_view(script, _fits(script, call, shown)) for script in scripts)


def searched(center: Center, call: Call, person: Person, typed: str) -> tuple[ScriptView, ...]:
    scripts = reading.searched(center, call, person, typed)[:OFFERED_AT_MOST]
    return tuple(_view(script, _topics_of(script, call)) for script in scripts)


def _view(script: Script, fits: Sentence) -> ScriptView:
    return ScriptView(
        id=script.id,
        titles=script.titles,
        version=script.version,
        fits=msgspec.convert(msgspec.structs.asdict(fits), Fits),
        next=script.next,
        general=GENERAL in script.topics,
    )


def _fits(script: Script, call: Call, shown: Shown) -> Sentence:
    if not set(script.variables) <= set(shown.facts):
        return sentence("tells about the case: verify the caller first")
    if for_another_case(script, shown.codes):
        return sentence("is for other cases than this")
    if fields := fields_shared(script, shown.codes):
        return sentence("fits the case: {facts}", facts=[shown.facts[field] for field in fields])
    return _topics_of(script, call)


def _topics_of(script: Script, call: Call) -> Sentence:
    shared = [topic for topic in script.topics if topic in call.path]
    if shared:
        return sentence("the caller chose: {topics}", topics=[words.plain(t).lower() for t in shared])
    return sentence("tells about the case") if script.variables else sentence("general information")
