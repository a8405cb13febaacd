"""`tierline bench overload`."""

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
import httpx
import msgspec

from tierline.bench.center import NotStarted, bench_center
from tierline.bench.dialplan import engine_version
from tierline.bench.overload.figures import table
from tierline.bench.overload.measuring import Sizes, measured
from tierline.bench.processor import this_machine

AGENCY = Path(__file__).parents[4] / "agencies" / "uscis"


@click.command
@click.option(
    "--seconds",
    type=click.FloatRange(1, 600),
    default=20.0,
    show_default=True,
    help="Measured at each rate; twice as long at three times the peak.",
)
@click.option(
    "--first",
    type=click.FloatRange(0.5, 1000),
    default=10.0,
    show_default=True,
    help="Calls a second to begin with.",
)
@click.option("--rates", type=click.IntRange(1, 30), default=15, show_default=True, help="At the most.")
@click.option(
    "--admission",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An admission.yaml for its center.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def overload(seconds: float, first: float, rates: int, admission: Path | None, as_json: bool) -> None:
    """Find how many calls a second are served in full, then offer three times as many.

    A served call is dialled, hears the greeting within 2 s, presses a key that is answered within 1 s, and
    hangs up. Calls come at random moments, whatever becomes of those before. Starts a center of its own in a
    folder within TIERLINE_VAR, with the sample agency, and removes it at the end.
    """
    tell: Callable[[str], None] = (lambda _: None) if as_json else click.echo
    load_before = os.getloadavg()[0]
    state = Path(os.environ.get("TIERLINE_VAR", "var")).resolve()

    def prepare(var: Path) -> None:
        if admission:
            (var / "admission.yaml").write_bytes(admission.read_bytes())

    try:
        with bench_center(AGENCY, state, prepare=prepare) as center:
            machine = this_machine(load_before, f"Asterisk {engine_version(center)}")
            report = asyncio.run(measured(center, Sizes(seconds, first, rates), machine, tell))
    except (NotStarted, httpx.HTTPError) as failed:
        sys.exit(f"tierline: {failed}")
    click.echo(msgspec.json.encode(report).decode() if as_json else "\n" + table(report))
