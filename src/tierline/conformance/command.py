"""`tierline conformance`"""

import subprocess
import sys
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.table import Table

from tierline.conformance.clauses import LAYERS, Clause, clauses
from tierline.conformance.report import Report, Standing, report
from tierline.conformance.results import read
from tierline.conformance.tree import tree_at


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--run", is_flag=True, help="Run all tests first.")
@click.option("--require", metavar="IDS", help="Exit with 1 unless these clauses (A1,A4,…) passed.")
@click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder whose tests are meant; by default the one this program runs from.",
)
def conformance(as_json: bool, run: bool, require: str | None, project: Path | None) -> None:
    """Show which clauses of the policy are shown by passing tests, on the layers each one names."""
    policy = clauses()
    required = _known(require, policy)
    project = project or _own_project()
    if run:
        # The tests' own output goes to stderr: stdout is the report's. Their failures are in the report.
        subprocess.run([sys.executable, "-m", "pytest"], cwd=project, stdout=sys.stderr, check=False)
    made = report(policy, tree_at(project), read(project))
    click.echo(msgspec.json.encode(made).decode()) if as_json else _show(made, policy)
    if required - {standing.id for standing in made.clauses if standing.passed}:
        raise SystemExit(1)


def _known(require: str | None, policy: list[Clause]) -> set[str]:
    required = {name.strip() for name in (require or "").split(",") if name.strip()}
    if unknown := required - {clause.id for clause in policy}:
        raise click.BadParameter(f"no such clause: {', '.join(sorted(unknown))}", param_hint="--require")
    return required


def _own_project() -> Path:
    checkout = Path(__file__).parents[3]
    return checkout if (checkout / "pyproject.toml").exists() else Path.cwd()


def _show(made: Report, policy: list[Clause]) -> None:
    says = {clause.id: clause.says for clause in policy}
    table = Table("clause", "the policy, in short", *LAYERS, "", title=f"at commit {made.commit or '(none)'}")
    for standing in made.clauses:
        counts = [_count(standing, layer) for layer in LAYERS]
        verdict = "[green]passed[/]" if standing.passed else "[red]not passed[/]"
        table.add_row(standing.id, says[standing.id], *counts, verdict)
    console = Console()
    console.print(table)
    console.print(
        "Passing tests on each layer; [bold]bold[/] where the clause needs one, · where it does not."
    )
    console.print(f"{sum(s.passed for s in made.clauses)} of {len(made.clauses)} clauses passed.")
    if made.note:
        console.print(f"[red]Nothing counts as passed:[/] {made.note}.")


def _count(standing: Standing, layer: str) -> str:
    count = {str(name): number for name, number in standing.layers.items()}[layer]
    if layer in standing.needs:
        return f"[bold]{count}[/]"
    return str(count) if count else "·"
