"""`tierline privacy amend`"""

import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

import click

from tierline.calls.names import CallId
from tierline.desk.privacy.amending import Amending
from tierline.opened_store import with_store
from tierline.privacy.amendments import CannotAmend
from tierline.publishing.command import user
from tierline.store.sql import SqlStore

T = TypeVar("T")
_CALL = click.option("--call", required=True, help="The call that it is on record of, which is over.")
_REQUEST = click.argument("request")


@click.group
def amend() -> None:
    """A person says that what is on record of them is wrong.

    What was on record is kept, and shown with what has become of it. Words that are not given as options are
    asked for, so that they stay out of the shell's history.
    """


@amend.command("ask")
@_CALL
@click.option("--of", required=True, help="The value, by the name that `tierline privacy export` gives it.")
@click.option("--words", prompt="What is wrong, and what would be right", help="In the person's words.")
def ask(call: str, of: str, words: str) -> None:
    """Note what the person asks for; it is granted or denied later."""
    request = _amending(call, lambda amending: amending.ask(of, words))
    click.echo(f"{request} is on record: grant or deny it")


@amend.command("grant")
@_CALL
@_REQUEST
@click.option("--instead", prompt="The right value", help="What stands beside what was on record.")
@click.option("--why", prompt="Why it is right", help="The reason, which the person reads too.")
def grant(call: str, request: str, instead: str, why: str) -> None:
    """Put the right value beside the old one."""
    _amending(call, lambda amending: amending.grant(request, instead, why))
    click.echo(f"{request} is granted")


@amend.command("deny")
@_CALL
@_REQUEST
@click.option("--why", prompt="Why it stays", help="The reason, which the person reads too.")
def deny(call: str, request: str, why: str) -> None:
    """Leave the value as it is; the person may state that they disagree."""
    _amending(call, lambda amending: amending.deny(request, why))
    click.echo(f"{request} is denied: the person may state their disagreement")


@amend.command("disagree")
@_CALL
@_REQUEST
@click.option("--statement", prompt="The statement of disagreement", help="In the person's words.")
def disagree(call: str, request: str, statement: str) -> None:
    """Keep the person's statement with the value: it goes along with every later disclosure."""
    _amending(call, lambda amending: amending.disagree(request, statement))
    click.echo(f"the statement is kept with {request}")


def _amending(call: str, act: Callable[[Amending], Awaitable[T]]) -> T:
    by = f"{user()}, tierline privacy amend"

    async def with_it(store: SqlStore) -> T:
        return await act(Amending(store, CallId(call), by, datetime.now(UTC)))

    try:
        return with_store(with_it)
    except CannotAmend as cannot:
        sys.exit(f"tierline: {cannot}")
