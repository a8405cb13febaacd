"""A command imports what it needs itself: a center that was killed is back for its callers the sooner."""

import subprocess
import sys

import click
import pytest

from tierline.cli import main
from tierline.commands import LazyGroup

NOT_TO_RUN_A_CENTER = {
    "scipy",
    "tierline.bench",
    "tierline.caller",
    "tierline.conformance",
    "tierline.demo",
    "tierline.drawing",
    "tierline.reference",
    "tierline.twin",
}


def test_a_center_imports_nothing_of_the_other_commands() -> None:
    assert [module for module in _imported_by("run") if _is_of(module, NOT_TO_RUN_A_CENTER)] == []


def test_what_else_is_imported_would_be_seen() -> None:
    assert [module for module in _imported_by("call") if _is_of(module, NOT_TO_RUN_A_CENTER)] != []


def test_every_command_is_where_it_is_looked_for() -> None:
    assert [(name, command.name) for name, command in _commands(main) if command.name != name] == []


def test_a_group_lists_its_commands_with_their_help() -> None:
    group = LazyGroup("tierline", found_in={"check": "tierline.check.command:check"})
    told = group.get_help(click.Context(group))
    assert "check" in told
    assert "Find everything in the agency folder" in told


def test_a_command_that_is_nowhere_is_none() -> None:
    group = LazyGroup("tierline", found_in={})
    assert group.get_command(click.Context(group), "nix") is None
    with pytest.raises(click.UsageError, match="No such command 'nix'"):
        group.resolve_command(click.Context(group), ["nix"])


def _imported_by(command: str) -> list[str]:
    script = (
        f"import sys, click; from tierline.cli import main; assert main.get_command(click.Context(main), "
        f"{command!r}); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.split()


def _is_of(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _commands(group: click.Group) -> list[tuple[str, click.Command]]:
    """By the name that is typed, with those of groups within."""
    found = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command
        found.append((name, command))
        if isinstance(command, click.Group):
            found += _commands(command)
    return found
