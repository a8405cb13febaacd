"""What is under way on a leg that is told something."""

from typing import NamedTuple

from tierline.desk.timers import Then


class Playing(NamedTuple):
    """What a leg is told, and what follows: `then` when it was heard, `unheard` where it could not be
    played."""

    playback: str
    then: Then | None
    unheard: Then | None
