"""`tierline bench ivr`: how quick the IVR is, beside the engine's plain dialplan."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
import httpx
import msgspec

from tierline.bench.center import BenchCenter, NotStarted, bench_center
from tierline.bench.dialplan import engine_version, plain_menus
from tierline.bench.figures import Report
from tierline.bench.load import Line, Refused
from tierline.bench.processor import this_machine
from tierline.bench.rounds import Comparison, rehearse
from tierline.bench.table import table

AGENCY = Path(__file__).parents[3] / "agencies" / "uscis"


def _numbers(_: click.Context, __: click.Parameter, text: str) -> list[int]:
    numbers = [int(n) if n.strip().isdigit() else 0 for n in text.split(",")]
    if not all(1 <= n <= 400 for n in numbers):
        raise click.BadParameter(
            f"{text!r}: give numbers from 1 to 400 with commas between, such as 1,50,200"
        )
    return numbers


@click.command
@click.option("--callers", default="1,50,200", show_default=True, callback=_numbers, help="At the same time.")
@click.option(
    "--seconds",
    type=click.FloatRange(1, 3600),
    default=60.0,
    show_default=True,
    help="Measured on each side at each number of callers.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def ivr(callers: list[int], seconds: float, as_json: bool) -> None:
    """Time the IVR from a key to the next prompt's first packet of sound, beside the plain dialplan.

    Starts a center of its own in a folder within TIERLINE_VAR, with the sample agency, and removes it at the
    end. Callers with sound both ways stay in their calls and press keys, at a menu in the dialplan of its
    engine and at the IVR, twice in turn. Exits with 1 when a key was not answered.
    """
    tell: Callable[[str], None] = (lambda _: None) if as_json else click.echo
    load_before = os.getloadavg()[0]
    try:
        with bench_center(AGENCY, Path(os.environ.get("TIERLINE_VAR", "var")).resolve()) as center:
            report = _measured(center, callers, seconds, tell, load_before)
    except (NotStarted, Refused) as failed:
        sys.exit(f"tierline: {failed}")
    except httpx.HTTPError as failed:
        sys.exit(f"tierline: the engine could not be prepared for the benchmark: {failed}")
    click.echo(msgspec.json.encode(report).decode() if as_json else "\n" + table(report))
    sys.exit(0 if report.ok else 1)


def _measured(
    center: BenchCenter,
    callers: list[int],
    seconds: float,
    tell: Callable[[str], None],
    load_before: float,
) -> Report:
    line = Line(center.sip, center.number, "127.0.0.1")
    comparison = Comparison(center, line, plain_menus(center, rehearse(center, line)))
    levels = tuple(comparison.level(number, seconds, tell) for number in callers)
    return Report(levels, this_machine(load_before, f"Asterisk {engine_version(center)}"))
