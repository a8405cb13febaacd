"""What a scripted caller does, written in one line: `1 ... 2 8721234567890# wait:5 hangup`.

Words are separated by spaces or commas and done one after the other:

    12#         press these keys as soon as the next prompt has begun
    ...         wait until the center has finished speaking
    hear:NAME   wait until the prompt of this name is heard
    wait:5      wait five seconds
    hangup      hang up
"""

import re
from collections.abc import Sequence

import msgspec


class Press(msgspec.Struct, frozen=True):
    keys: str


class AwaitSilence(msgspec.Struct, frozen=True):
    pass


class Hear(msgspec.Struct, frozen=True):
    prompt: str


class Wait(msgspec.Struct, frozen=True):
    seconds: float


class HangUp(msgspec.Struct, frozen=True):
    pass


Step = Press | AwaitSilence | Hear | Wait | HangUp


class NotAScript(ValueError):
    """A word that is none of the above; the message names it."""


def steps(script: str) -> Sequence[Step]:
    """Raises NotAScript."""
    return [_step(word) for word in re.split(r"[\s,]+", script) if word]


def _step(word: str) -> Step:
    name, _, value = word.partition(":")
    if re.fullmatch(r"[0-9*#A-D]+", word):
        return Press(word)
    if word == "...":
        return AwaitSilence()
    if word == "hangup":
        return HangUp()
    if name == "hear" and value:
        return Hear(value)
    if name == "wait" and re.fullmatch(r"\d+(\.\d+)?", value):
        return Wait(float(value))
    raise NotAScript(f"{word!r} is neither keys (0-9 * #) nor one of ... hear:NAME wait:SECONDS hangup")
