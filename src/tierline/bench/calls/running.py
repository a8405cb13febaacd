"""Centers of the benchmark's own, and all measures on them."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tierline.bench.calls import peer
from tierline.bench.calls.agency import agents, give_passwords, write_agency
from tierline.bench.calls.figures import Calls
from tierline.bench.calls.measuring import Measuring, Size, Tell
from tierline.bench.calls.sides import both_sides
from tierline.bench.center import BenchCenter, bench_center
from tierline.bench.dialplan import engine_version

SILENT = "hold_music: false\n"
"""`line.yaml` of a center whose callers hear nothing while they wait: so some thousand fit on one machine."""

EVERYBODY = "calls: 4000\na_second: 1000\nlate_seconds: 60\n"
"""`admission.yaml`: how many calls come in is another benchmark's question."""


def measured_calls(state: Path, size: Size, tell: Tell) -> tuple[Calls, str]:
    """With the engine's version. Raises NotStarted, Stuck, httpx.HTTPError."""
    with _center(state, 1, "") as center:
        music = asyncio.run(_with_music(center, size, tell))
    with _center(state, size.staff, SILENT) as center:
        return asyncio.run(_in_silence(center, size, tell, music)), f"Asterisk {engine_version(center)}"


@contextmanager
def _center(state: Path, staff: int, line: str) -> Iterator[BenchCenter]:
    def prepare(var: Path) -> None:
        (var / "line.yaml").write_text(line)
        (var / "admission.yaml").write_text(EVERYBODY)
        asyncio.run(give_passwords(var / "tierline.db", agents(staff)))

    with tempfile.TemporaryDirectory() as folder:
        agency = write_agency(Path(folder) / "agency", staff)
        with bench_center(agency, state, prepare=prepare) as center:
            yield center


async def _in_silence(center: BenchCenter, size: Size, tell: Tell, music: float) -> Calls:
    async with both_sides(center, size.staff, tell) as sides:
        peer.silence(center)
        return await Measuring(sides, size, tell).all(music)


async def _with_music(center: BenchCenter, size: Size, tell: Tell) -> float:
    async with both_sides(center, 1, tell) as sides:
        return await Measuring(sides, size, tell).idle(size.with_music, peer.MUSIC)
