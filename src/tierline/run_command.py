"""`tierline run`"""

import asyncio
import os
import sys
from pathlib import Path

import click

from tierline import app
from tierline.agency import BadAgency
from tierline.asterisk.engine import EngineFailed
from tierline.logs import log_to_stdout, say
from tierline.open_files import let_open_files
from tierline.ports.editions import EditionUnusable
from tierline.ports.store import StoreAway
from tierline.settings import BadSettings, Settings
from tierline.store.master_key import MasterKeyUnusable
from tierline.store.migrate import SchemaTooNew
from tierline.store.sqlite import NotDurable

ROOT = Path(__file__).parents[2]


@click.command
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
        MasterKeyUnusable,
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
