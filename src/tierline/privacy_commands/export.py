"""`tierline privacy export`"""

import sys
from datetime import UTC
from pathlib import Path

import click
import msgspec

from tierline.asterisk.recorded_files import RecordedFiles
from tierline.desk.privacy.concerned import Concerned, Subject, UnreadableSubject, concerned
from tierline.desk.privacy.exporting import CannotExport, is_whole
from tierline.desk.privacy.exporting import export as the_export
from tierline.desk.recording import mixing
from tierline.opened_store import agency_if_published, state_folder, with_store
from tierline.ports.recordings import Recordings
from tierline.privacy_commands.as_people_know import as_people_know
from tierline.privacy_commands.page import page
from tierline.privacy_commands.private_files import PrivateFolder, TakenAlready
from tierline.privacy_commands.subject import about_somebody, asked, subject
from tierline.privacy_commands.telling import Reader
from tierline.spoken.language import SCREENS
from tierline.store.sql import SqlStore

_PIECE = 1_000_000
"""Bytes of a recording that are in memory at a time."""


@click.command
@about_somebody
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A new or empty folder.")
@click.option("--language", type=click.Choice(SCREENS), help="Of the page; else that of the last call.")
def export(
    receipt: str | None, number: str | None, call: str | None, whose: str, out: Path, language: str | None
) -> None:
    """Write all that is on record of a person into a folder: record.html, record.json and the recordings.

    Nobody but you can read the files. Of a call in which somebody else's case was spoken of too, that part
    and the recording are left out; staff are named by the numbers that they give to callers. What was taken
    out is on record as a disclosure. It is for whoever operates the center's machine, once the person is
    identified.
    """
    of = subject(receipt, number, call)

    async def act(store: SqlStore) -> int:
        folder = PrivateFolder(out)
        found = await concerned(store, of)
        agency = await agency_if_published(store)
        spoken = [one.call.language for one in found if one.call.language in SCREENS]
        in_language = language or (spoken[-1] if spoken else None) or "en"
        given = await the_export(store, of, found, asked(whose, "export"))
        on_record = as_people_know(agency, given, in_language)
        reader = Reader(in_language, agency.zone if agency else UTC)
        folder.begin()
        folder.write("record.json", msgspec.json.format(msgspec.json.encode(on_record)))
        recordings = RecordedFiles(state_folder() / "engine" / "spool" / "recording")
        names = [await _recorded(folder, recordings, of, one) for one in found]
        heard = [name for name in names if name]
        folder.write("record.html", page(on_record, heard, reader).encode())
        return 2 + len(heard)

    try:
        click.echo(f"wrote {with_store(act, UnreadableSubject)} files into {out}")
    except (CannotExport, TakenAlready) as cannot:
        sys.exit(f"tierline: {cannot}")


async def _recorded(folder: PrivateFolder, recordings: Recordings, of: Subject, one: Concerned) -> str | None:
    """The name of the file; None where nothing is kept, or not all of the call is this person's."""
    parts = one.call.recording.kept
    if not parts or not is_whole(of, one):
        return None
    name = f"{one.call.id}.wav"
    whole = mixing.size(parts)
    with folder.open(name) as file:
        for first in range(0, whole, _PIECE):
            file.write(await mixing.mixed(recordings, parts, first, min(first + _PIECE, whole) - 1))
    return name
