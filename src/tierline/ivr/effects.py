"""What the interpreter wants done. It does nothing itself."""

from collections.abc import Mapping

import msgspec

from tierline.calls.events import AnyEvent
from tierline.calls.names import Tier


class Speak(msgspec.Struct, frozen=True):
    """Play these prompts, instead of what is playing; come back with `prompt_ended`."""

    prompts: tuple[str, ...]
    arguments: Mapping[str, str]


class Hush(msgspec.Struct, frozen=True):
    """Stop what is playing: a key was pressed."""


class Listen(msgspec.Struct, frozen=True):
    """Come back with `silence` if no key is pressed for so long."""

    seconds: float


class Note(msgspec.Struct, frozen=True):
    """Belongs on the timeline."""

    event: AnyEvent


class Keep(msgspec.Struct, frozen=True):
    """The caller gave a value."""

    kind: str
    value: str


class Ask(msgspec.Struct, frozen=True):
    """Look something up; come back with `found`."""

    what: str


class ToQueue(msgspec.Struct, frozen=True):
    tier: Tier
    reason: str
    prompts: tuple[str, ...]


class GoodBye(msgspec.Struct, frozen=True):
    """The last prompt is over: hang up."""


Effect = Speak | Hush | Listen | Note | Keep | Ask | ToQueue | GoodBye
