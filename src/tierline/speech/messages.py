"""What the center and its voice process say to each other, one JSON line each."""

import msgspec


class Request(msgspec.Struct):
    text: str
    voice: str
    path: str
    """The WAV file to make."""


class Ready(msgspec.Struct, tag="ready"):
    """The voice is loaded."""


class Rendered(msgspec.Struct, tag="rendered"):
    """The file is there."""


class Failed(msgspec.Struct, tag="failed"):
    why: str


Answer = Ready | Rendered | Failed
