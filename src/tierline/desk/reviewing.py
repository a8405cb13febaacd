"""A supervisor verifies or corrects what a caller was told (policy B4.4a), and what follows from that.

In a call that goes on as in one that is over: it is then that most is looked at.
"""

from collections.abc import Iterable, Set

from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.names import AgentId, CallId, Ref
from tierline.calls.review_events import CorrectionPassedOn, CorrectionSeen, Reviewed
from tierline.calls.reviewed import Finding, Of, Told, corrections, told, why_not
from tierline.calls.service_events import OwnWordsAdded, ScriptPresented
from tierline.calls.state import Call
from tierline.desk.access import readable
from tierline.desk.as_known import Known, as_known_to
from tierline.desk.center import Center
from tierline.desk.entitled import facts_for
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.theirs import reviews
from tierline.desk.values import new_value
from tierline.ports.store import Value
from tierline.staff.person import Person


async def review(center: Center, person: Person, of: CallId, said: Ref, finding: Finding) -> None:
    """Raises NotFound for words that this person may not know of, Refused, StoreAway."""
    await readable(center, person, of)
    async with center.turn(of):
        known = await _known(center, person, of)
        given = told(known.history).get(said)
        if given is None:
            raise NotFound("there are no such words in this call")
        if known.call.practice:
            raise Refused(
                "this is a practice call: its agent sees afterwards what was expected, and so do you"
            )
        _must_be_theirs(center, person, given.agent)
        if because := why_not(given, person.user, finding):
            raise Refused.saying(because)
        if not tells(known.history, said) <= set(await facts_for(center, known.call, person)):
            raise Refused("these words tell about the case, which you may not see: you cannot look at them")
        event, values = _reviewed(person.user, given, finding)
        await _keep(center, known.call, event, values)


async def see(center: Center, agent: AgentId, of: Of) -> None:
    """The agent has read the correction; once is enough."""
    async with center.turn(of.call):
        mine = [c for c in corrections(await center.history(of.call)) if c.of == of and c.agent == agent]
        call = await center.call(of.call)
        if call and mine and mine[0].seen is None:
            await _keep(center, call, CorrectionSeen(agent, of.said, of.fact))


async def pass_on(center: Center, person: Person, of: Of, number: str) -> None:
    """To the office that has this Service Request, which was made in this call. Raises NotFound, Refused."""
    await readable(center, person, of.call)
    async with center.turn(of.call):
        known = await _known(center, person, of.call)
        if number not in known.call.requests:
            raise NotFound("there is no such request of this call")
        holds = next((one for one in corrections(known.history) if one.of == of), None)
        if holds is None:
            raise Refused("there is no correction of these words: correct them first")
        _must_be_theirs(center, person, holds.agent)
        if number not in holds.passed_on:
            await _keep(center, known.call, CorrectionPassedOn(person.user, of.said, of.fact, number))


def _must_be_theirs(center: Center, person: Person, agent: AgentId) -> None:
    if not reviews(center, person, agent):
        raise Refused("your agency does not let you review what this colleague told callers")


def tells(history: Iterable[Recorded], said: Ref) -> Set[str]:
    """The facts that these words tell: a step of a guide also tells by what it follows."""
    used: dict[str, frozenset[str]] = {}
    for recorded in history:
        match recorded.event:
            case ScriptPresented(script=script, facts=facts, text=text):
                used[script] = used.get(script, frozenset()).union(facts)
                if text == said:
                    return used[script]
            case OwnWordsAdded(text=text) if text == said:
                break
    return frozenset()


async def _known(center: Center, person: Person, of: CallId) -> Known:
    return await as_known_to(center, await center.history(of), person)


def _reviewed(by: AgentId, given: Told, finding: Finding) -> tuple[Reviewed, list[Value]]:
    words = [finding.instead, finding.why] if finding.verdict == "corrected" else []
    values = [new_value("correction", text.strip()) for text in words]
    script, version = (given.script, given.version) if isinstance(given, ScriptPresented) else ("", 0)
    refs = [value.ref for value in values]
    event = Reviewed(by, given.agent, given.text, finding.verdict, finding.fact, script, version, *refs)
    return event, values


async def _keep(center: Center, call: Call, event: AnyEvent, values: Iterable[Value] = ()) -> None:
    """In the state that the call is in now, whatever a viewer may know of it."""
    standing = await center.call(call.id)
    assert standing
    await center.commit(standing, event, values=list(values))
    center.corrections.changed()
    center.changed()
