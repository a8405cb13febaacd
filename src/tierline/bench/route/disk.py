"""What the disk itself takes to make something durable: the measure that every durable figure is read by."""

import os
import tempfile
import time
from pathlib import Path

from tierline.bench.figures import percentile

TIMES = 200
PAGE = b"\0" * 4096
"""As much as the smallest commit of the database writes."""


def fsync_p50_ms(folder: Path) -> float:
    """The median of writing one page and waiting until it is on the disk (fsync(2)), in this folder."""
    took = []
    with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
        for _ in range(TIMES):
            began = time.perf_counter()
            file.write(PAGE)
            os.fsync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    return round(percentile(took, 0.5), 3)
