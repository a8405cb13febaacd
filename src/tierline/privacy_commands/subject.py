"""Of whom a command is about, and who asks."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import click

from tierline.desk.privacy.accounting import Asked
from tierline.desk.privacy.concerned import Subject
from tierline.publishing.command import user


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
