"""`tierline privacy rewrap`"""

import sys
from pathlib import Path

import click

from tierline.only_one import only_one
from tierline.opened_store import state_folder, with_store
from tierline.settings import BadSettings
from tierline.store.master_key import MasterKeyUnusable, read, replace, where_kept
from tierline.store.sealing import new_secret
from tierline.store.spool_file import SpoolFile
from tierline.store_at_start import SPOOL


@click.command
def rewrap() -> None:
    """Make a new master key and wrap all keys with it; the old one opens nothing of this database any more.

    The center must not run. Broken off, it is gone on with by giving the command again. Backups of before
    need the master key of before: keep its copy for as long as you would restore them, and then destroy it.
    """
    var = state_folder()
    file = where_kept(var)
    try:
        with only_one(var):
            _must_be_empty(var / SPOOL)
            keys = read(file)
            if len(keys) == 1:
                keys = [new_secret(), *keys]
                replace(file, keys)  # durable before any key is wrapped by it
            wrapped = with_store(lambda store: store.rewrap())
            replace(file, keys[:1])
    except FileNotFoundError:
        sys.exit(f"tierline: there is no master key at {file}: TIERLINE_MASTER_KEY names one kept elsewhere")
    except (BadSettings, MasterKeyUnusable) as wrong:
        sys.exit(f"tierline: {wrong}")
    except OSError as refused:
        sys.exit(f"tierline: the master key at {file} cannot be replaced: {refused.strerror}")
    click.echo(f"{wrapped} keys are wrapped by a new master key: copy {file} to where you keep it")


def _must_be_empty(spool: Path) -> None:
    """Raises BadSettings, OSError."""
    if not spool.exists():
        return
    kept = SpoolFile(spool, spool.stat().st_size)
    held = kept.held
    kept.close()
    if held:
        raise BadSettings(
            f"{held} steps of calls wait in {spool}: start the center and end it, so that they are on record"
        )
