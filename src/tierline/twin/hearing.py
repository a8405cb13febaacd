"""What a leg of the switch in memory hears."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from tierline.calls.names import LegId
from tierline.twin.legs import ON_HOLD, TwinLeg

Heard = Literal["silence", "music"] | tuple[Path, ...] | frozenset[LegId]
"""Nothing, hold music, the sounds of a prompt, or other legs: those of its room, who whispers to it, and
whom it monitors with what they hear."""


def heard_by(leg: LegId, legs: Mapping[LegId, TwinLeg]) -> Heard:
    who = legs[leg]
    if who.sounds:
        return who.sounds
    if who.monitors:
        others = heard_by(who.monitors, legs)
        heard = others - {leg} if isinstance(others, frozenset) else frozenset[LegId]()
        return heard if legs[who.monitors].muted else heard | {who.monitors}
    if who.place == ON_HOLD:
        return "music"
    whispering = {other.id for other in legs.values() if other.whispers and other.monitors == leg}
    audible = {
        other.id
        for other in legs.values()
        if who.place and other.place == who.place and other.id != leg and not other.muted
        if other.voice is None or legs[other.voice].sounds
    }
    return frozenset(audible | whispering) if who.place or whispering else "silence"
