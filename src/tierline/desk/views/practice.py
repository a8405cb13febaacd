"""Practice, as screens show it: the cases to choose from, the call at hand, and what was expected beside what
was done."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from tierline.calls.events import Answered, Recorded
from tierline.calls.names import AgentId, CallId
from tierline.calls.practice import Act, CallerSpoke, Pretended
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.practice.going_in import cases
from tierline.desk.practice.speaking import case_of_practice, practice_of
from tierline.desk.views import words
from tierline.desk.views.said import Kind, Said
from tierline.ports.agency import Agency
from tierline.practice.case import find
from tierline.practice.debrief import Point, debrief
from tierline.sentence import Sentence, sentence
from tierline.staff.person import Person

MOST_LISTED = 50

Words = Mapping[str, str]
"""By language."""

_NOTED: dict[Act, Sentence] = {
    "transfer": sentence("hand the caller on to"),
    "consult": sentence("consult a colleague of"),
    "callback": sentence("book a callback from"),
    "give_back": sentence("give the caller back to"),
    "interpreter": sentence("call in the interpreter"),
    "emergency": sentence("declare an emergency,"),
    "request": sentence("make a Service Request,"),
    "referral": sentence("make a referral,"),
}
_OF_A_FORM: tuple[Act, ...] = ("request", "referral")
"""These go to an office, all others to a colleague if to anybody."""


_KIND: dict[Act, Kind] = {
    "interpreter": "agent",
    "emergency": "agent",
    "request": "request",
    "referral": "request",
}


class PracticeCaseView(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    titles: Words
    descriptions: Words
    language: str


class PretendedView(msgspec.Struct, frozen=True, kw_only=True):
    """`names` are the agency's words for what it was about; `to` the office or the colleague."""

    at: datetime
    act: Act
    names: Words
    to: str | None


class ComparedView(msgspec.Struct, frozen=True, kw_only=True):
    point: Point
    names: Words
    expected: bool
    done: bool


class PracticeView(msgspec.Struct, frozen=True, kw_only=True):
    """Of a practice call. `said` of the caller's `lines`; `debrief` is empty until the call is over."""

    titles: Words
    descriptions: Words
    said: int
    lines: int
    pretended: tuple[PretendedView, ...]
    debrief: tuple[ComparedView, ...]


class PractisedView(msgspec.Struct, frozen=True, kw_only=True):
    """One practice call in a list, with who practised."""

    call: CallId
    user: AgentId
    name: str
    at: datetime
    over: bool
    titles: Words
    debrief: tuple[ComparedView, ...]


class PracticeDesk(msgspec.Struct, frozen=True, kw_only=True):
    """What an agent can practise, and has practised."""

    cases: tuple[PracticeCaseView, ...]
    practised: tuple[PractisedView, ...]


async def practice_desk(center: Center, person: Person) -> PracticeDesk:
    return PracticeDesk(
        cases=tuple(
            PracticeCaseView(
                id=case.id, titles=case.titles, descriptions=case.descriptions, language=case.language
            )
            for case in cases(center, person.user)
        ),
        practised=await practised(center, person.user),
    )


async def practised(center: Center, agent: AgentId | None = None) -> tuple[PractisedView, ...]:
    """The newest of this agent, or of all."""
    await center.records.settled()
    calls = await center.store.practice_calls(MOST_LISTED, agent)
    return tuple([await _practised(center, call) for call in calls])


def practice_view(center: Center, call: Call, history: Sequence[Recorded]) -> PracticeView | None:
    if call.practice is None:
        return None
    case = case_of_practice(center, call)
    return PracticeView(
        titles=case.titles if case else {},
        descriptions=case.descriptions if case else {},
        said=call.practice.said,
        lines=len(case.caller) if case else call.practice.said,
        pretended=tuple(
            _pretended(center.agency, r.at, r.event) for r in history if isinstance(r.event, Pretended)
        ),
        debrief=_compared(center.agency, call, history),
    )


def of_practice(agency: Agency, event: object) -> Said:
    match event:
        case CallerSpoke(line=line):
            return "caller", sentence("Said line {n} of the practice case", n=line), "agent"
        case Pretended(agent=agent, act=act, of=of) as pretended:
            what = sentence("{act} {of}", act=_NOTED[act], of=names_of(agency, act, of) or of)
            if to := _to(agency, pretended):
                what = sentence("{what} ({to})", what=what, to=to)
            noted = sentence("In practice, not done: {what}", what=what)
            return agency.name_of(agent), noted, _KIND.get(act, "transfer")
        case _:
            return None


async def _practised(center: Center, call: Call) -> PractisedView:
    practice = practice_of(call)
    case = find(center.agency.practice, practice.case)
    return PractisedView(
        call=call.id,
        user=practice.agent,
        name=center.agency.name_of(practice.agent),
        at=call.arrived_at,
        over=call.phase == "ended",
        titles=case.titles if case else {"en": practice.case},
        debrief=_compared(center.agency, call, await center.store.timeline(call.id)),
    )


def _compared(agency: Agency, call: Call, history: Sequence[Recorded]) -> tuple[ComparedView, ...]:
    """Of a call that was answered, and is over."""
    answered = any(isinstance(recorded.event, Answered) for recorded in history)
    if call.phase != "ended" or not answered:
        return ()
    compared = debrief(practice_of(call).expected, history)
    return tuple(
        ComparedView(
            point=one.point,
            names=names_of(agency, one.point, one.of),
            expected=one.expected,
            done=one.done,
        )
        for one in compared
    )


def _pretended(agency: Agency, at: datetime, event: Pretended) -> PretendedView:
    to = _to(agency, event)
    return PretendedView(at=at, act=event.act, names=names_of(agency, event.act, event.of), to=to)


def _to(agency: Agency, event: Pretended) -> str | None:
    if event.to is None:
        return None
    return words.office(agency, event.to) if event.act in _OF_A_FORM else agency.name_of(AgentId(event.to))


def names_of(agency: Agency, what: Act | Point, of: str) -> Words:
    """What was done, or expected, in the agency's words; the id where it has none any more."""
    known: Mapping[str, Words]
    match what:
        case "verification":
            return {}
        case "script":
            known = {script.id: script.titles for script in agency.scripts}
        case "request" | "referral":
            known = {kind.id: kind.names for kind in agency.kinds.kinds}
        case "disposition":
            known = {code.id: code.names for code in agency.dispositions.dispositions}
        case "interpreter":
            known = {one.id: {"en": one.name} for one in agency.interpreters.interpreters}
        case "emergency":
            known = {kind.id: kind.titles for kind in agency.emergencies.kinds}
        case _:
            known = {tier.id: tier.names for tier in agency.tiers.tiers}
    return known.get(of, {"en": of})
