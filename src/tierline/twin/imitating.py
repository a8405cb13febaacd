"""Callers whom the switch in memory imitates: two legs, of which one is heard to say what the other is
played."""

from abc import abstractmethod

from tierline.calls.names import LegId
from tierline.ports.switch import LegAnswered, Switch, SwitchEvent
from tierline.twin.legs import TwinLeg


class Imitating(Switch):
    """That part of `TwinSwitch`."""

    _legs: dict[LegId, TwinLeg]

    def says(self, leg: LegId) -> str | None:
        """The name of the sound that an imitated caller says now."""
        voice = self._legs[leg].voice
        sounds = self._legs[voice].sounds if voice else ()
        return sounds[0].stem if sounds else None

    async def imitate(self, leg: LegId, voice: LegId) -> None:
        self._reach()
        if leg in self._legs:
            return
        self._legs[leg] = TwinLeg(leg, answered=True, voice=voice)
        self._legs[voice] = TwinLeg(voice, answered=True, voice_of=leg)
        self._happens(LegAnswered(leg))

    @abstractmethod
    def _reach(self) -> None: ...

    @abstractmethod
    def _happens(self, event: SwitchEvent) -> None: ...
