"""How each kind of step looks. Text and lines keep the contrast of WCAG 2.2 AA on their grounds: 4.5 and 3 to
1."""

from collections.abc import Mapping
from typing import Literal

import msgspec

Shape = Literal["box", "round", "pill", "hexagon", "double", "note"]

INK, MUTED, LINE, PAPER, GROUND = "#1b1b1b", "#4a5058", "#4a5560", "#ffffff", "#f5f6f7"


class Look(msgspec.Struct, frozen=True):
    """`means` is its line of the legend."""

    shape: Shape
    fill: str
    line: str
    means: str


SAYS = Look("round", PAPER, "#4a5058", "says something, then goes on")
WAITS = Look("box", "#e1eefb", "#1a5a96", "waits for the caller: menu, choose, collect")
ASKS = Look("hexagon", "#fff3d1", "#7a5600", "asks the center: look_up, branch")
COMMITS = Look("note", "#f0e8fb", "#5b3a96", "does something for the caller: callback, request, send, refer")
DOES = Look("double", "#e8edf1", "#33475b", "does a sub-flow, and goes on by what it returns")
QUEUES = Look("pill", "#dff3e4", "#1c6b36", "to a person's queue: leaves the flow")
ENDS = Look("pill", "#e6e6e6", "#1b1b1b", "end of the call, or return from a sub-flow")

LEGEND = (SAYS, WAITS, ASKS, COMMITS, DOES, QUEUES, ENDS)

LOOK: Mapping[str, Look] = {
    "say": SAYS,
    "recording_notice": SAYS,
    "menu": WAITS,
    "choose": WAITS,
    "collect": WAITS,
    "look_up": ASKS,
    "branch": ASKS,
    "callback": COMMITS,
    "request": COMMITS,
    "send": COMMITS,
    "refer": COMMITS,
    "do": DOES,
    "queue": QUEUES,
    "end": ENDS,
    "return": ENDS,
}
"""By the kind of the step."""
