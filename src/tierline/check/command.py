"""`tierline check`"""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from tierline.agency import BadAgency
from tierline.agency.files import FolderFiles
from tierline.check.check import check as look
from tierline.check.finding import Finding

UNUSABLE = 2
"""Exit code where there is nothing to look at; 1 is for findings."""


@click.command
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--json", "as_json", is_flag=True, help="For scripts: all findings as one JSON object.")
def check(folder: Path, as_json: bool) -> None:
    """Find everything in the agency folder DIR that could strand or mislead a caller.

    Ends with 1 when there is anything, with 2 when there is no such folder. What each rule protects is in
    docs/reference/findings.md.
    """
    try:
        found = look(FolderFiles(folder), datetime.now(UTC), folder / "recordings")
    except BadAgency as no_folder:
        click.echo(f"tierline: {no_folder.problems[0].file}: {no_folder.problems[0].message}", err=True)
        sys.exit(UNUSABLE)
    _tell_scripts(found) if as_json else _tell_people(found, folder)
    sys.exit(1 if found else 0)


def _tell_scripts(found: Sequence[Finding]) -> None:
    told = {"ok": not found, "findings": msgspec.to_builtins(found)}
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _tell_people(found: Sequence[Finding], folder: Path) -> None:
    for finding in found:
        where = click.style(f"{folder / finding.file}:{finding.line}:", bold=True)
        click.echo(f"{where} {click.style(finding.rule, fg='red')}: {finding.message}")
    if found:
        click.secho(f"{len(found)} finding{'s' if len(found) > 1 else ''}", fg="red", bold=True)
    else:
        click.secho(f"{folder}: nothing found", fg="green")
