"""`tierline privacy`"""

import click

from tierline.commands import LazyGroup


@click.group(
    cls=LazyGroup,
    found_in={
        "accounting": "tierline.privacy_commands.accounting:accounting",
        "amend": "tierline.privacy_commands.amend:amend",
        "export": "tierline.privacy_commands.export:export",
    },
)
def privacy() -> None:
    """What a person may ask of what is on record of them.

    Works on the database of TIERLINE_VAR, whether the center runs or not. Who may run it: whoever operates
    the center's machine, for a request that the agency's privacy office has received and whose sender it
    has identified. It knows no roles and hides no protected case; each use is on record.
    """
