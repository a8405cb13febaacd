"""What the benchmark of overload found, as it is printed."""

from collections import Counter

import msgspec

from tierline.bench.figures import Machine, percentile
from tierline.bench.overload.crowd import Offered
from tierline.bench.overload.visit import How

LATE_MS = 20.0
"""Callers who are later than a packet's time are themselves short of machine."""


class Level(msgspec.Struct, frozen=True):
    """Calls a second. `served` in full and in time; `told` that all lines are in use; `refused` by the
    network's signal; `late` in full but not in time; `failed` were cut off or heard nothing. The percentiles
    are of those who came in: from dialling to the greeting, from the key to its answer."""

    offered_per_s: float
    served_per_s: float
    told_per_s: float
    refused_per_s: float
    late_per_s: float
    failed_per_s: float
    prompt_p50_ms: float
    prompt_p99_ms: float
    answer_p50_ms: float
    answer_p99_ms: float
    callers_late_p99_ms: float
    callers_cpu: float


class Report(msgspec.Struct, frozen=True):
    """`peak_per_s` is the most that was served of any rate; then three times as many were offered."""

    peak_per_s: float
    offered_3x_per_s: float
    goodput_3x_per_s: float
    goodput_ratio: float
    in_time_ratio: float
    """Of those who came in at three times the peak."""
    rising: tuple[Level, ...]
    overload: Level
    turned_away: dict[str, int]
    """As the center itself counted them, in all."""
    machine: Machine


def level(offered: Offered) -> Level:
    how = Counter(visit.how for visit in offered.visits if visit.how)
    came_in = [visit for visit in offered.visits if visit.how in ("served", "late")]
    prompts = [1000 * visit.prompt_after for visit in came_in]
    answers = [1000 * visit.answer_after for visit in came_in]

    def rate(*which: How) -> float:
        return round(sum(how[one] for one in which) / offered.seconds, 2)

    return Level(
        offered_per_s=round(len(offered.visits) / offered.seconds, 2),
        served_per_s=rate("served"),
        told_per_s=rate("told"),
        refused_per_s=rate("refused"),
        late_per_s=rate("late"),
        failed_per_s=rate("cut_off", "nothing"),
        prompt_p50_ms=round(percentile(prompts, 0.5)),
        prompt_p99_ms=round(percentile(prompts, 0.99)),
        answer_p50_ms=round(percentile(answers, 0.5)),
        answer_p99_ms=round(percentile(answers, 0.99)),
        callers_late_p99_ms=offered.late_ms,
        callers_cpu=offered.cpu,
    )


HEAD = ("offered/s", "served/s", "told/s", "503/s", "late/s", "failed/s")
TIMES = ("prompt p50 ms", "p99 ms", "answer p50 ms", "p99 ms", "callers late p99 ms", "callers cpu")


def table(report: Report) -> str:
    rows = [(*HEAD, *TIMES), *(_row(one) for one in (*report.rising, report.overload))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(map(str.rjust, row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 1) + ":" for width in widths) + "|")
    machine = report.machine
    of = f"{machine.cores} cores ({machine.processor}), Python {machine.python}, {machine.engine}"
    lines += [
        "",
        f"peak {report.peak_per_s} calls/s; at {report.offered_3x_per_s} offered, {report.goodput_3x_per_s} "
        f"served: {report.goodput_ratio} of the peak. In time, of those who came in: {report.in_time_ratio}.",
        f"{of}; load average {machine.load_before} before the start.",
    ]
    if any(one.callers_late_p99_ms > LATE_MS for one in (*report.rising, report.overload)):
        lines.append(
            "The callers themselves were late: other work has the machine, or it is too small for both."
        )
    return "\n".join(lines)


def _row(one: Level) -> tuple[str, ...]:
    return tuple(str(value) for value in msgspec.structs.astuple(one))
