"""A center of the benchmark's own, and all measures on it."""

import asyncio
import tempfile
from pathlib import Path

from tierline.bench.calls.agency import agents, give_passwords, write_agency
from tierline.bench.calls.figures import Calls
from tierline.bench.calls.measuring import Measuring, Size, Tell
from tierline.bench.calls.sides import both_sides
from tierline.bench.center import BenchCenter, bench_center
from tierline.bench.dialplan import engine_version


def measured_calls(state: Path, size: Size, tell: Tell) -> tuple[Calls, str]:
    """With the engine's version. Raises NotStarted, Stuck, httpx.HTTPError."""

    def prepare(var: Path) -> None:
        asyncio.run(give_passwords(var / "tierline.db", agents(size.staff)))

    with tempfile.TemporaryDirectory() as folder:
        agency = write_agency(Path(folder) / "agency", size.staff)
        with bench_center(agency, state, prepare=prepare) as center:
            return asyncio.run(_measured(center, size, tell)), f"Asterisk {engine_version(center)}"


async def _measured(center: BenchCenter, size: Size, tell: Tell) -> Calls:
    async with both_sides(center, size.staff, tell) as sides:
        return await Measuring(sides, size, tell).all()
