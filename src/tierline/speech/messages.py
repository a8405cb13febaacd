"""What the center and its sound processes say to each other, one JSON line each."""

import msgspec


class Say(msgspec.Struct, tag="say"):
    text: str
    voice: str
    path: str
    """The WAV file to make."""
    speed: float = 1.0
    """Of the voice's own."""


class Slow(msgspec.Struct, tag="slow"):
    recording: str
    path: str
    """The WAV file to make."""


class Ready(msgspec.Struct, tag="ready"):
    """The process can work."""


class Made(msgspec.Struct, tag="made"):
    """The file is there."""


class Failed(msgspec.Struct, tag="failed"):
    """`no_room`: the disk is full; elsewhere it may be made."""

    why: str
    no_room: bool = False


Request = Say | Slow
Answer = Ready | Made | Failed
