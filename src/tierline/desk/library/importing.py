"""Files of scripts come in as drafts, and what is in force goes out as files."""

import msgspec

from tierline.calls.names import AgentId
from tierline.desk.center import Center
from tierline.desk.library.changing import change, in_force_now, newest_version, refuse, versions_of
from tierline.desk.refusal import NotFound, Refused
from tierline.ports.script_files import BadScriptFile, ScriptFiles
from tierline.scripts.finding import current
from tierline.scripts.library import DraftSaved, Entry, LibraryEvent, why_not_import
from tierline.scripts.script import Script
from tierline.scripts.wording import written


async def import_file(center: Center, by: AgentId, text: str) -> Entry:
    """As a draft, that whoever the file names as its author may not approve. Raises Refused."""
    try:
        script = _files(center).read(text)
    except BadScriptFile as bad:
        raise Refused("this file is no script: {why}", why=str(bad)) from bad
    wording = msgspec.structs.replace(written(script), effective_from=script.effective_from)

    def decide(entry: Entry) -> LibraryEvent:
        in_force = in_force_now(center, script.id)
        refuse(why_not_import(entry, written(script), written(in_force) if in_force else None))
        return DraftSaved(wording, newest_version(center, entry), "file", (AgentId(script.author),))

    return await change(center, script.id, by, decide)


def exported(center: Center) -> dict[str, str]:
    """What is in force, by the name of its file in the agency's folder."""
    files = _files(center)
    in_force = current(center.agency.scripts, center.clock.now())
    return {files.name(script): files.write(script) for script in in_force}


def exported_version(center: Center, script: str, version: int) -> str:
    """Raises NotFound."""
    found: Script | None = next((one for one in versions_of(center, script) if one.version == version), None)
    if found is None:
        raise NotFound("there is no such version of this script")
    return _files(center).write(found)


def _files(center: Center) -> ScriptFiles:
    if center.script_files is None:
        raise Refused("this center reads and writes no files of scripts")
    return center.script_files
