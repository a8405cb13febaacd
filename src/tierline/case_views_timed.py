"""`tierline bench cases`: how soon an officer sees a case that several slow systems know of.

The center is the real one, with engine and store in memory; the systems are really asked, over HTTP.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter

import click
import msgspec
import structlog
from aiohttp import web

from tierline.bench.figures import Machine
from tierline.bench.processor import this_machine
from tierline.calls.names import CallId
from tierline.calls.verification_events import Verified
from tierline.cases.opening import joined_systems
from tierline.cases.secrets import Secrets
from tierline.clock import SystemClock
from tierline.desk.values import new_value
from tierline.desk.views.call_view import call_view
from tierline.ports.case_systems_file import CaseSystemsFile, HttpSystem, without_which_nothing
from tierline.twin.caller import Caller
from tierline.twin.cases import MemoryCases
from tierline.twin.folder import Folder
from tierline.twin.rehearsal import Rehearsal

AGENCY = Path(__file__).parents[2] / "agencies" / "uscis"
RECEIPT = "EAC2190012345"
ANSWERS: dict[str, dict[str, object]] = {
    "people": {"applicant": "Sample Ana", "date_of_birth": "1985-04-12", "zip": "07102", "flags": []},
    "status": {"form": "I-130", "status": "received", "updated": "2026-10-05", "received": "2025-06-18"},
    "files": {"file_office": "newark", "processing_office": "vsc"},
}
"""Each system's part of the one case."""


class Looks(msgspec.Struct, frozen=True):
    """Milliseconds from the wish to see the case to the view with its facts."""

    p50_ms: float
    p95_ms: float
    p99_ms: float
    worst_ms: float
    samples: int


class Report(msgspec.Struct, frozen=True):
    """One officer after the other; several at once, each of whom looks anew; and the same again with the last
    system silent, of which the first looks wait until it is left alone."""

    system_ms: float
    alone: Looks
    at_once: Looks
    one_silent: Looks
    machine: Machine


@click.command
@click.option("--systems-ms", type=click.FloatRange(0, 2_000), default=100.0, show_default=True)
@click.option("--looks", type=click.IntRange(10, 10_000), default=200, show_default=True)
@click.option("--officers", type=click.IntRange(2, 200), default=20, show_default=True, help="At once.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines to read.")
def cases(systems_ms: float, looks: int, officers: int, as_json: bool) -> None:
    """Time an officer's view of a case with three systems that each take their time (no answer is kept)."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    load_before = os.getloadavg()[0]
    folder = Folder(AGENCY)
    at = SystemClock().now()
    with Rehearsal(folder.agency, folder.messages, MemoryCases(), at) as rehearsal:
        call = _verified(rehearsal)
        timed = rehearsal.do(_timed(rehearsal, call, systems_ms, looks, officers))
    report = Report(systems_ms, *timed, this_machine(load_before, "none"))
    click.echo(msgspec.json.encode(report).decode() if as_json else _lines(report))


def _verified(rehearsal: Rehearsal) -> CallId:
    """A call of somebody who was recognised."""
    caller = Caller(rehearsal, rehearsal.offer(rehearsal.agency.profile.numbers[0], None))
    matter = new_value("receipt", RECEIPT)

    async def verify() -> None:
        async with rehearsal.center.turn(caller.call_id) as call:
            assert call
            verified = Verified("basic", "questions", matter.ref, None)
            await rehearsal.center.commit(call, verified, values=[matter])

    rehearsal.do(verify())
    return caller.call_id


async def _timed(
    rehearsal: Rehearsal, call: CallId, ms: float, looks: int, officers: int
) -> tuple[Looks, Looks, Looks]:
    agency, center = rehearsal.agency, rehearsal.center
    officer = next(person for person in agency.staff.values() if person.role == "officer")
    silent: set[str] = set()

    async def look() -> float:
        began = perf_counter()
        view = await call_view(center, call, officer)
        took = (perf_counter() - began) * 1000
        assert view.case
        assert len(view.case.away) == len(silent)
        return took

    with tempfile.TemporaryDirectory() as secrets:
        async with _systems(ms, silent) as file:
            needed = without_which_nothing(agency.verification)
            opened = joined_systems(file, needed, MemoryCases, Secrets(Path(secrets)), SystemClock())
            async with opened as joined:
                center.cases = joined
                await look()
                alone = [await look() for _ in range(looks)]
                at_once = await _at_once(look, looks, officers)
                silent.add("files")
                one_silent = [await look() for _ in range(looks)]
    return _figures(alone), _figures(at_once), _figures(one_silent)


async def _at_once(look: Callable[[], Awaitable[float]], looks: int, officers: int) -> list[float]:
    async def one() -> list[float]:
        return [await look() for _ in range(max(1, looks // officers))]

    return [took for some in await asyncio.gather(*(one() for _ in range(officers))) for took in some]


@asynccontextmanager
async def _systems(ms: float, silent: set[str]) -> AsyncIterator[CaseSystemsFile]:
    """Three servers, each with its part of the case."""
    over = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        system = request.match_info["system"]
        if system in silent:
            await over.wait()
        await asyncio.sleep(ms / 1000)
        return web.json_response(ANSWERS[system])

    app = web.Application()
    app.router.add_get("/{system}/{receipt}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    try:
        sites = [web.TCPSite(runner, "127.0.0.1", 0) for _ in ANSWERS]
        for site in sites:
            await site.start()
        ports = [address[1] for address in runner.addresses]
        yield CaseSystemsFile(
            tuple(_described(name, port, ms) for name, port in zip(ANSWERS, ports, strict=True))
        )
    finally:
        over.set()
        await runner.cleanup()


def _described(name: str, port: int, ms: float) -> HttpSystem:
    """Of which no answer counts as new."""
    return HttpSystem(
        id=name,
        names={"en": name},
        url=f"http://127.0.0.1:{port}/{name}/{{receipt}}",
        fields={field: field for field in ANSWERS[name]},
        timeout_seconds=max(0.25, ms / 1000 * 2.5),
        fresh_seconds=0,
        keep_seconds=0,
    )


def _figures(took: list[float]) -> Looks:
    took = sorted(took)

    def at(share: float) -> float:
        return round(took[min(len(took) - 1, int(len(took) * share))], 1)

    return Looks(at(0.5), at(0.95), at(0.99), round(took[-1], 1), len(took))


def _lines(report: Report) -> str:
    rows = (("one officer", report.alone), ("at once", report.at_once), ("one silent", report.one_silent))
    lines = [f"Three systems of {report.system_ms:.0f} ms each; milliseconds until the officer has the view:"]
    lines += [
        f"  {name:<12} p50 {looks.p50_ms:>7}  p95 {looks.p95_ms:>7}  p99 {looks.p99_ms:>7}  "
        f"worst {looks.worst_ms:>7}  of {looks.samples}"
        for name, looks in rows
    ]
    machine = report.machine
    return "\n".join([*lines, f"  {machine.cores} cores ({machine.processor}), Python {machine.python}"])
