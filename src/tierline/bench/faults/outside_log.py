"""What callers and agents outside saw and heard: kept by themselves, and all that the checker reads."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

What = Literal[
    "dialled",  # a caller rings
    "answered",  # the center took the call
    "refused",  # it did not
    "hears",  # a caller hears an agent
    "heard_by",  # an agent hears a caller
    "agent_over",  # that conversation is over for the agent's phone
    "hung_up",  # the caller ended the call
    "cut_off",  # somebody else did
    "left_waiting",  # the caller is still in line when everybody goes
    "rung",  # an agent's phone
    "rung_in_call",  # a phone whose agent speaks with a caller
    "rung_dead",  # a phone that is unplugged: whoever is presented there has to wait for the next
    "kill",
    "back",
]


class Entry(msgspec.Struct, frozen=True):
    """`at` in seconds. `caller` is a call: who rings again is another one. `part` is what was killed."""

    at: float
    what: What
    caller: int = -1
    agent: int = -1
    part: str = ""


class OutsideLog:
    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def add(self, what: What, *, caller: int = -1, agent: int = -1, part: str = "") -> None:
        self._entries.append(Entry(time.monotonic(), what, caller, agent, part))

    def __iter__(self) -> Iterator[Entry]:
        """In time."""
        return iter(self._entries)

    def write(self, file: Path) -> None:
        """One JSON object a line."""
        file.write_bytes(msgspec.json.Encoder().encode_lines(self._entries))
