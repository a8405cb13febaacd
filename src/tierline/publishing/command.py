"""`tierline publish` and `tierline agency`"""

import getpass
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click

from tierline.agency.bundle import Changes
from tierline.opened_store import with_store
from tierline.ports.bundles import UnknownBundle
from tierline.publishing.export import NotEmpty, export
from tierline.publishing.library import LibraryBroken
from tierline.publishing.publish import Published, publish_again, publish_folder
from tierline.store.sql import SqlStore

T = TypeVar("T")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar="DIR")
@click.option("--version", help="Instead of a folder: a version that was published before.")
@click.option(
    "--anyway", is_flag=True, help="In spite of what `tierline check` finds: a closure cannot always wait."
)
@click.option("--note", default="", help="Why, in a few words; kept with the publication.")
def publish(folder: Path | None, version: str | None, anyway: bool, note: str) -> None:
    """Check the agency folder DIR and publish it into the database of TIERLINE_VAR.

    A center that runs there takes it up within a second: hours, closures, offices and staff hold at once,
    the flow and its prompts for calls that begin from then on.
    """
    if (folder is None) == (version is None):
        raise click.UsageError("name a folder to publish, or a --version to publish again")
    at, by = datetime.now(UTC), f"{user()}, tierline publish"

    async def act(store: SqlStore) -> Published:
        bundles, library = store.bundles, store.library
        if folder is not None:
            return await publish_folder(
                bundles, folder, at=at, by=by, note=note, anyway=anyway, library=library
            )
        assert version is not None
        return await publish_again(bundles, version, at=at, by=by, note=note, library=library)

    _tell(_with_store(act))


@click.group
def agency() -> None:
    """What was published, by whom and when."""


@agency.command("log")
def log() -> None:
    """List all publications, the newest first."""
    publications = _with_store(lambda store: store.bundles.publications(), existing=True)
    for made in publications:
        when = made.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        click.echo(
            f"{made.number:>4}  {made.version}  {when}  {made.by}{f': {made.note}' if made.note else ''}"
        )


@agency.command("export")
@click.argument("version")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def export_(version: str, folder: Path) -> None:
    """Write a published VERSION into the new folder DIR."""
    count = _with_store(lambda store: export(store.bundles, version, folder), existing=True)
    click.echo(f"wrote {count} files of version {version} into {folder}")


def _tell(done: Published) -> None:
    for finding in done.findings:
        click.echo(f"found, and published anyway: {finding}", err=True)
    for broken in done.broken:
        click.echo(f"broken by it: {broken}", err=True)
    if done.publication is None:
        click.echo(f"version {done.version} is in force already: nothing to publish")
        return
    click.echo(f"published version {done.version}" + (f" (before: {done.before})" if done.before else ""))
    if done.before:
        _tell_changes(done.changes)


def _tell_changes(changed: Changes) -> None:
    for what, names in (("added", changed.added), ("changed", changed.changed), ("removed", changed.removed)):
        for name in names:
            click.echo(f"  {what:<8} {name}")


def _with_store(act: Callable[[SqlStore], Awaitable[T]], *, existing: bool = False) -> T:
    try:
        return with_store(act, LibraryBroken, NotEmpty, may_be_new=not existing)
    except UnknownBundle as unknown:
        sys.exit(f"tierline: no version {unknown} was published: `tierline agency log` lists them")


def user() -> str:
    """Who gives the command, by the name on this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user id without a name, as in some containers
        return f"user {os.getuid()}"
