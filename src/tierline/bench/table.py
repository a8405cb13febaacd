"""The report as a table to read, in the form that the documentation has it."""

from tierline.bench.figures import LATE_MS, Level, Report, Side

HEAD = (
    "callers",
    "side",
    "p50 ms",
    "p99 ms",
    "worst ms",
    "added p99 ms",
    "keys",
    "keys/s",
    "app mcore/call",
    "engine mcore/call",
    "generator late p99 ms",
    "generator cpu",
)


def table(report: Report) -> str:
    rows = [HEAD, *(row for level in report.callers for row in _rows(level))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["| " + " | ".join(map(str.rjust, row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 1) + ":" for width in widths) + "|")
    machine = report.machine
    of = f"{machine.cores} cores ({machine.processor}), Python {machine.python}, {machine.engine}"
    lines += ["", f"{of}; load average {machine.load_before} before the start."]
    lines += [note for level in report.callers for note in _notes(level)]
    return "\n".join(lines)


def _rows(level: Level) -> tuple[tuple[str, ...], tuple[str, ...]]:
    ours, plain = level.tierline, level.dialplan
    cpu = f"{level.generator.cpu}"
    app = f"{level.app_millicores_per_call}"
    return (
        (
            str(level.concurrent),
            "dialplan",
            *_times(plain),
            "",
            *_counts(plain),
            "",
            _engine(plain),
            _late(plain),
            "",
        ),
        (
            *(str(level.concurrent), "tierline", *_times(ours), f"{level.added_p99_ms}", *_counts(ours)),
            *(app, _engine(ours), _late(ours), cpu),
        ),
    )


def _times(side: Side) -> tuple[str, str, str]:
    return f"{side.p50_ms}", f"{side.p99_ms}", f"{side.worst_ms}"


def _counts(side: Side) -> tuple[str, str]:
    return f"{side.samples}", f"{side.keys_per_second}"


def _late(side: Side) -> str:
    return f"{side.send_jitter_p99_ms}"


def _engine(side: Side) -> str:
    return f"{side.engine_millicores_per_call}"


def _notes(level: Level) -> list[str]:
    notes = []
    if level.dialplan_saturated:
        notes.append("the plain dialplan itself is saturated on this machine")
    for name, side in (("the dialplan", level.dialplan), ("the IVR", level.tierline)):
        if side.send_jitter_p99_ms > LATE_MS:
            notes.append(f"the callers themselves were late while calling {name}: its figures are not sound")
    missed = level.tierline.missed + level.dialplan.missed
    if missed:
        notes.append(f"{missed} keys had no prompt within 5 s")
    return [f"Callers: {level.concurrent}: {note}." for note in notes]
