"""The door by which calls come in: how many at a time, and what becomes of more than we carry.

It is kept by the engine itself, before this application is asked: up to `calls` come in; of more, up to
`told` at a time hear that all lines are in use, in the agency's languages; the rest are refused to the
network.
"""

import os
from abc import ABC, abstractmethod
from typing import Annotated

import msgspec

CALLS_A_CORE = 150
"""With sound both ways, of engine and application together: see docs/performance.md."""

CALLS_A_SECOND_A_CORE = 30
"""To begin with: it is raised where the machine carries more, and lowered where it does not."""

Count = Annotated[int, msgspec.Meta(ge=0)]


def _for_this_machine() -> int:
    return CALLS_A_CORE * (os.cpu_count() or 1)


def _pace_of_this_machine() -> float:
    return CALLS_A_SECOND_A_CORE * (os.cpu_count() or 1)


class Admission(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`calls` at a time, and `a_second` to begin with; `told` more at a time that nothing can be done for but
    words, which cost little. While the application is behind by `late_seconds` no new call comes in, and
    fewer a second afterwards: those in progress are served."""

    calls: Annotated[int, msgspec.Meta(ge=1)] = msgspec.field(default_factory=_for_this_machine)
    told: Count = 25
    a_second: Annotated[float, msgspec.Meta(gt=0)] = msgspec.field(default_factory=_pace_of_this_machine)
    late_seconds: Annotated[float, msgspec.Meta(gt=0)] = 0.3


class TurnedAway(msgspec.Struct, frozen=True):
    """Of all the time of this state folder: `told` heard the words, `refused` went back to the network."""

    told: int = 0
    refused: int = 0

    @property
    def calls(self) -> int:
        return self.told + self.refused


class Door(ABC):
    @abstractmethod
    async def admit(self, most: Admission) -> None:
        """From now on, or until the engine is started again, which has them from its start. May be repeated.
        Raises SwitchAway, as all here."""

    @abstractmethod
    async def hold(self, *, held: bool) -> None:
        """No new call comes in, until it is let go or nothing was said for some seconds: to be repeated."""

    @abstractmethod
    async def pace(self, most: float) -> None:
        """So many calls a second come in."""

    @abstractmethod
    async def came_in(self) -> int:
        """How many did, since the engine began."""

    @abstractmethod
    async def turned_away(self) -> TurnedAway:
        """Until now, through restarts of the engine and of ours."""
