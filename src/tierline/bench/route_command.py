"""`tierline bench route` and `tierline bench calls`: who gets which call, and how soon."""

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import click
import httpx
import msgspec

from tierline.bench.calls import measuring as of_calls
from tierline.bench.calls.running import measured_calls
from tierline.bench.calls.scene import Stuck
from tierline.bench.center import NotStarted
from tierline.bench.processor import this_machine
from tierline.bench.route.measuring import Decisions, Size, decisions
from tierline.ports.store import StoreAway
from tierline.store.sqlite import NotDurable

Found = dict[str, Any]
Part = Literal["both", "decisions", "calls"]

as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines to read.")
seconds = click.option(
    "--seconds",
    type=click.FloatRange(1, 600),
    default=15.0,
    show_default=True,
    help="For each side of each measure.",
)
waiting = click.option(
    "--waiting", type=click.IntRange(1, 2000), default=1000, show_default=True, help="Callers in line."
)
agents = click.option(
    "--agents",
    type=click.IntRange(2, 500),
    default=100,
    show_default=True,
    help="In conversation while callers are presented.",
)
rush = click.option(
    "--rush",
    type=(click.IntRange(1, 500), click.IntRange(1, 500)),
    default=(200, 400),
    show_default=True,
    help="Agents at whom callers are answered as fast as can be.",
)
burst = click.option(
    "--in-bursts",
    type=(click.IntRange(1, 1000), click.IntRange(1, 100)),
    default=(300, 20),
    show_default=True,
    help="Callers whose order is looked at, and agents freed at a time.",
)


@click.command
@click.option(
    "--part",
    type=click.Choice(["both", "decisions", "calls"]),
    default="both",
    show_default=True,
    help="The router and the database alone; the calls beside app_queue; or one after the other.",
)
@click.option(
    "--lengths",
    type=(click.IntRange(1), click.IntRange(1), click.IntRange(1)),
    default=(1_000, 10_000, 100_000),
    show_default=True,
    help="Of the line, for the router and the database alone.",
)
@seconds
@waiting
@agents
@burst
@rush
@as_json
def route(
    part: Part,
    lengths: tuple[int, int, int],
    seconds: float,
    waiting: int,
    agents: int,
    in_bursts: tuple[int, int],
    rush: tuple[int, int],
    as_json: bool,
) -> None:
    """Time who gets which call: the router with the database alone, then calls beside the engine's app_queue.

    Decisions are durable before they count (SQLite with synchronous=FULL, or it is not begun), in a database
    of its own within TIERLINE_VAR. What one wait for the disk takes is measured first.
    """
    size = of_calls.Size(waiting, agents, 8.0, *in_bursts, min(200, waiting), rush, seconds)
    _measure(part, Size(lengths, 1_000, seconds), size, as_json)


@click.command
@seconds
@waiting
@agents
@burst
@rush
@as_json
def calls(
    seconds: float,
    waiting: int,
    agents: int,
    in_bursts: tuple[int, int],
    rush: tuple[int, int],
    as_json: bool,
) -> None:
    """Time how soon a free agent's phone rings, beside app_queue on the same engine.

    Starts a center of its own in a folder within TIERLINE_VAR and removes it at the end. Both sides have the
    same callers and phones, in turn; what is timed is seen from the telephones alone.
    """
    size = of_calls.Size(waiting, agents, 8.0, *in_bursts, min(200, waiting), rush, seconds)
    _measure("calls", Size(), size, as_json)


def _measure(part: Part, deciding: Size, calling: of_calls.Size, as_json: bool) -> None:
    tell: Callable[[str], None] = (lambda _: None) if as_json else click.echo
    state = Path(os.environ.get("TIERLINE_VAR", "var")).resolve()
    load, engine, found = os.getloadavg()[0], "none", Found()
    try:
        if part != "calls":
            found |= _fields(_decisions(state, deciding, tell))
        if part != "decisions":
            of_both, engine = measured_calls(state, calling, tell)
            found |= _fields(of_both)
    except (NotDurable, NotStarted, StoreAway, Stuck, httpx.HTTPError) as failed:
        sys.exit(f"tierline: {failed}")
    found["machine"] = msgspec.structs.asdict(this_machine(load, engine))
    click.echo(msgspec.json.encode(found).decode() if as_json else "\n" + _to_read(found))
    sys.exit(1 if found.get("out_of_order") or found.get("cut_off") else 0)


def _decisions(state: Path, size: Size, tell: Callable[[str], None]) -> Decisions:
    state.mkdir(parents=True, exist_ok=True)
    return asyncio.run(decisions(state, size, tell))


def _fields(of: msgspec.Struct) -> Found:
    return msgspec.structs.asdict(of)


def _to_read(found: Found) -> str:
    return "\n".join(f"{name:32} {value}" for name, value in found.items())
