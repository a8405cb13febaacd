"""`tierline flow walk`"""

from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from tierline.ports.case_system import CaseRecord
from tierline.twin.callers import number
from tierline.twin.command.options import checked, staff, told
from tierline.twin.command.transcript import transcript
from tierline.twin.folder import Folder
from tierline.twin.keys import keys
from tierline.twin.language import keys_to_choose
from tierline.twin.moments import moment
from tierline.twin.reproduction import command
from tierline.twin.systems import STATES, CaseSystemState
from tierline.twin.trace import steps_heard
from tierline.twin.walk import Scenario
from tierline.twin.walk import walk as walked_through


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--keys", "pressed", default="", help='As in "1 0": what the caller does, from the beginning.')
@click.option(
    "--at", help="When: 2026-11-24T03:00, in the agency's time unless it has an offset. Default: now."
)
@click.option("--from", "caller", default="+12025550111", show_default=True, help='A number, or "withheld".')
@click.option("--language", help="Choose this language first; KEYS come after it.")
@click.option(
    "--cases",
    "cases",
    default="sample",
    show_default=True,
    help=f"The case system: {', '.join(STATES)}, or a FILE.yaml of cases like sample-cases.yaml.",
)
@click.option(
    "--staff", "ready", multiple=True, metavar="TIER=AGENTS", help="Agents who are ready; repeatable."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines to read.")
def walk(
    folder: Path,
    pressed: str,
    at: str | None,
    caller: str,
    language: str | None,
    cases: str,
    ready: tuple[str, ...],
    as_json: bool,
) -> None:
    """Walk through the flow of the agency in DIR, and say what the caller hears and what becomes of the call.

    Keys are pressed one after the other: digits, * and #. A space lets the prompt that plays then come to its
    end, ~ stays silent until something happens, ! hangs up. After the last key the caller listens until the
    center waits for one.
    """
    with told():
        agency = Folder(folder)
        file = None if cases in STATES else checked("--cases", lambda: _file(cases))
        scenario = Scenario(
            at=checked("--at", lambda: moment(at, agency.agency.zone)) if at else _now(),
            keys=checked("--keys", lambda: keys(pressed)),
            caller=checked("--from", lambda: number(caller)),
            records=_records(agency, file),
            cases=_state(cases),
            staff=checked("--staff", lambda: staff(agency, ready)),
        )
        if language:
            first = checked("--language", lambda: keys_to_choose(agency, language, scenario.at))
            scenario = msgspec.structs.replace(scenario, keys=first + scenario.keys)
    walked = walked_through(agency, scenario)
    if as_json:
        report = {"steps": steps_heard(walked.trace), "outcome": walked.outcome}
        click.echo(msgspec.json.encode(report).decode())
    else:
        click.echo(transcript(agency, scenario, walked))
        click.echo(f"\nAgain: {command(agency, scenario, file)}")
    for problem in walked.problems:
        click.echo(f"tierline: {problem}", err=True)
    raise SystemExit(1 if walked.problems else 0)


def _now() -> datetime:
    return datetime.now(UTC).replace(second=0, microsecond=0)


def _file(cases: str) -> Path:
    if not cases.endswith((".yaml", ".yml")):
        raise ValueError(f"{cases!r} is neither {', '.join(STATES)} nor a file that ends in .yaml")
    return Path(cases)


def _records(agency: Folder, file: Path | None) -> tuple[CaseRecord, ...]:
    return agency.cases(file) if file else agency.sample


def _state(cases: str) -> CaseSystemState:
    return next((state for state in STATES if state == cases), "sample")
