"""The machine, and the processor time of a process on it, from proc(5)."""

import os
import platform
from pathlib import Path

from tierline.bench.figures import Machine

TICKS = os.sysconf("SC_CLK_TCK")


def seconds_of(pid: int) -> float:
    """In user and system mode since it began, on all cores. Raises FileNotFoundError when it is gone."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def this_machine(load_before: float, engine: str) -> Machine:
    return Machine(
        cores=os.cpu_count() or 1,
        load_before=round(load_before, 1),
        processor=_processor(),
        python=platform.python_version(),
        engine=engine,
    )


def _processor() -> str:
    named = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return named[0].partition(":")[2].strip() if named else platform.machine()
