"""What the benchmark found, as it is printed."""

from collections.abc import Sequence

import msgspec

SATURATED_MS = 40.0
"""At a 99th percentile above two packets' time the engine by itself is too busy to tell what the application
adds."""


LATE_MS = 20.0
"""Callers whose packets are later than one packet's time do not get the machine time they need: other work
has it, or center and callers together are too much for one machine. The figures do not tell which."""


class Side(msgspec.Struct, frozen=True):
    """From a key's first end packet to the first packet of the prompt it asked for. `missed` keys had no
    prompt within 5 s; they are in no percentile."""

    p50_ms: float
    p99_ms: float
    worst_ms: float
    samples: int
    missed: int
    keys_per_second: float
    engine_millicores_per_call: float
    send_jitter_p99_ms: float
    """Of the callers, while they called this side."""


class Generator(msgspec.Struct, frozen=True):
    """How the callers themselves did: packets behind their time, and the part of one core they took."""

    send_jitter_p99_ms: float
    cpu: float


class Level(msgspec.Struct, frozen=True):
    """At one number of callers. `added_p99_ms` is what the application adds at the 99th percentile."""

    concurrent: int
    tierline: Side
    dialplan: Side
    added_p50_ms: float
    added_p99_ms: float
    dialplan_saturated: bool
    app_millicores_per_call: float
    app_ms_per_key: float
    engine_millicores_per_call: float
    generator: Generator


class Machine(msgspec.Struct, frozen=True):
    """`load_before` is the machine's load average (of one minute) before the start: other work takes
    its part of every figure."""

    cores: int
    load_before: float
    processor: str
    python: str
    engine: str


class Report(msgspec.Struct, frozen=True):
    callers: tuple[Level, ...]
    machine: Machine

    @property
    def ok(self) -> bool:
        """Every key had its prompt."""
        return all(
            side.missed == 0 and side.samples for x in self.callers for side in (x.tierline, x.dialplan)
        )


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest value that at least `part` of all do not exceed; 0 of none."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[max(0, -int(-part * len(ordered) // 1) - 1)]
