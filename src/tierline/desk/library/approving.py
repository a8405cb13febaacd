"""What approvers do: they approve what somebody else wrote, send it back, or withdraw what is in force."""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import AgentId
from tierline.desk.center import Center
from tierline.desk.library.changing import change, newest_version, refuse, versions_of
from tierline.desk.refusal import NotFound, Refused
from tierline.scripts.library import (
    Approved,
    Entry,
    LibraryEvent,
    SentBack,
    Withdrawn,
    why_not_approve,
    why_not_judge,
)
from tierline.scripts.proof import proof
from tierline.scripts.script import Script
from tierline.scripts.wording import scripted


async def approve(center: Center, by: AgentId, script: str, seen: int) -> Entry:
    """Exactly what was seen, by somebody who wrote none of it; it takes effect at its time, by the center's
    clock. Raises Refused."""

    def decide(entry: Entry) -> LibraryEvent:
        now = center.clock.now()
        newest = newest_version(center, entry)
        faults = proof(entry.draft.wording, center.agency.around_scripts, now) if entry.draft else ()
        refuse(why_not_approve(entry, seen, by, len(faults), newest))
        draft = entry.draft
        assert draft
        made = scripted(
            draft.wording, id=script, version=newest + 1, author=draft.writers[-1], approver=by, at=now
        )
        return Approved(seen, made)

    return await change(center, script, by, decide)


async def send_back(center: Center, by: AgentId, script: str, seen: int, reason: str) -> Entry:
    """To its authors. Raises Refused."""
    if not reason.strip():
        raise Refused("say what is to be mended")

    def decide(entry: Entry) -> LibraryEvent:
        refuse(why_not_judge(entry, seen))
        return SentBack(seen, reason.strip())

    return await change(center, script, by, decide)


async def withdraw(center: Center, by: AgentId, script: str, version: int, reason: str) -> Entry:
    """At once, from every screen, whichever way the version came. One that has not taken effect yet is called
    off, and leaves the one before it as it is. Raises NotFound, Refused."""
    if not reason.strip():
        raise Refused("say why it is withdrawn")

    def decide(entry: Entry) -> LibraryEvent:
        now = center.clock.now()
        known = {one.version: one for one in (*versions_of(center, script), *entry.versions)}
        chosen = known.get(version)
        if chosen is None:
            raise NotFound("there is no such version of this script")
        if not _may_be_read(chosen, now):
            raise Refused("this version is not in force and will not be: there is nothing to withdraw")
        gone: Literal["withdrawn", "draft"] = "withdrawn" if chosen.effective_from <= now else "draft"
        return Withdrawn(msgspec.structs.replace(chosen, status=gone), reason.strip())

    return await change(center, script, by, decide)


def _may_be_read(script: Script, now: datetime) -> bool:
    """Now or later."""
    return script.status == "published" and (script.expires is None or script.expires > now)
