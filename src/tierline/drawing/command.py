"""`tierline flow draw`"""

import sys
from pathlib import Path

import click

from tierline.agency import BadAgency, Messages, load
from tierline.drawing.panel import panel
from tierline.drawing.sheet import Sheet, svg
from tierline.drawing.wording import title
from tierline.ivr.flow import Flow
from tierline.ivr.graph import Group, graph
from tierline.ports.agency import Agency
from tierline.ports.prompts import PromptFailed

MAIN = "main"


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Default: standard output.")
@click.option("--flow", "only", help='Draw one sub-flow alone, or "main".')
@click.option("--language", help="Of the prompts. Default: the agency's first.")
def draw(folder: Path, output: Path | None, only: str | None, language: str | None) -> None:
    """Draw the flow of the agency in DIR as an SVG picture."""
    try:
        agency, messages = load(folder), Messages(folder / "prompts")
    except BadAgency as wrong:
        sys.exit(f"tierline: {wrong}")
    groups = _chosen(agency.flow, only)
    drawn = svg(_sheet(agency, messages, groups, _language(agency, language)))
    if output is None:
        click.echo(drawn, nl=False)
        return
    try:
        output.write_text(drawn, "utf-8")
    except OSError as refused:
        sys.exit(f"tierline: {output} cannot be written: {refused.strerror}")


def _chosen(flow: Flow, only: str | None) -> tuple[Group, ...]:
    groups = graph(flow)
    chosen = tuple(group for group in groups if only is None or (group.name or MAIN) == only)
    if not chosen:
        names = ", ".join(group.name or MAIN for group in groups)
        raise click.BadParameter(f"there is no flow {only!r}; there are {names}", param_hint="--flow")
    return chosen


def _language(agency: Agency, language: str | None) -> str:
    languages = agency.profile.languages
    if language is not None and language not in languages:
        raise click.BadParameter(f"the agency speaks {', '.join(languages)}", param_hint="--language")
    return language or languages[0]


def _sheet(agency: Agency, messages: Messages, groups: tuple[Group, ...], language: str) -> Sheet:
    names = agency.profile.name
    name = names.get(language) or next(iter(names.values()))
    steps = sum(len(group.nodes) for group in groups)
    return Sheet(
        title=f"{name}: {'flow' if len(groups) > 1 else title(groups[0])}",
        description=(
            f"{steps} steps in {len(groups)} parts: {', '.join(map(title, groups))}. "
            "Arrows lead from step to step, labelled with the key, outcome or condition that leads there."
        ),
        keys=_keys(agency.flow),
        panels=tuple(
            panel(group, {node.step: _says(messages, node.prompts, language) for node in group.nodes})
            for group in groups
        ),
    )


def _keys(flow: Flow) -> str:
    keys = ", ".join(f"{key} {meaning}" for key, meaning in flow.everywhere.items())
    return f"In every step: {keys}." if keys else ""


def _says(messages: Messages, prompts: tuple[str, ...], language: str) -> str:
    return " ".join(_words(messages, prompt, language) for prompt in prompts)


def _words(messages: Messages, prompt: str, language: str) -> str:
    """A prompt may name its own language, as `welcome@es`; one that is missing is shown by its name."""
    name, _, own = prompt.partition("@")
    try:
        return messages.with_blanks(name, own or language)
    except PromptFailed:
        return prompt
