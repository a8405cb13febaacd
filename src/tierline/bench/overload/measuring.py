"""Rising rates until no more are served, then three times the most that were."""

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress

import httpx
import msgspec

from tierline.bench.center import BenchCenter
from tierline.bench.figures import Machine
from tierline.bench.keys import LANGUAGE, OPENING
from tierline.bench.load import Line
from tierline.bench.overload.crowd import Crowd
from tierline.bench.overload.figures import Level, Report, level
from tierline.bench.overload.visit import Words
from tierline.bench.recognition import Prompt
from tierline.open_files import let_open_files

RISES_BY = 1.3
WORSE_TIMES = 2
"""Rates in a row that serve no more than one before, until that one is taken for the peak."""
WARM_UP = 0.25
"""Of each measure, before it: so that the calls of a rate meet one another."""
TIMES = 3
TRIES = 15


class Sizes(msgspec.Struct, frozen=True):
    """`first` calls a second to begin with; `most` rates are tried."""

    seconds: float
    first: float
    most: int


async def measured(
    center: BenchCenter, sizes: Sizes, machine: Machine, tell: Callable[[str], None]
) -> Report:
    let_open_files()
    _let_us_go_first()
    line = Line(center.sip, center.number, "127.0.0.1")
    async with Crowd(line, _words(center), seed=1) as crowd:

        async def at(rate: float, seconds: float) -> Level:
            found = level(await crowd.offers(rate, seconds, warm_up=seconds * WARM_UP))
            tell(f"{found.offered_per_s} calls/s offered: {found.served_per_s} served")
            return found

        rising = [await at(sizes.first, sizes.seconds)]
        while len(rising) < sizes.most and not _past_the_peak(rising):
            rising.append(await at(sizes.first * RISES_BY ** len(rising), sizes.seconds))
        peak = max(one.served_per_s for one in rising)
        overload = await at(TIMES * peak, 2 * sizes.seconds)
    came_in = overload.served_per_s + overload.late_per_s
    return Report(
        peak_per_s=peak,
        offered_3x_per_s=overload.offered_per_s,
        goodput_3x_per_s=overload.served_per_s,
        goodput_ratio=round(overload.served_per_s / peak, 3) if peak else 0.0,
        in_time_ratio=round(overload.served_per_s / came_in, 3) if came_in else 0.0,
        rising=tuple(rising),
        overload=overload,
        turned_away=await _turned_away(center),
        machine=machine,
    )


def _past_the_peak(rising: list[Level]) -> bool:
    served = [one.served_per_s for one in rising]
    return len(served) - 1 - served.index(max(served)) >= WORSE_TIMES


def _words(center: BenchCenter) -> Words:
    [press] = OPENING
    return Words(
        greeting=Prompt(center.sounds(("welcome",), LANGUAGE)),
        key=press.key,
        answer=Prompt(center.sounds(press.answers, LANGUAGE)),
        busy=Prompt([center.var / "engine" / "sounds" / "lines-busy.wav"]),
    )


async def _turned_away(center: BenchCenter) -> dict[str, int]:
    """An engine that comes out of a crowd may be slow to say that it is there. Raises httpx.HTTPError."""
    for _ in range(TRIES - 1):
        try:
            return _counts(center)
        except httpx.HTTPError:
            await asyncio.sleep(1)
    return _counts(center)


def _counts(center: BenchCenter) -> dict[str, int]:
    ready = httpx.get(f"{center.url}/health/ready", trust_env=False, timeout=10).raise_for_status()
    admission = ready.json()["admission"]
    return {name: admission[name] or 0 for name in ("told", "refused")}


def _let_us_go_first() -> None:
    """Callers have telephones of their own: they would not wait for the center's machine. Where we may."""
    with suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, -10)
