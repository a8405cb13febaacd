"""`tierline flow walk`"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from tierline.twin.callers import number
from tierline.twin.command.options import answers, checked, people, requests, told
from tierline.twin.command.transcript import transcript
from tierline.twin.folder import Folder
from tierline.twin.keys import keys
from tierline.twin.language import keys_to_choose
from tierline.twin.moments import moment
from tierline.twin.reproduction import command
from tierline.twin.systems import RECORDS_STATES, STATES, silent
from tierline.twin.trace import sent, steps_heard
from tierline.twin.walk import Scenario
from tierline.twin.walk import walk as walked_through


class _Written(msgspec.Struct, frozen=True):
    """The options that say who calls when, and what they do and meet."""

    pressed: str
    at: str | None
    caller: str
    language: str | None
    cases: str
    silent: tuple[str, ...]
    records: str
    staff: tuple[str, ...]
    ahead: tuple[str, ...]
    closure: str
    request: tuple[str, ...]
    answer: tuple[str, ...]


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
    "--silent", multiple=True, metavar="SYSTEM", help="A case system that does not answer; repeatable."
)
@click.option(
    "--records",
    type=click.Choice(RECORDS_STATES),
    default="kept",
    show_default=True,
    help="The center's own database.",
)
@click.option("--staff", multiple=True, metavar="TIER=NUMBER", help="Agents on duty; repeatable.")
@click.option("--ahead", multiple=True, metavar="TIER=NUMBER", help="Callers who asked before; repeatable.")
@click.option("--closure", default="", metavar="TEXT", help="All is closed, and this is told to callers.")
@click.option(
    "--request", multiple=True, metavar="YAML", help='"{number: R1…, kind: …, status: open}", made before.'
)
@click.option(
    "--answer",
    multiple=True,
    metavar="YAML",
    help='"office: {unknown: {}}": given as the answer, in the words of a golden case; repeatable.',
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines to read.")
def walk(folder: Path, as_json: bool, **written: Any) -> None:
    """Walk through the flow of the agency in DIR, and say what the caller hears and what becomes of the call.

    Keys are pressed one after the other: digits, * and #. A space lets the prompt that plays then come to its
    end, ~ stays silent until something happens, t types on a text telephone, ! hangs up. After the last key
    the caller listens until the center waits for one.
    """
    with told():
        agency = Folder(folder)
        scenario, file = _scenario(agency, _Written(**written))
    walked = walked_through(agency, scenario)
    if as_json:
        report = {
            "steps": steps_heard(walked.trace),
            "outcome": walked.outcome,
            "sends": sent(walked.trace),
        }
        click.echo(msgspec.json.encode(report).decode())
    else:
        click.echo(transcript(agency, scenario, walked))
        click.echo(f"\nAgain: {command(agency, scenario, file)}")
    for problem in walked.problems:
        click.echo(f"tierline: {problem}", err=True)
    raise SystemExit(1 if walked.problems else 0)


def _scenario(agency: Folder, written: _Written) -> tuple[Scenario, Path | None]:
    """And the file of the cases, where they are not the agency's own. Raises BadParameter, BadSample."""
    file = None if written.cases in STATES else checked("--cases", lambda: _file(written.cases))
    zone = agency.agency.zone
    at = checked("--at", lambda: moment(written.at, zone) if written.at else _now())
    first = checked(
        "--language", lambda: keys_to_choose(agency, written.language, at) if written.language else ""
    )
    scenario = Scenario(
        at=at,
        keys=first + checked("--keys", lambda: keys(written.pressed)),
        caller=checked("--from", lambda: number(written.caller)),
        case_records=agency.cases(file) if file else agency.sample,
        cases=next((state for state in STATES if state == written.cases), "sample"),
        silent=checked("--silent", lambda: silent(agency.agency, written.silent)),
        records=next(state for state in RECORDS_STATES if state == written.records),
        staff=checked("--staff", lambda: people(agency, written.staff)),
        ahead=checked("--ahead", lambda: people(agency, written.ahead)),
        closure=written.closure,
        requests=checked("--request", lambda: requests(agency, written.request)),
        answers=checked("--answer", lambda: answers(agency, written.answer)),
    )
    return scenario, file


def _now() -> datetime:
    return datetime.now(UTC).replace(second=0, microsecond=0)


def _file(cases: str) -> Path:
    if not cases.endswith((".yaml", ".yml")):
        raise ValueError(f"{cases!r} is neither {', '.join(STATES)} nor a file that ends in .yaml")
    return Path(cases)
