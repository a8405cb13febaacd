"""The scripts of the library, as authors and approvers see them: what is in force, what comes, and what is
being written."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import AgentId
from tierline.desk.center import Center
from tierline.scripts.faults import Around
from tierline.scripts.finding import current
from tierline.scripts.library import Entry
from tierline.scripts.proof import proof
from tierline.scripts.script import Script
from tierline.scripts.wording import written

Standing = Literal["in_force", "scheduled", "replaced", "expired", "withdrawn", "called_off"]
"""Of a version. `called_off` was withdrawn before it took effect."""
DraftStanding = Literal["", "writing", "sent_back", "submitted"]


class ListedScript(msgspec.Struct, frozen=True, kw_only=True):
    """`version` is the one in force, 0 where none is; `standing` is its standing, or that of the newest one,
    empty where none was ever approved. `languages` are those that it speaks. `writers` wrote the draft."""

    id: str
    titles: dict[str, str]
    version: int
    standing: Standing | Literal[""]
    scheduled: datetime | None
    expires: datetime | None
    languages: tuple[str, ...]
    draft: DraftStanding
    writers: tuple[str, ...]
    mend: int
    """How much is to be mended in what is in force, as when the agency has taken away what it speaks of."""


class Library(msgspec.Struct, frozen=True):
    """What lies with the approvers first."""

    scripts: tuple[ListedScript, ...]


def library(center: Center) -> Library:
    now = center.clock.now()
    versions: dict[str, list[Script]] = {name: [] for name in center.in_force.library}
    for script in center.agency.scripts:
        if script.approver:
            versions.setdefault(script.id, []).append(script)
    known = center.agency.around_scripts
    listed = (_listed(center, name, of_it, known, now) for name, of_it in versions.items())
    shown = [one for one in listed if one.version or one.standing or one.draft]
    return Library(tuple(sorted(shown, key=lambda one: (one.draft != "submitted", one.draft == "", one.id))))


def _listed(
    center: Center, name: str, versions: Sequence[Script], known: Around, now: datetime
) -> ListedScript:
    entry = center.in_force.library.get(name, Entry(id=name))
    in_force = next(iter(current(versions, now)), None)
    shown = in_force or next(iter(versions), None)
    wording = entry.draft.wording if entry.draft else None
    return ListedScript(
        id=name,
        titles=shown.titles if shown else wording.titles if wording else {},
        version=in_force.version if in_force else 0,
        standing=standing(shown, in_force, now) if shown else "",
        scheduled=next((one.effective_from for one in versions if _comes(one, now)), None),
        expires=in_force.expires if in_force else None,
        languages=tuple(one for one in center.agency.profile.languages if shown and shown.speaks(one)),
        draft=draft_standing(entry),
        writers=names_of(center, entry.draft.writers) if entry.draft else (),
        mend=len(proof(written(in_force), known, now)) if in_force else 0,
    )


def draft_standing(entry: Entry) -> DraftStanding:
    if entry.draft is None:
        return ""
    if entry.draft.submitted:
        return "submitted"
    return "sent_back" if entry.draft.sent_back else "writing"


def standing(script: Script, in_force: Script | None, now: datetime) -> Standing:
    if in_force and script.version == in_force.version:
        return "in_force"
    if script.status == "draft":
        return "called_off"
    if script.status == "withdrawn":
        return "withdrawn"
    if script.expires and script.expires <= now:
        return "expired"
    return "scheduled" if _comes(script, now) else "replaced"


def names_of(center: Center, people: tuple[AgentId, ...]) -> tuple[str, ...]:
    return tuple(center.agency.name_of(person) for person in people)


def _comes(script: Script, now: datetime) -> bool:
    return script.status == "published" and script.effective_from > now
