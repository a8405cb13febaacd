"""What was read to the caller, and said besides (policy A9)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from tierline.calls.events import Recorded
from tierline.calls.names import Ref, Tier
from tierline.calls.service_events import GuideEnded, OwnWordsAdded, ScriptPresented
from tierline.desk.center import Center
from tierline.desk.views import words
from tierline.desk.views.amended import AmendedView, amended
from tierline.desk.views.gone import gone
from tierline.desk.views.reviewed import ReviewedView
from tierline.scripts.finding import Standing, current, standing
from tierline.scripts.guide import Choice, Words
from tierline.scripts.script import Script
from tierline.sentence import SentenceView
from tierline.staff.person import Person

WITHHELD = "This wording tells about the case and is not shown to you on this call."
OWN_WORDS_WITHHELD = "These words were said at a higher tier and are not shown to you."
NOT_SHOWN = frozenset({"", WITHHELD, OWN_WORDS_WITHHELD})
_SAID = ScriptPresented | GuideEnded | OwnWordsAdded
_RANKS: tuple[Tier | None, ...] = (None, "1", "2", "supervisor")


class PresentedView(msgspec.Struct, frozen=True, kw_only=True):
    """`titles` are the script's, none where somebody's `own_words` were said; of a guide, `step` and where it
    leads. `read` is false for what the agent alone is to do. `next` is the way on after it. Once a version is
    not in force any more, its words are gone from the screens of all who speak with the caller, also of one
    who is reading them."""

    at: datetime
    by: str
    tier: Tier | None
    id: str
    titles: Words
    version: int
    language: str
    text: str
    own_words: bool
    standing: Standing
    step: str
    read: bool
    do: Words
    choices: tuple[Choice, ...]
    next: str
    reviewed: ReviewedView | None = None
    """For supervisors."""
    amended: AmendedView | None = None
    """What the person whose case it is says of these words, to who may see them."""
    gone: SentenceView | None = None
    """Why there are no words any more."""


async def presented(
    center: Center,
    history: Sequence[Recorded],
    person: Person,
    facts: Mapping[str, str],
    *,
    on_record: bool = False,
) -> tuple[PresentedView, ...]:
    """Everything said to the caller. Words that tell what this viewer may not see are withheld, save from
    whoever said them (I9). `on_record` for who looks into what was said, and reads it to nobody."""
    said = [(r.at, r.event) for r in history if isinstance(r.event, _SAID)]
    refs = [event.text for _, event in said if not isinstance(event, GuideEnded)]
    texts = await center.store.values(refs) if refs else {}
    amendments = await amended(center.store, history)
    why = await gone(center, refs, texts)
    used: dict[str, frozenset[str]] = {}
    """By each script until then: a step of a guide tells by what it follows."""
    in_force = {script.id: script for script in current(center.agency.scripts, center.clock.now())}
    views: list[PresentedView] = []
    for at, event in said:
        if isinstance(event, GuideEnded):
            views[-1:] = [_left(view, event) for view in views[-1:]]
        elif isinstance(event, OwnWordsAdded):
            view = _own_words(center, at, event, person, texts)
            view = msgspec.structs.replace(view, gone=why.get(event.text))
            views.append(_with(amendments.get(event.text), view))
        else:
            view = _read(center, at, event, in_force, texts)
            view = msgspec.structs.replace(view, gone=why.get(event.text))
            used[event.script] = used.get(event.script, frozenset()).union(event.facts)
            if event.agent != person.user and not used[event.script] <= set(facts):
                view = msgspec.structs.replace(view, text=WITHHELD, step="", do={}, choices=(), next="")
            if view.standing != "in_force" and not on_record:
                view = msgspec.structs.replace(view, text="")
            views.append(_with(amendments.get(event.text), view))
    return tuple(views)


def _with(amendment: AmendedView | None, view: PresentedView) -> PresentedView:
    return view if view.text in NOT_SHOWN else msgspec.structs.replace(view, amended=amendment)


def _left(view: PresentedView, event: GuideEnded) -> PresentedView:
    """With the way on that was taken, where it was the one step after which it was."""
    of_it = (view.id, view.version, view.step) == (event.script, event.version, event.step)
    return msgspec.structs.replace(view, next=event.to) if of_it and view.standing == "in_force" else view


def _read(
    center: Center,
    at: datetime,
    event: ScriptPresented,
    in_force: Mapping[str, Script],
    texts: Mapping[Ref, str],
) -> PresentedView:
    reader = center.agency.staff.get(event.agent)
    stands = standing(event.script, event.version, {name: s.version for name, s in in_force.items()})
    script = in_force[event.script] if stands == "in_force" else None
    step = script.step(event.step) if script and event.step else None
    return PresentedView(
        at=at,
        by=center.agency.name_of(event.agent),
        tier=reader.tier if reader else None,
        id=event.script,
        titles=words.script_titles(center.agency, event.script),
        version=event.version,
        language=event.language,
        text=texts.get(event.text, ""),
        own_words=False,
        standing=stands,
        step=event.step,
        read=event.read,
        do=step.do if step and event.read else {},
        choices=step.choices if step else (),
        next=(step.next or "") if step else script.next if script else "",
    )


def _own_words(
    center: Center, at: datetime, event: OwnWordsAdded, person: Person, texts: Mapping[Ref, str]
) -> PresentedView:
    """Which facts they tell nobody knows: they are for who may see as much as whoever said them."""
    said_by = center.agency.staff.get(event.agent)
    tier = said_by.tier if said_by else "supervisor"
    may_see = event.agent == person.user or _RANKS.index(person.tier) >= _RANKS.index(tier)
    return PresentedView(
        at=at,
        by=center.agency.name_of(event.agent),
        tier=said_by.tier if said_by else None,
        id="",
        titles={},
        version=0,
        language=event.language,
        text=texts.get(event.text, "") if may_see else OWN_WORDS_WITHHELD,
        own_words=True,
        standing="in_force",
        step="",
        read=True,
        do={},
        choices=(),
        next="",
    )
