"""One script of the library: its versions, its draft beside what is in force, and all that became of it."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.reviewed import Verdicts, verdicts
from tierline.desk.center import Center
from tierline.desk.corrections import WITHIN
from tierline.desk.library.changing import in_force_now, newest_version, versions_of
from tierline.desk.refusal import NotFound
from tierline.desk.views.library import Standing, names_of, standing
from tierline.desk.views.script_proof import ProofView, Told, proof_view, told
from tierline.scripts.differing import Difference, differences
from tierline.scripts.library import (
    Approved,
    Draft,
    DraftDropped,
    DraftSaved,
    Entry,
    Noted,
    SentBack,
    Submitted,
    TakenBack,
    Withdrawn,
    why_not_approve,
)
from tierline.scripts.script import Script
from tierline.scripts.wording import Wording, written
from tierline.staff.person import Person

Did = Literal[
    "saved",
    "imported",
    "put_forward",
    "dropped",
    "submitted",
    "taken_back",
    "sent_back",
    "approved",
    "withdrawn",
]


class VersionView(msgspec.Struct, frozen=True, kw_only=True):
    """`verified` and `corrected` is how often supervisors found it so of what a caller was told, in the days
    of `corrections`: not the words, which are of somebody's case."""

    version: int
    standing: Standing
    author: str
    approver: str
    effective_from: datetime
    expires: datetime | None
    of_files: bool
    """Came with the agency's folder."""
    verified: int
    corrected: int


class HappenedView(msgspec.Struct, frozen=True, kw_only=True):
    """`version` is the one that it is about, 0 where none is; `words` a reason that was given."""

    at: datetime
    by: str
    did: Did
    version: int
    words: str


class DraftView(msgspec.Struct, frozen=True, kw_only=True):
    """`against` is the version that `differences` are from; 0 where there is none. `why_not` this reader may
    approve it."""

    revision: int
    wording: Wording
    writers: tuple[str, ...]
    saved_at: datetime
    submitted: bool
    sent_back: str
    against: int
    differences: tuple[Difference, ...]
    proof: ProofView
    why_not: Told | None


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to choose from: `facts` may be blanks for Tier 1, `other_facts` for the tiers above."""

    languages: tuple[str, ...]
    facts: tuple[str, ...]
    other_facts: tuple[str, ...]
    kinds: tuple[str, ...]
    scripts: tuple[str, ...]


class LibraryScript(msgspec.Struct, frozen=True, kw_only=True):
    """`wording` is what a new draft begins with: what is in force, or nothing."""

    id: str
    titles: dict[str, str]
    wording: Wording
    versions: tuple[VersionView, ...]
    draft: DraftView | None
    happened: tuple[HappenedView, ...]
    vocabulary: Vocabulary


class Compared(msgspec.Struct, frozen=True):
    differences: tuple[Difference, ...]


async def library_script(center: Center, script: str, person: Person) -> LibraryScript:
    """Raises NotFound, StoreAway."""
    entry = await center.store.library.entry(script) or Entry(id=script)
    versions = [one for one in versions_of(center, script) if one.approver]
    if not entry.seq and not versions:
        raise NotFound("there is no such script")
    in_force = in_force_now(center, script)
    base = in_force or next(iter(versions), None)
    wording = written(base) if base else Wording()
    found = verdicts(await center.store.reviews(center.clock.now() - WITHIN))
    return LibraryScript(
        id=script,
        titles=base.titles if base else entry.draft.wording.titles if entry.draft else {},
        wording=wording,
        versions=tuple(_version(center, one, in_force, entry, found) for one in versions),
        draft=await _draft(center, entry, entry.draft, base, person) if entry.draft else None,
        happened=tuple(_happened(center, one) for one in _told(await center.store.library.history(script))),
        vocabulary=_vocabulary(center),
    )


async def compared(center: Center, script: str, before: int, after: int) -> Compared:
    """Two versions. Raises NotFound."""
    known = {one.version: one for one in versions_of(center, script)}
    if before not in known or after not in known:
        raise NotFound("there is no such version of this script")
    pair = written(known[before]), written(known[after])
    return Compared(await asyncio.to_thread(differences, *pair))


async def _draft(
    center: Center, entry: Entry, draft: Draft, base: Script | None, person: Person
) -> DraftView:
    proved = proof_view(center, draft.wording)
    why_not = why_not_approve(
        entry, draft.revision, person.user, len(proved.faults), newest_version(center, entry)
    )
    before = written(base) if base else Wording(next="", allowed_tiers=(), source="")
    return DraftView(
        revision=draft.revision,
        wording=draft.wording,
        writers=names_of(center, draft.writers),
        saved_at=draft.saved_at,
        submitted=draft.submitted,
        sent_back=draft.sent_back,
        against=base.version if base else 0,
        differences=await asyncio.to_thread(differences, before, draft.wording),
        proof=proved,
        why_not=told(why_not) if why_not else None,
    )


def _version(
    center: Center, script: Script, in_force: Script | None, entry: Entry, found: Verdicts
) -> VersionView:
    author, approver = names_of(center, (script.author, script.approver or ""))  # type: ignore[arg-type]
    return VersionView(
        version=script.version,
        standing=standing(script, in_force, center.clock.now()),
        author=author,
        approver=approver,
        effective_from=script.effective_from,
        expires=script.expires,
        of_files=all(one.version != script.version for one in entry.versions),
        verified=found[script.id, script.version, "verified"],
        corrected=found[script.id, script.version, "corrected"],
    )


def _told(history: Sequence[Noted]) -> list[Noted]:
    """The newest first; of a draft that was saved again and again by the same person, the last time."""
    told: list[Noted] = []
    for noted in history:
        again = told and isinstance(noted.event, DraftSaved) and isinstance(told[-1].event, DraftSaved)
        if again and told[-1].by == noted.by:
            told.pop()
        told.append(noted)
    return told[::-1]


def _happened(center: Center, noted: Noted) -> HappenedView:
    did: Did
    version, words = 0, ""
    match noted.event:
        case DraftSaved(came_from="file"):
            did = "imported"
        case DraftSaved(came_from=older) if older:
            did, version = "put_forward", int(older)
        case DraftSaved():
            did = "saved"
        case DraftDropped():
            did = "dropped"
        case Submitted():
            did = "submitted"
        case TakenBack():
            did = "taken_back"
        case SentBack(reason=words):
            did = "sent_back"
        case Approved(script=script):
            did, version = "approved", script.version
        case Withdrawn(script=script, reason=words):
            did, version = "withdrawn", script.version
    return HappenedView(
        at=noted.at, by=center.agency.name_of(noted.by), did=did, version=version, words=words
    )


def _vocabulary(center: Center) -> Vocabulary:
    known = center.agency.around_scripts
    basic = sorted(field for field, kept_as in known.fields.items() if kept_as == "basic")
    return Vocabulary(
        languages=known.languages,
        facts=tuple(basic),
        other_facts=tuple(sorted(known.fields.keys() - set(basic))),
        kinds=tuple(sorted(known.kinds)),
        scripts=tuple(sorted(known.scripts)),
    )
