"""Approved wording on the screen: what is offered, and what was read (policy A9)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from tierline.calls.events import Recorded
from tierline.calls.names import Tier
from tierline.calls.service_events import ScriptPresented
from tierline.calls.state import Call
from tierline.desk import reading
from tierline.desk.center import Center
from tierline.desk.entitled import Shown
from tierline.desk.views import words
from tierline.scripts.finding import Standing, current, fields_shared, for_another_case, standing
from tierline.scripts.script import Script
from tierline.staff.person import Person

OFFERED_AT_MOST = 20
GENERAL = "general"
"""The topic of such."""
WITHHELD = "This wording tells about the case and is not shown to you on this call."


class ScriptView(msgspec.Struct, frozen=True, kw_only=True):
    """A script's title; its words come once it is presented. `fits` says why it is offered, or what it
    waits for."""

    id: str
    title: str
    version: int
    fits: str
    next: str
    general: bool
    """May be said where no other fits."""


class PresentedView(msgspec.Struct, frozen=True, kw_only=True):
    """`next` is the way on after it. Once a version is not in force any more, its words are gone from the
    screens of all who speak with the caller, also of one who is reading them."""

    at: datetime
    by: str
    tier: Tier | None
    script: str
    version: int
    language: str
    text: str
    standing: Standing
    next: str


def offered(center: Center, call: Call, person: Person, shown: Shown) -> tuple[ScriptView, ...]:
    """Those that fit best, and what may be said where none does; all others are found by their words."""
    usable = reading.offered(center, call, person, shown.codes)
    general = (script for script in usable[OFFERED_AT_MOST:] if GENERAL in script.topics)
    scripts = (*usable[:OFFERED_AT_MOST], *general)
    return tuple(_view(center, script, _fits(script, call, shown)) for script in scripts)


def searched(center: Center, call: Call, person: Person, typed: str) -> tuple[ScriptView, ...]:
    scripts = reading.searched(center, call, person, typed)[:OFFERED_AT_MOST]
    return tuple(_view(center, script, _topics_of(script, call)) for script in scripts)


def _view(center: Center, script: Script, fits: str) -> ScriptView:
    return ScriptView(
        id=script.id,
        title=words.script(center.agency, script.id),
        version=script.version,
        fits=fits,
        next=script.next,
        general=GENERAL in script.topics,
    )


async def presented(
    center: Center,
    history: Sequence[Recorded],
    person: Person,
    facts: Mapping[str, str],
    *,
    on_record: bool = False,
) -> tuple[PresentedView, ...]:
    """Everything read to the caller. Words that tell what this viewer may not see are withheld, save from
    whoever read them (I9). `on_record` for who looks into what was said, and reads it to nobody."""
    scripts = {script.id: script for script in current(center.agency.scripts, center.clock.now())}
    versions = {name: script.version for name, script in scripts.items()}
    read = [(r.at, r.event) for r in history if isinstance(r.event, ScriptPresented)]
    texts = await center.store.values([event.text for _, event in read]) if read else {}
    views = []
    for at, event in read:
        may_see = event.agent == person.user or set(event.facts) <= set(facts)
        stands = standing(event.script, event.version, versions)
        may_see_now = stands == "in_force" or on_record
        text = texts.get(event.text, "") if may_see else WITHHELD
        reader = center.agency.staff.get(event.agent)
        views.append(
            PresentedView(
                at=at,
                by=center.agency.name_of(event.agent),
                tier=reader.tier if reader else None,
                script=words.script(center.agency, event.script),
                version=event.version,
                language=event.language,
                text=text if may_see_now else "",
                standing=stands,
                next=scripts[event.script].next if stands == "in_force" else "",
            )
        )
    return tuple(views)


def _fits(script: Script, call: Call, shown: Shown) -> str:
    if not set(script.variables) <= set(shown.facts):
        return "tells about the case: verify the caller first"
    if for_another_case(script, shown.codes):
        return "is for other cases than this"
    if fields := fields_shared(script, shown.codes):
        return "fits the case: " + ", ".join(shown.facts[field] for field in fields)
    return _topics_of(script, call)


def _topics_of(script: Script, call: Call) -> str:
    shared = [topic for topic in script.topics if topic in call.path]
    if shared:
        return "the caller chose: " + ", ".join(words.plain(topic).lower() for topic in shared)
    return "tells about the case" if script.variables else "general information"
