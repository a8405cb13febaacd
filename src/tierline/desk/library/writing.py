"""What authors do: they write a draft, go on with it, submit it, or give it up."""

from tierline.calls.names import AgentId
from tierline.desk.center import Center
from tierline.desk.library.changing import change, newest_version, refuse, versions_of
from tierline.desk.refusal import NotFound, Refused
from tierline.scripts.library import (
    Draft,
    DraftDropped,
    DraftSaved,
    Entry,
    LibraryEvent,
    Submitted,
    TakenBack,
    why_not_submit,
    why_not_write,
)
from tierline.scripts.proof import ID, LONGEST_ID, proof
from tierline.scripts.wording import Wording, tidied, written

LONGEST_TEXT = 4000
"""Characters of any words of a script: nobody listens to as many."""
MOST_STEPS = 60


async def begin(center: Center, by: AgentId, script: str, wording: Wording) -> Entry:
    """A new script. Raises Refused for a name that is none, or taken."""
    if not ID.fullmatch(script) or len(script) > LONGEST_ID:
        raise Refused("a script is named by small letters, numbers and hyphens, such as card-not-received")

    def decide(entry: Entry) -> LibraryEvent:
        if entry.draft or entry.versions or versions_of(center, script):
            raise Refused("there is a script of this name already: open it, or choose another name")
        return DraftSaved(_kept(wording), 0)

    return await change(center, script, by, decide)


async def save(center: Center, by: AgentId, script: str, seen: int, wording: Wording) -> Entry:
    """`seen` is the revision that was gone on from; 0 begins a draft. Raises NotFound, Refused."""

    def decide(entry: Entry) -> LibraryEvent:
        _must_exist(center, entry)
        refuse(why_not_write(entry, seen))
        return DraftSaved(_kept(wording), newest_version(center, entry))

    return await change(center, script, by, decide)


async def put_forward_again(center: Center, by: AgentId, script: str, version: int) -> Entry:
    """An older version, or the one in force, as a new draft. Raises NotFound, Refused."""
    chosen = next((one for one in versions_of(center, script) if one.version == version), None)
    if chosen is None:
        raise NotFound("there is no such version of this script")

    wrote = (AgentId(chosen.author),)

    def decide(entry: Entry) -> LibraryEvent:
        refuse(why_not_write(entry, 0))
        return DraftSaved(written(chosen), newest_version(center, entry), str(version), wrote)

    return await change(center, script, by, decide)


async def drop(center: Center, by: AgentId, script: str, seen: int) -> Entry:
    """Raises Refused."""

    def decide(entry: Entry) -> LibraryEvent:
        _must_have_draft(entry)
        refuse(why_not_write(entry, seen))
        return DraftDropped()

    return await change(center, script, by, decide)


async def submit(center: Center, by: AgentId, script: str, seen: int) -> Entry:
    """To the approvers. Raises Refused, also while there is something to mend."""

    def decide(entry: Entry) -> LibraryEvent:
        faults = (
            proof(entry.draft.wording, center.agency.around_scripts, center.clock.now())
            if entry.draft
            else ()
        )
        refuse(why_not_submit(entry, seen, len(faults), newest_version(center, entry)))
        return Submitted(seen)

    return await change(center, script, by, decide)


async def take_back(center: Center, by: AgentId, script: str) -> Entry:
    """From the approvers, to go on with it. Raises Refused."""

    def decide(entry: Entry) -> LibraryEvent:
        if not _must_have_draft(entry).submitted:
            raise Refused("this draft does not lie with the approvers: go on with it")
        return TakenBack()

    return await change(center, script, by, decide)


def _must_exist(center: Center, entry: Entry) -> None:
    if not entry.seq and not versions_of(center, entry.id):
        raise NotFound("there is no such script")


def _must_have_draft(entry: Entry) -> Draft:
    if entry.draft is None:
        raise Refused("there is no draft of this script any more: look at it again")
    return entry.draft


def _kept(wording: Wording) -> Wording:
    kept = tidied(wording)
    if len(kept.steps) > MOST_STEPS:
        raise Refused("a script has at most {most} steps: let it lead to another script", most=MOST_STEPS)
    every = [kept.titles, kept.texts, *(words for step in kept.steps for words in step.all_words())]
    if any(len(text) > LONGEST_TEXT for words in every for text in words.values()):
        raise Refused(
            "words of a script have at most {most} characters: make steps of them", most=LONGEST_TEXT
        )
    return kept
