"""What of the script library an agency would break that is about to be published: words that were approved
while it had a fact, a language, a kind of request or a script that it has no longer."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from tierline.ports.agency import Agency
from tierline.ports.script_library import ScriptLibrary
from tierline.scripts.finding import current
from tierline.scripts.library import Entry, together
from tierline.scripts.proof import proof
from tierline.scripts.script import Script
from tierline.scripts.wording import written
from tierline.sentence import Sentence


class Broken(msgspec.Struct, frozen=True, order=True):
    """`script` is its id."""

    script: str
    version: int
    why: str

    def __str__(self) -> str:
        return f"script library: {self.script}, version {self.version}: {self.why}"


class LibraryBroken(Exception):
    """The folder can be used, and agents would be left without words that they have now."""

    def __init__(self, broken: tuple[Broken, ...]) -> None:
        super().__init__(
            "\n".join([*map(str, broken), "Mend this in the script library, or publish it with --anyway."])
        )


async def broken_by(library: ScriptLibrary, agency: Agency, at: datetime) -> tuple[Broken, ...]:
    """Of the versions that are in force in the library, or will be. Raises StoreAway."""
    entries = {entry.id: entry for entry in (await library.changed_since(0)).entries}
    whole = msgspec.structs.replace(agency, scripts=together(agency.scripts, entries))
    return tuple(
        Broken(script.id, script.version, _at(fault.path, fault.why))
        for entry in sorted(entries.values(), key=lambda entry: entry.id)
        for script in _to_be_read(entry, whole, at)
        for fault in proof(written(script), whole.around_scripts, at)
    )


def _to_be_read(entry: Entry, whole: Agency, at: datetime) -> Iterator[Script]:
    """A version of the folder may have taken the place of those of the library."""
    in_force = current((one for one in whole.scripts if one.id == entry.id), at)
    for script in entry.versions:
        if script in in_force or (script.status == "published" and script.effective_from > at):
            yield script


def _at(path: tuple[str | int, ...], why: Sentence) -> str:
    return f"{'.'.join(map(str, path))}: {why}"
