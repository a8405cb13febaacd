"""Presents approved wording: the agent chooses, the server fills and records (policy A9)."""

from collections.abc import Mapping, Sequence

from tierline.calls.names import AgentId
from tierline.calls.service_events import GuideEnded, OwnWordsAdded, ScriptPresented
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.entitled import facts_for
from tierline.desk.library.at_hand import take_up
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.speaking import language_of
from tierline.desk.values import new_value
from tierline.scripts.filling import LanguageMissing, MissingFact, fill
from tierline.scripts.finding import NO_CASE, find
from tierline.scripts.guide import Step, is_end
from tierline.scripts.script import Script
from tierline.staff.person import Person


def offered(
    center: Center, call: Call, person: Person, case: Mapping[str, str] = NO_CASE
) -> tuple[Script, ...]:
    """The scripts in force that this person may read on this call, best fit first. Of the case by what they
    may see of it (`entitled.Shown.codes`)."""
    if person.tier is None:
        return ()
    now, language = center.clock.now(), language_of(center, call)
    scripts = center.agency.scripts
    return find(scripts, call.path, at=now, tier=person.tier, language=language, case=case)


def searched(center: Center, call: Call, person: Person, typed: str) -> tuple[Script, ...]:
    """Of those the ones that have these words, best first. Asks no case system: it is asked at each letter
    that is typed, and tells nothing of the case."""
    found = center.in_force.script_index.search(typed)
    having = [s for s in offered(center, call, person) if (s.id, s.version) in found]
    return tuple(sorted(having, key=lambda s: -found[s.id, s.version]))


async def present(center: Center, call: Call, agent: AgentId, script: str, step: str = "") -> Call:
    """The exact text goes on record with its version before it is shown; of a guide one step, the first
    without a name. Raises NotFound for a script that is not in force for this agent, Refused for one whose
    blanks may not be filled on this call, and for a step that nothing read before leads to."""
    person = center.agency.staff[agent]
    # Before the script is looked for: it may be withdrawn while the case system takes its time.
    facts = await facts_for(center, call, person)
    await take_up(center)
    before = await _read_before(center, call, script) if step else []
    chosen = _in_force(center, call, person, script)
    at = _step(chosen, step, before)
    language = language_of(center, call)
    try:
        filled = fill(chosen, language, facts, at)
    except MissingFact as missing:
        raise Refused(
            "this script tells about the case: verify the caller first, or choose a general one"
        ) from missing
    except LanguageMissing as missing:
        raise Refused("this script is not written in the caller's language; choose another") from missing
    text = new_value("script_text", filled.text)
    presented = ScriptPresented(
        agent,
        chosen.id,
        chosen.version,
        language,
        text.ref,
        filled.used_facts,
        step=at.id if at else "",
        read=at is None or bool(at.says),
        unrecorded=chosen.unrecorded or (at is not None and at.unrecorded),
    )
    return await center.commit(call, presented, values=[text])


async def end_guide(center: Center, call: Call, agent: AgentId, script: str, step: str, to: str) -> Call:
    """By an answer that leads out of it. Raises NotFound for a script that is not in force for this agent,
    Refused for a step that was not read or does not lead there."""
    before = await _read_before(center, call, script)
    chosen = _in_force(center, call, center.agency.staff[agent], script)
    at = chosen.step(step) if step else None
    was_read = any(one.step == step and one.version == chosen.version for one in before)
    if at is None or not was_read or to not in at.ways or not is_end(to):
        raise Refused("this step does not lead there: choose one of its answers")
    return await center.commit(call, GuideEnded(agent, chosen.id, chosen.version, step, to))


def _in_force(center: Center, call: Call, person: Person, script: str) -> Script:
    """For this person, on this call."""
    chosen = next((s for s in offered(center, call, person) if s.id == script), None)
    if chosen is None:
        raise NotFound("there is no such script in force; choose one from the list")
    return chosen


async def add_own_words(center: Center, call: Call, agent: AgentId, said: str) -> Call:
    """On record as such, besides what is approved. Raises Refused for Tier 1, who read approved words
    alone."""
    tier = center.agency.staff[agent].tier
    if tier is None or tier == "1":
        raise Refused("Tier 1 reads approved scripts alone: choose one, or transfer the call")
    if not said.strip():
        raise Refused("write what you say to the caller")
    text = new_value("own_words", said.strip())
    added = OwnWordsAdded(agent, language_of(center, call), text.ref)
    return await center.commit(call, added, values=[text])


async def _read_before(center: Center, call: Call, script: str) -> list[ScriptPresented]:
    return [
        recorded.event
        for recorded in await center.history(call.id)
        if isinstance(recorded.event, ScriptPresented) and recorded.event.script == script
    ]


def _step(script: Script, name: str, before: Sequence[ScriptPresented]) -> Step | None:
    """None of a script that is no guide. One may go on from any step of this version that was read, also
    after going back."""
    at = script.step(name)
    if not name:
        return at
    if at is None:
        raise NotFound("this script has no such step; begin it again")
    read = [script.step(one.step) for one in before if one.version == script.version]
    if not any(name == one.id or name in one.ways for one in read if one):
        raise Refused("nothing that was read leads to this step: begin the script again")
    return at
