"""`tierline bench faults`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
import httpx
import msgspec

from tierline.bench.center import NotStarted
from tierline.bench.faults.running import faults as run


@click.command
@click.option("--kills", type=click.IntRange(1), default=20, show_default=True, help="How many.")
@click.option("--seed", type=int, default=1, show_default=True, help="Which parts, and in which order.")
@click.option(
    "--log",
    "keep_log",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to keep what the people outside wrote down.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines to read.")
def faults(kills: int, seed: int, keep_log: Path | None, as_json: bool) -> None:
    """Kill parts of a running center at random while people ring and answer, and look what became of them.

    The application and the engine are killed, an agent's phone dies, the database is locked or taken away.
    Callers and agents outside write down what they see; the verdict is told from that alone. Starts a center
    of its own in a folder within TIERLINE_VAR and removes it at the end. Exits with 1 when anybody was lost,
    connected twice or passed by, or anything is left on the engine.
    """
    tell: Callable[[str], None] = (lambda _: None) if as_json else click.echo
    try:
        found = run(Path(os.environ.get("TIERLINE_VAR", "var")).resolve(), kills, seed, keep_log, tell)
    except (NotStarted, TimeoutError, httpx.HTTPError) as failed:
        sys.exit(f"tierline: {failed!r}")
    shown = msgspec.json.encode(found).decode()
    click.echo(shown if as_json else "\n" + msgspec.json.format(shown))
    sys.exit(0 if found.clean else 1)
