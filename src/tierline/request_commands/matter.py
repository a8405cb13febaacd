"""A matter on the standard input, and the agency that it is tried on."""

import sys
from pathlib import Path
from typing import NoReturn, TypeVar

import click
import msgspec

from tierline.agency import BadAgency, load
from tierline.ports.agency import Agency

T = TypeVar("T")

folder = click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
as_json = click.option("--json", "as_json", is_flag=True, help="For scripts: one JSON object.")


def agency_of(folder: Path) -> Agency:
    """Ends the process with a plain sentence where it cannot be used."""
    try:
        return load(folder)
    except BadAgency as bad:
        first = bad.problems[0]
        refuse(f"{folder / first.file}: {first.message}")


def read(kind: type[T]) -> T:
    """The object on the standard input. Ends the process as above."""
    try:
        return msgspec.json.decode(sys.stdin.buffer.read(), type=kind)
    except msgspec.DecodeError as unreadable:
        refuse(f"the standard input is not the JSON object of a matter: {unreadable}")


def refuse(why: str) -> NoReturn:
    click.echo(f"tierline: {why}", err=True)
    sys.exit(2)
