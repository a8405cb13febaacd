"""`tierline privacy`"""

import click

from tierline.commands import LazyGroup


@click.group(
    cls=LazyGroup,
    found_in={
        "accounting": "tierline.privacy_commands.accounting:accounting",
        "amend": "tierline.privacy_commands.amend:amend",
        "dispose": "tierline.privacy_commands.disposing:dispose",
        "due": "tierline.privacy_commands.disposing:due",
        "export": "tierline.privacy_commands.export:export",
        "hold": "tierline.privacy_commands.holding:hold",
        "rewrap": "tierline.privacy_commands.rewrapping:rewrap",
    },
)
def privacy() -> None:
    """What is on record of callers: for how long and under which key, and what a person may ask of it.

    Works on the database of TIERLINE_VAR, whether the center runs or not. Who may run it: whoever operates
    the center's machine, for a request that the agency's privacy office has received and whose sender it
    has identified. It knows no roles and hides no protected case; each use is on record.
    """
