"""Presents approved wording: the agent chooses, the server fills and records (policy A9)."""

from collections.abc import Mapping

from tierline.calls.names import AgentId
from tierline.calls.service_events import ScriptPresented
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.entitled import facts_for
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.speaking import language_of
from tierline.desk.values import new_value
from tierline.scripts.filling import LanguageMissing, MissingFact, fill
from tierline.scripts.finding import NO_CASE, find
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
    found = center.agency.script_index.search(typed)
    having = [s for s in offered(center, call, person) if (s.id, s.version) in found]
    return tuple(sorted(having, key=lambda s: -found[s.id, s.version]))


async def present(center: Center, call: Call, agent: AgentId, script: str) -> Call:
    """The exact text goes on record with its version before it is shown. Raises NotFound for a script that is
    not in force for this agent, Refused for one whose blanks may not be filled on this call."""
    person = center.agency.staff[agent]
    # Before the script is looked for: it may be withdrawn while the case system takes its time.
    facts = await facts_for(center, call, person)
    chosen = next((s for s in offered(center, call, person) if s.id == script), None)
    if chosen is None:
        raise NotFound("there is no such script in force; choose one from the list")
    language = language_of(center, call)
    try:
        filled = fill(chosen, language, facts)
    except MissingFact as missing:
        raise Refused(
            "this script tells about the case: verify the caller first, or choose a general one"
        ) from missing
    except LanguageMissing as missing:
        raise Refused("this script is not written in the caller's language; choose another") from missing
    text = new_value("script_text", filled.text)
    presented = ScriptPresented(agent, chosen.id, chosen.version, language, text.ref, filled.used_facts)
    return await center.commit(call, presented, values=[text])
