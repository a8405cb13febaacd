"""`tierline script`"""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from tierline.agency.script_file import YamlScripts
from tierline.calls.names import AgentId
from tierline.opened_store import published_agency, with_store
from tierline.ports.script_files import BadScriptFile
from tierline.ports.store import Conflict
from tierline.publishing.command import user
from tierline.scripts.finding import current
from tierline.scripts.library import DraftSaved, Entry, Noted, fold, newest_version, together, why_not_import
from tierline.scripts.script import Script
from tierline.scripts.wording import written
from tierline.sentence import Sentence
from tierline.store.sql import SqlStore

_FILES = YamlScripts()


@click.group
def script() -> None:
    """Scripts of the library of TIERLINE_VAR, as files."""


@script.command("export")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def export(folder: Path) -> None:
    """Write every script that is in force into the new folder DIR, as a file of an agency's `scripts`."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sys.exit(f"tierline: {folder} is there already: name a folder that is new or empty")
    in_force = current(with_store(_scripts), datetime.now(UTC))
    folder.mkdir(parents=True, exist_ok=True)
    for one in in_force:
        (folder / Path(_FILES.name(one)).name).write_text(_FILES.write(one), encoding="utf-8")
    click.echo(f"wrote {len(in_force)} scripts into {folder}")


@script.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def import_(files: tuple[Path, ...]) -> None:
    """Take FILES in as drafts, to be submitted and approved in the browser.

    Whoever a file names as its author does not approve it. Ends with 1 when any file was not taken.
    """
    refused = 0
    for file in files:
        try:
            read = _FILES.read(file.read_text(encoding="utf-8"))
        except (BadScriptFile, UnicodeDecodeError) as bad:
            why: object = bad
        else:
            why = with_store(lambda store, taken=read: _take(store, taken))  # type: ignore[misc]
        refused += bool(why)
        click.echo(f"{file}: {why or 'is a draft now'}", err=bool(why))
    sys.exit(1 if refused else 0)


async def _scripts(store: SqlStore) -> Sequence[Script]:
    """Of the published folder, with the library over it."""
    published = await published_agency(store)
    entries = (await store.library.changed_since(0)).entries
    return together(published.scripts, {entry.id: entry for entry in entries})


async def _take(store: SqlStore, script: Script) -> Sentence | None:
    """Why it was not taken."""
    known, now = await _scripts(store), datetime.now(UTC)
    entry = await store.library.entry(script.id) or Entry(id=script.id)
    in_force = next((one for one in current(known, now) if one.id == script.id), None)
    if why := why_not_import(entry, written(script), written(in_force) if in_force else None):
        return why
    wording = msgspec.structs.replace(written(script), effective_from=script.effective_from)
    saved = DraftSaved(wording, newest_version(entry, known), "file", (AgentId(script.author),))
    noted = Noted(
        script=script.id,
        seq=entry.seq + 1,
        at=max(now, entry.at or now),
        by=AgentId(f"{user()}, tierline script import"),
        event=saved,
    )
    try:
        await store.library.commit(fold(entry, [noted]), [noted])
    except Conflict:
        return why_not_import(await store.library.entry(script.id) or entry, wording, None)
    return None
