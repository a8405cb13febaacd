"""The commands of a flow, as a person or a program runs them."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from tierline.cli import flow


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(flow, [str(argument) for argument in arguments], catch_exceptions=False)


def walked(agency: Path, *arguments: str) -> dict[str, Any]:
    """What `flow walk --json` prints."""
    result = run("walk", agency, "--json", *arguments)
    assert result.exit_code == 0, result.output
    told: dict[str, Any] = json.loads(result.stdout)
    return told


def steps(told: dict[str, Any]) -> list[str]:
    return [step["step"] for step in told["steps"]]


def says(told: dict[str, Any]) -> list[str]:
    return [text for step in told["steps"] for text in step["prompts"]]
