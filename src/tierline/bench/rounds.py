"""Each side in turn, and again, with the same callers: what changes on the machine meanwhile meets both."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from tierline.bench import figures
from tierline.bench.caller import Answered, Itinerary, Step
from tierline.bench.center import BenchCenter
from tierline.bench.keys import LANGUAGE, LOOP, OPENING, Press
from tierline.bench.load import Line, Load, Refused, Sent
from tierline.bench.processor import seconds_of
from tierline.bench.recognition import Prompt

ROUNDS = 2
RARELY, OFTEN = 4.0, 1.0
"""Seconds between a prompt and the next key, on average. Where few call they press more often: that loads
nothing, and gives figures sooner."""
WARM_UP, REHEARSAL = 60.0, 20.0
"""Seconds at most."""


class Round(msgspec.Struct, frozen=True):
    """One side for a while. Processor time in seconds."""

    keys: list[Answered]
    sent: Sent
    app: float
    engine: float
    seconds: float


class Comparison:
    """`ivr` and `plain` are the two lines; both say the same sounds in their loop."""

    def __init__(self, center: BenchCenter, ivr: Line, plain: Line) -> None:
        self._center = center
        self._lines = {"tierline": ivr, "dialplan": plain}
        self._loop = _steps(center, LOOP)
        self._opening = {"tierline": _steps(center, OPENING), "dialplan": []}

    def level(self, callers: int, seconds: float, tell: Callable[[str], None]) -> figures.Level:
        """`seconds` for each side. Raises Refused."""
        rounds: dict[str, list[Round]] = {"dialplan": [], "tierline": []}
        for nth in range(ROUNDS):
            for side, done in rounds.items():
                tell(f"callers: {callers}, side: {side}, round {nth + 1} of {ROUNDS}")
                done.append(self._round(side, callers, seconds / ROUNDS, seed=nth))
        return _level(callers, rounds["tierline"], rounds["dialplan"])

    def _round(self, side: str, callers: int, seconds: float, *, seed: int) -> Round:
        every = min(RARELY, max(OFTEN, callers / 10))
        itinerary = Itinerary(self._opening[side], self._loop, every)
        load = Load(self._lines[side], callers, itinerary, seed=seed)
        try:
            load.connect()
            load.warm_up(WARM_UP)
            app, engine = seconds_of(self._center.pid), seconds_of(self._center.engine.pid)
            keys, sent = load.measure(seconds)
            app, engine = seconds_of(self._center.pid) - app, seconds_of(self._center.engine.pid) - engine
        finally:
            load.hang_up()
        return Round(keys, sent, app, engine, seconds)


def rehearse(center: BenchCenter, line: Line) -> dict[str, Path]:
    """One caller presses every key once, so that prompts with values in them have been said; gives the sound
    of each key of the loop. Raises Refused."""
    itinerary = Itinerary([Step(p.key, None) for p in OPENING], [Step(p.key, None) for p in LOOP], OFTEN)
    load = Load(line, 1, itinerary, seed=0)
    try:
        load.connect()
        load.go_on(REHEARSAL, until=lambda: all(center.sounds(p.answers, LANGUAGE) for p in LOOP))
    finally:
        load.hang_up()
    for press in LOOP:
        if not center.sounds(press.answers, LANGUAGE):
            prompts = " or ".join(press.answers)
            raise Refused(f"key {press.key} was not answered by {prompts}: see bench/keys.py")
    return {press.key: center.sounds(press.answers, LANGUAGE)[-1] for press in LOOP}


def _steps(center: BenchCenter, presses: Sequence[Press]) -> list[Step]:
    return [Step(press.key, Prompt(center.sounds(press.answers, LANGUAGE))) for press in presses]


def _level(callers: int, ivr: list[Round], plain: list[Round]) -> figures.Level:
    ours, theirs = _side(callers, ivr), _side(callers, plain)
    seconds, app = sum(r.seconds for r in ivr), sum(r.app for r in ivr)
    generator = figures.Generator(
        send_jitter_p99_ms=_late([*ivr, *plain]),
        cpu=round(max(r.sent.cpu for r in (*ivr, *plain)), 2),
    )
    return figures.Level(
        concurrent=callers,
        tierline=ours,
        dialplan=theirs,
        added_p50_ms=round(ours.p50_ms - theirs.p50_ms, 1),
        added_p99_ms=round(ours.p99_ms - theirs.p99_ms, 1),
        dialplan_saturated=theirs.p99_ms > figures.SATURATED_MS,
        app_millicores_per_call=round(1000 * app / seconds / callers, 2),
        app_ms_per_key=round(1000 * app / max(1, sum(len(r.keys) for r in ivr)), 2),
        engine_millicores_per_call=ours.engine_millicores_per_call,
        generator=generator,
    )


def _late(rounds: list[Round]) -> float:
    return round(figures.percentile([late / 1e6 for r in rounds for late in r.sent.lateness], 0.99), 2)


def _side(callers: int, rounds: list[Round]) -> figures.Side:
    keys = [key for r in rounds for key in r.keys]
    took = [key.after / 1e6 for key in keys if key.after is not None]
    seconds = sum(r.seconds for r in rounds)
    return figures.Side(
        p50_ms=round(figures.percentile(took, 0.5), 1),
        p99_ms=round(figures.percentile(took, 0.99), 1),
        worst_ms=round(max(took, default=0.0), 1),
        samples=len(took),
        missed=len(keys) - len(took),
        keys_per_second=round(len(keys) / seconds, 1),
        engine_millicores_per_call=round(1000 * sum(r.engine for r in rounds) / seconds / callers, 2),
        send_jitter_p99_ms=_late(rounds),
    )
