"""The command `tierline`."""

import asyncio
import os
import sys
from pathlib import Path

import click

from tierline import app
from tierline.agency import BadAgency
from tierline.asterisk.engine import EngineFailed
from tierline.bench.command import bench
from tierline.caller.command import call
from tierline.check.command import check
from tierline.conformance.command import conformance
from tierline.demo.command import demo
from tierline.drawing.command import draw
from tierline.logs import log_to_stdout, say
from tierline.open_files import let_open_files
from tierline.ports.editions import EditionUnusable
from tierline.ports.store import StoreAway
from tierline.publishing.command import agency as agency_commands
from tierline.publishing.command import publish
from tierline.reference.command import reference
from tierline.settings import BadSettings, Settings
from tierline.store.migrate import SchemaTooNew
from tierline.store.sqlite import NotDurable
from tierline.twin.command import flow

ROOT = Path(__file__).parents[2]


@click.group
@click.version_option(package_name="tierline")
def main() -> None:
    """The phone contact center of a public agency."""


@main.command
@click.option(
    "--agency",
    type=click.Path(path_type=Path),
    default=ROOT / "agencies" / "uscis",
    help="The agency's folder.",
)
@click.option(
    "--trial/--live", default=True, help="A trial answers at any hour and offers a phone in the browser."
)
def run(agency: Path, trial: bool) -> None:
    """Start the center and run it until Ctrl-C. Reads TIERLINE_VAR (state folder) and TIERLINE_PORT (web)."""
    log_to_stdout()
    let_open_files()
    try:
        asyncio.run(app.run(_settings(agency, trial), say))
    except (
        BadSettings,
        BadAgency,
        EditionUnusable,
        EngineFailed,
        NotDurable,
        SchemaTooNew,
        StoreAway,
    ) as wrong:
        sys.exit(f"tierline: {wrong}")


def _settings(agency: Path, trial: bool) -> Settings:
    port = os.environ.get("TIERLINE_PORT", "8080")
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise BadSettings(f"TIERLINE_PORT is {port!r}: set it to a port number, such as 8080")
    return Settings(
        var=Path(os.environ.get("TIERLINE_VAR", "var")).resolve(),
        port=int(port),
        agency=agency,
        ui=ROOT / "ui" / "dist",
        trial=trial,
    )


main.add_command(bench)
main.add_command(call)
main.add_command(check)
main.add_command(demo)
main.add_command(conformance)
main.add_command(publish)
main.add_command(reference)
main.add_command(agency_commands)
main.add_command(flow)
flow.add_command(draw)
