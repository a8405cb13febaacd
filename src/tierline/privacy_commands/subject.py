"""Of whom a command is about, and the database that it looks into."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from tierline.agency import BadAgency
from tierline.desk.privacy.accounting import Asked
from tierline.desk.privacy.concerned import Subject, UnreadableSubject
from tierline.ports.store import StoreAway
from tierline.publishing.command import user
from tierline.publishing.kept import Damaged
from tierline.store.migrate import SchemaTooNew
from tierline.store.sql import SqlStore
from tierline.store.sqlite import NotDurable

T = TypeVar("T")
_FAILURES = (BadAgency, Damaged, NotDurable, OSError, SchemaTooNew, StoreAway, UnreadableSubject)


def about_somebody(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a person is found, and for whom the command is given."""
    for option in (
        click.option("--for", "whose", default="the person", help="Who asked for it; kept with the record."),
        click.option("--call", help="One call, by its id, all of it."),
        click.option("--number", help="All calls from this telephone number, or rung back at it."),
        click.option("--receipt", help="All that is about this case, from calls verified for it."),
    ):
        command = option(command)
    return command


def subject(receipt: str | None, number: str | None, call: str | None) -> Subject:
    """Raises UsageError unless exactly one is named."""
    named = [Subject("receipt", receipt or ""), Subject("number", number or ""), Subject("call", call or "")]
    given = [one for one in named if one.value]
    if len(given) != 1:
        raise click.UsageError("name one of --receipt, --number and --call")
    return given[0]


def asked(whose: str, command: str) -> Asked:
    return Asked(f"{user()}, tierline privacy {command}", whose, datetime.now(UTC))


def var() -> Path:
    return Path(os.environ.get("TIERLINE_VAR", "var")).resolve()


def with_store(act: Callable[[SqlStore], Awaitable[T]]) -> T:
    file = var() / "tierline.db"
    if not file.exists():
        sys.exit(f"tierline: there is no center in {file.parent}: set TIERLINE_VAR to its state folder")

    async def opened() -> T:
        store = await SqlStore.open(file)
        try:
            return await act(store)
        finally:
            await store.close()

    try:
        return asyncio.run(opened())
    except _FAILURES as wrong:
        sys.exit(f"tierline: {wrong}")
