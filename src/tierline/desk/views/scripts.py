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
from tierline.desk.views import words
from tierline.scripts.script import Script
from tierline.staff.person import Person

WITHHELD = "This wording tells about the case and is not shown to you on this call."


class ScriptView(msgspec.Struct, frozen=True, kw_only=True):
    """A script's title; its words come once it is presented. `fits` says why it is offered, or what it
    waits for."""

    id: str
    title: str
    version: int
    fits: str
    next: str


class PresentedView(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    by: str
    tier: Tier | None
    script: str
    version: int
    language: str
    text: str


def offered(center: Center, call: Call, person: Person, facts: Mapping[str, str]) -> tuple[ScriptView, ...]:
    return tuple(
        ScriptView(
            id=script.id,
            title=words.script(center.agency, script.id),
            version=script.version,
            fits=_fits(script, call, facts),
            next=script.next,
        )
        for script in reading.offered(center, call, person)
    )


async def presented(
    center: Center, history: Sequence[Recorded], person: Person, facts: Mapping[str, str]
) -> tuple[PresentedView, ...]:
    """Everything read to the caller. Words that tell what this viewer may not see are withheld, save from
    whoever read them (I9)."""
    read = [(r.at, r.event) for r in history if isinstance(r.event, ScriptPresented)]
    texts = await center.store.values([event.text for _, event in read]) if read else {}
    views = []
    for at, event in read:
        may_see = event.agent == person.user or set(event.facts) <= set(facts)
        reader = center.agency.staff.get(event.agent)
        views.append(
            PresentedView(
                at=at,
                by=center.agency.name_of(event.agent),
                tier=reader.tier if reader else None,
                script=words.script(center.agency, event.script),
                version=event.version,
                language=event.language,
                text=texts.get(event.text, "") if may_see else WITHHELD,
            )
        )
    return tuple(views)


def _fits(script: Script, call: Call, facts: Mapping[str, str]) -> str:
    if not set(script.variables) <= set(facts):
        return "tells about the case: verify the caller first"
    shared = [topic for topic in script.topics if topic in call.path]
    if shared:
        return "the caller chose: " + ", ".join(words.plain(topic).lower() for topic in shared)
    return "general information"
