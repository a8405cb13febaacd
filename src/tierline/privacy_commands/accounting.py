"""`tierline privacy accounting`"""

from collections.abc import Sequence

import click
import msgspec

from tierline.desk.privacy.accounting import accounting as the_accounting
from tierline.desk.privacy.concerned import UnreadableSubject, concerned
from tierline.opened_store import with_store
from tierline.privacy.disclosures import Disclosure
from tierline.privacy_commands.subject import about_somebody, asked, subject
from tierline.privacy_commands.telling import Reader, line
from tierline.store.sql import SqlStore


@click.command
@about_somebody
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of lines to read.")
def accounting(receipt: str | None, number: str | None, call: str | None, whose: str, as_json: bool) -> None:
    """List what of a person's record was disclosed: when, what, to whom, and what for.

    Facts are told by name, never by value. The list itself goes on record, and is in the next one. It is for
    whoever operates the center's machine, and hides no protected case.
    """
    of = subject(receipt, number, call)

    async def act(store: SqlStore) -> list[Disclosure]:
        return await the_accounting(store, await concerned(store, of), asked(whose, "accounting"))

    found = with_store(act, UnreadableSubject)
    click.echo(msgspec.json.format(msgspec.json.encode(found)).decode() if as_json else _lines(found))


def _lines(found: Sequence[Disclosure]) -> str:
    return (
        "\n".join(line(told, Reader()) for told in found)
        if found
        else "nothing that is on record was disclosed"
    )
