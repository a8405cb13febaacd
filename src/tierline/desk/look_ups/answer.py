"""What a look-up finds."""

import msgspec

from tierline.calls.events import AnyEvent
from tierline.ivr.effects import Arguments
from tierline.ivr.session import Option
from tierline.ports.store import Value


class Answer(msgspec.Struct, frozen=True):
    """An outcome that the flow goes on by, words for its prompts, options to choose from, and what belongs on
    record."""

    outcome: str
    arguments: Arguments = {}
    options: tuple[Option, ...] = ()
    events: tuple[AnyEvent, ...] = ()
    values: tuple[Value, ...] = ()
