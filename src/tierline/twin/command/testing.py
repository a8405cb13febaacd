"""`tierline flow test`"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from tierline.twin.command.options import told
from tierline.twin.folder import Folder
from tierline.twin.golden.case_file import BadCases, read_cases
from tierline.twin.golden.cover import Cover, cover
from tierline.twin.golden.report import cover_in_words, failed_in_words, report
from tierline.twin.golden.running import Result, run


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--cover", "with_cover", is_flag=True, help="Say which steps, keys and outcomes are not reached."
)
@click.option(
    "--cover-minimum",
    type=click.FloatRange(0, 100),
    help="Percent of the steps that cases have to reach; without it, --cover wants all.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines to read.")
def test(folder: Path, with_cover: bool, cover_minimum: float | None, as_json: bool) -> None:
    """Run the golden cases of the agency in DIR, all of DIR/cases/*.yaml.

    Exits with 1 when a case fails, or too little of the flow is reached.
    """
    with told():
        agency = Folder(folder)
        results = _results(agency)
    wanted = 100.0 if cover_minimum is None else cover_minimum
    covered = None
    if with_cover or cover_minimum is not None:
        covered = cover(agency.agency.flow, [result.walked for result in results])
    made = report(agency, results, covered, covered is None or covered.percent >= wanted)
    if as_json:
        click.echo(msgspec.json.encode(made).decode())
    else:
        click.echo("\n".join(_lines(agency, results, covered)))
    raise SystemExit(0 if made.ok else 1)


def _results(agency: Folder) -> list[Result]:
    try:
        return list(run(agency, read_cases(agency)))
    except BadCases as wrong:
        sys.exit(f"tierline: {wrong}")


def _lines(agency: Folder, results: Sequence[Result], covered: Cover | None) -> list[str]:
    failed = [result for result in results if not result.passed]
    lines = [line for result in failed for line in failed_in_words(agency, result)]
    lines += cover_in_words(covered) if covered else []
    return [*lines, f"{len(results) - len(failed)} of {len(results)} cases passed."]
