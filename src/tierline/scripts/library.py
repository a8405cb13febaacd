"""The life of a script in the library: written, submitted, approved by somebody else or sent back, withdrawn.

Each step is an event on record. `Entry` is what they come to, and the functions `why_not_…` say in a sentence
why a step may not be taken, or nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from tierline.calls.names import AgentId
from tierline.scripts.proof import ID, LONGEST_ID
from tierline.scripts.script import Script
from tierline.scripts.wording import Wording
from tierline.sentence import Sentence, sentence


class Event(msgspec.Struct, frozen=True, tag=True):
    pass


class DraftSaved(Event, frozen=True, tag=True):
    """`base` is the newest version that there was; 0 of a new script. `came_from` says from where, if nobody
    wrote it here: "file", or the number of a version that is put forward again."""

    wording: Wording
    base: int
    came_from: str = ""
    also_by: tuple[AgentId, ...] = ()
    """Whoever wrote what came from elsewhere."""


class DraftDropped(Event, frozen=True, tag=True):
    pass


class Submitted(Event, frozen=True, tag=True):
    revision: int


class TakenBack(Event, frozen=True, tag=True):
    """By its authors, to go on with it."""


class SentBack(Event, frozen=True, tag=True):
    revision: int
    reason: str


class Approved(Event, frozen=True, tag=True):
    revision: int
    script: Script


class Withdrawn(Event, frozen=True, tag=True):
    script: Script
    reason: str


LibraryEvent = DraftSaved | DraftDropped | Submitted | TakenBack | SentBack | Approved | Withdrawn


class Noted(msgspec.Struct, frozen=True, kw_only=True):
    """One event of one script, on record."""

    script: str
    seq: int
    at: datetime
    by: AgentId
    event: LibraryEvent


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """`revision` is never the same again, whatever becomes of the draft: what was seen is named by it.
    `writers` are all who saved it, none of whom may approve it; the last of them is its author on record."""

    revision: int
    wording: Wording
    base: int
    writers: tuple[AgentId, ...]
    saved_at: datetime
    submitted: bool = False
    sent_back: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One script. `versions` are those that were approved or withdrawn here; those of files are the folder's
    own."""

    id: str
    seq: int = 0
    at: datetime | None = None
    draft: Draft | None = None
    versions: tuple[Script, ...] = ()


def fold(entry: Entry, history: Iterable[Noted]) -> Entry:
    for noted in history:
        after = _after(entry, noted)
        entry = msgspec.structs.replace(after, seq=noted.seq, at=noted.at)
    return entry


def _after(entry: Entry, noted: Noted) -> Entry:
    replace = msgspec.structs.replace
    match noted.event:
        case DraftSaved(wording=wording, base=base, also_by=also_by):
            wrote = tuple(dict.fromkeys((noted.by, *also_by)))
            before = (one for one in entry.draft.writers if one not in wrote) if entry.draft else ()
            draft = Draft(
                revision=noted.seq,
                wording=wording,
                base=base,
                writers=(*before, *wrote),
                saved_at=noted.at,
                sent_back=entry.draft.sent_back if entry.draft else "",
            )
            return replace(entry, draft=draft)
        case Submitted() if entry.draft:
            return replace(entry, draft=replace(entry.draft, submitted=True, sent_back=""))
        case TakenBack() if entry.draft:
            return replace(entry, draft=replace(entry.draft, submitted=False))
        case SentBack(reason=reason) if entry.draft:
            return replace(entry, draft=replace(entry.draft, submitted=False, sent_back=reason))
        case DraftDropped():
            return replace(entry, draft=None)
        case Approved(script=script):
            return replace(entry, draft=None, versions=_with(entry.versions, script))
        case Withdrawn(script=script):
            return replace(entry, versions=_with(entry.versions, script))
        case _:
            return entry


def _with(versions: Iterable[Script], script: Script) -> tuple[Script, ...]:
    others = (one for one in versions if one.version != script.version)
    return tuple(sorted((*others, script), key=lambda one: one.version))


def together(of_files: Iterable[Script], library: Mapping[str, Entry]) -> tuple[Script, ...]:
    """What an agency has: the versions of its files, and over them those of the library. What both have is
    withdrawn where either says so. The newest of each script first."""
    found = {(script.id, script.version): script for script in of_files}
    for entry in library.values():
        for script in entry.versions:
            in_file = found.get((script.id, script.version))
            if in_file is None or in_file.status != "withdrawn":
                found[script.id, script.version] = script
    return tuple(sorted(found.values(), key=lambda script: (script.id, -script.version)))


def newest_version(entry: Entry, versions: Iterable[Script]) -> int:
    """Of all that are known, in files or here, also of one that was called off: no number is given twice.
    0 of a new script."""
    of_files = (one for one in versions if one.id == entry.id and one.status != "draft")
    return max((one.version for one in (*of_files, *entry.versions)), default=0)


def why_not_write(entry: Entry, seen: int) -> Sentence | None:
    """`seen` is the revision that the author went on from; 0 where they saw no draft."""
    if entry.draft is None:
        return sentence("this draft is there no more: look at the script again") if seen else None
    if entry.draft.submitted:
        return sentence("this draft lies with the approvers: take it back first")
    if entry.draft.revision != seen:
        return sentence("somebody else has saved this draft since: look at theirs before you go on")
    return None


def why_not_submit(entry: Entry, seen: int, faults: int, newest: int) -> Sentence | None:
    """`faults` is how many there are; `newest` the newest version of the script, wherever it came from."""
    if why := why_not_write(entry, seen):
        return why
    if entry.draft is None:
        return sentence("there is no draft to submit: save one first")
    if faults:
        return sentence("{count} things are to be mended before it can be approved", count=faults)
    return _overtaken(entry.draft, newest)


def _overtaken(draft: Draft, newest: int) -> Sentence | None:
    if draft.base == newest:
        return None
    return sentence(
        "version {newest} has come since this was written: compare it, and save the draft again",
        newest=newest,
    )


def why_not_import(entry: Entry, wording: Wording, in_force: Wording | None) -> Sentence | None:
    """A file as a draft: over nobody's, and only where it says something new. Its name becomes that of a file
    again, so it is none that leads elsewhere."""
    if not ID.fullmatch(entry.id) or len(entry.id) > LONGEST_ID:
        return sentence("a script is named by small letters, numbers and hyphens, such as card-not-received")
    if entry.draft:
        return sentence("there is a draft of this script already: submit it or give it up first")
    if wording == in_force:
        return sentence("this file says what is in force already: there is nothing to import")
    return None


def why_not_judge(entry: Entry, seen: int) -> Sentence | None:
    """Whether the approver speaks of what they saw."""
    if entry.draft is None:
        return sentence("there is nothing to approve here any more: look at the script again")
    if not entry.draft.submitted:
        return sentence("this draft does not lie with the approvers any more: its authors have it")
    if entry.draft.revision != seen:
        return sentence("the draft was changed since you looked at it: read it again")
    return None


def why_not_approve(entry: Entry, seen: int, by: AgentId, faults: int, newest: int) -> Sentence | None:
    if why := why_not_judge(entry, seen):
        return why
    assert entry.draft
    if by in entry.draft.writers:
        return sentence("you wrote in this draft: somebody else has to approve it")
    if faults:
        return sentence("{count} things are to be mended before it can be approved", count=faults)
    return _overtaken(entry.draft, newest)
