"""What the interpreter wants done. It does nothing itself."""

from collections.abc import Mapping

import msgspec

from tierline.calls.events import AnyEvent
from tierline.calls.names import Tier
from tierline.ivr.steps import Asking

Argument = str | int
Arguments = Mapping[str, Argument]


class Line(msgspec.Struct, frozen=True):
    """One prompt with what fills it."""

    prompt: str
    arguments: Arguments = {}


class Speak(msgspec.Struct, frozen=True):
    """Play these prompts, instead of what is playing; come back with `prompt_ended`. `whole`: all of them or
    none; come back with `unsaid` where they were not all heard."""

    lines: tuple[Line, ...]
    slower: bool = False
    whole: bool = False


class Hush(msgspec.Struct, frozen=True):
    """Stop what is playing: a key was pressed."""


class Listen(msgspec.Struct, frozen=True):
    """Come back with `silence` if no key is pressed for so long. `first`: none has been since the prompt,
    which whoever relays the call may still be typing."""

    seconds: float
    first: bool


class Note(msgspec.Struct, frozen=True):
    """Belongs on the timeline."""

    event: AnyEvent


class Keep(msgspec.Struct, frozen=True):
    """The caller gave a value. A sensitive one is held in memory alone."""

    kind: str
    value: str
    sensitive: bool = False


class Ask(msgspec.Struct, frozen=True):
    """Do what this step asks of the center; come back with `found`."""

    step: Asking


class ToQueue(msgspec.Struct, frozen=True):
    """Come back with `line_full` where the line takes nobody more, if `unless_full`."""

    tier: Tier
    reason: str
    prompts: tuple[str, ...]
    skills: frozenset[str] = frozenset()
    unless_full: bool = False


class GoodBye(msgspec.Struct, frozen=True):
    """The last prompt is over: hang up."""


Effect = Speak | Hush | Listen | Note | Keep | Ask | ToQueue | GoodBye
