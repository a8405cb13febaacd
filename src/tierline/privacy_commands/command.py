"""`tierline privacy`"""

import click

from tierline.commands import LazyGroup


@click.group(
    cls=LazyGroup,
    found_in={
        "dispose": "tierline.privacy_commands.disposing:dispose",
        "due": "tierline.privacy_commands.disposing:due",
        "hold": "tierline.privacy_commands.holding:hold",
        "rewrap": "tierline.privacy_commands.rewrapping:rewrap",
    },
)
def privacy() -> None:
    """What the center of TIERLINE_VAR knows of callers: for how long, and under which key."""
