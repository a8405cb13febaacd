"""Commands that are imported when they are used: a center that starts again after a crash reads neither the
benchmarks nor the scripted caller before it answers."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """`found_in` says where each command is, as "module:name"; a list of all with their help imports them
    all."""

    def __init__(self, *args: Any, found_in: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found_in = found_in

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self._found_in})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._found_in:
            return super().get_command(ctx, cmd_name)
        module, name = self._found_in[cmd_name].split(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command), self._found_in[cmd_name]
        return command
