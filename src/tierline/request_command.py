"""`tierline request`"""

import click

from tierline.commands import LazyGroup


@click.group(
    cls=LazyGroup,
    found_in={
        "due": "tierline.request_commands.due:due",
        "route": "tierline.request_commands.routing:route",
    },
)
def request() -> None:
    """Try an agency's rules of Service Requests on one matter: where it goes, and when an answer is due.

    The matter comes as one JSON object on the standard input. Nothing is made, and no center is needed.
    """
