"""The base of everything that can happen to a call."""

import msgspec


class Event(msgspec.Struct, frozen=True, tag_field="type"):
    """The tag is the class name."""
