"""The floor: everyone who takes calls, and every caller who waits. Whoever looks after one site sees its
people, and of callers how many wait in which line."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

import msgspec
from msgspec.structs import replace

from tierline.calls.names import AgentId, CallId, Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.views import duty_view
from tierline.desk.views.crowd import CrowdView, crowd_view
from tierline.desk.waiting import sought_by
from tierline.sentence import SentenceView, view
from tierline.staff.person import Person, Role

MOST_WAITING = 100
"""Callers listed, the longest waiting first; the rest is counted."""


class OnTheFloor(msgspec.Struct, frozen=True, kw_only=True):
    user: AgentId
    name: str
    role: Role
    tier: Tier
    site: str
    languages: tuple[str, ...]
    signed_in_at: datetime | None
    state: duty_view.StateView
    practising: bool
    call_since: datetime | None
    missed: duty_view.MissedView
    spent: tuple[duty_view.SpentView, ...]


class WaitingView(msgspec.Struct, frozen=True, kw_only=True):
    """`why` this caller has not been presented to anybody, in English, and its `sentence` for other
    languages."""

    call: CallId
    tier: Tier
    language: str | None
    skills: tuple[str, ...]
    since: datetime
    callback: bool
    why: str
    sentence: SentenceView


class LineView(msgspec.Struct, frozen=True, kw_only=True):
    """How many wait in a line for their turn, the longest `since` then."""

    tier: Tier
    language: str
    waiting: int
    since: datetime


class FullLineView(msgspec.Struct, frozen=True, kw_only=True):
    """`turned_away` since then; whoever was is told so, and may be called back."""

    tier: Tier
    language: str
    since: datetime
    turned_away: int


class BesideAgents(msgspec.Struct, frozen=True, kw_only=True):
    """`waiting` are for supervisors; `waiting_in_all` counts also those who are not listed."""

    lines: tuple[LineView, ...]
    waiting: tuple[WaitingView, ...]
    waiting_in_all: int
    full_lines: tuple[FullLineView, ...]
    crowd: CrowdView | None
    reasons: tuple[duty_view.ReasonView, ...]


class FloorView(BesideAgents, frozen=True, kw_only=True):
    agents: tuple[OnTheFloor, ...]


def beside_agents(center: Center, viewer: Person) -> BesideAgents:
    waiting = sorted(_waiting(center), key=lambda call: (call.waiting_since or call.arrived_at, call.id))
    listed = waiting[:MOST_WAITING] if viewer.role == "supervisor" else ()
    return BesideAgents(
        lines=tuple(_lines(center)),
        waiting=tuple(_caller(center, call) for call in listed),
        waiting_in_all=len(waiting),
        full_lines=tuple(_full_lines(center)),
        crowd=crowd_view(center),
        reasons=duty_view.reasons(center.agency),
    )


def _waiting(center: Center) -> Iterator[Call]:
    return (call for call in center.calls.values() if center.router.has(call.id))


def _lines(center: Center) -> Iterator[LineView]:
    """Of each tier and language; the agency's rules among them are nobody's matter here."""
    every = sorted(center.router.queues().items())
    for (tier, language), line in groupby(every, key=lambda of: (of[0].tier, of[0].language)):
        queues = [queue for _, queue in line]
        yield LineView(
            tier=tier,
            language=language,
            waiting=sum(queue.length for queue in queues),
            since=min(queue.first.since for queue in queues),
        )


def _full_lines(center: Center) -> Iterator[FullLineView]:
    for queue, full in sorted(center.overload.lines.items()):
        yield FullLineView(
            tier=queue.tier, language=queue.language, since=full.since, turned_away=full.turned_away
        )


def call_since(center: Center, agent: AgentId) -> datetime | None:
    state = center.floor.state(agent)
    call = center.calls.get(state.call) if state.call else None
    part = call.part_of(agent) if call else None
    return part.since if part else None


def on_the_floor(center: Center, person: Person, tier: Tier) -> OnTheFloor:
    duty = center.floor.duty(person.user)
    return OnTheFloor(
        user=person.user,
        name=person.name,
        role=person.role,
        tier=tier,
        site=person.site,
        languages=person.languages,
        signed_in_at=None if duty.state.signed_out else duty.signed_in_at,
        state=duty_view.state_view(center, duty),
        practising=duty.practising,
        call_since=call_since(center, person.user),
        missed=duty_view.missed_view(center.agency, duty),
        spent=() if duty.state.signed_out else duty_view.spent_view(center.agency, duty),
    )


def figures_of(line: OnTheFloor) -> OnTheFloor:
    """For whoever plans by states and times alone: nothing that leads to a call, nor words about one."""
    wanted = line.state.afterwards
    afterwards = replace(wanted, by=None, why=None) if wanted else None
    return replace(line, state=replace(line.state, call=None, by=None, why=None, afterwards=afterwards))


def _caller(center: Center, call: Call) -> WaitingView:
    why = center.router.why_waiting(call.id)
    return WaitingView(
        call=call.id,
        tier=sought_by(call),
        language=call.language,
        skills=tuple(sorted(call.skills)),
        since=call.waiting_since or call.arrived_at,
        callback=call.promise is not None,
        why=str(why),
        sentence=view(why),
    )
