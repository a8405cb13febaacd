"""`tierline flow`: what an agency does with its flow before callers meet it."""

import click

from tierline.twin.command.testing import test
from tierline.twin.command.walking import walk


@click.group
def flow() -> None:
    """Try an agency's flow before a caller hears it."""


flow.add_command(walk)
flow.add_command(test)
