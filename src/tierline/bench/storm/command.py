"""`tierline bench storm`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
import httpx
import msgspec

from tierline.bench.center import NotStarted
from tierline.bench.storm.running import storm as run


@click.command
@click.option(
    "--agents", type=click.IntRange(2, 2000), default=1000, show_default=True, help="All with a screen open."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines to read.")
def storm(agents: int, as_json: bool) -> None:
    """Kill the application, then the engine, with all agents at their desks, and time how they come back.

    Every screen opens its feed again, and after the engine's death every phone asks for a new account and
    registers, all at once. Starts a center of its own in a folder within TIERLINE_VAR and removes it at the
    end. Exits with 1 when a conversation ended with the application.
    """
    tell: Callable[[str], None] = (lambda _: None) if as_json else click.echo
    try:
        found = run(Path(os.environ.get("TIERLINE_VAR", "var")).resolve(), agents, tell)
    except (NotStarted, TimeoutError, httpx.HTTPError) as failed:
        sys.exit(f"tierline: {failed!r}")
    shown = msgspec.json.encode(found).decode()
    click.echo(shown if as_json else "\n" + msgspec.json.format(shown))
    sys.exit(1 if found.cut_off else 0)
