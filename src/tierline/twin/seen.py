"""What is to be seen of a switch in memory."""

from tierline.calls.names import LegId
from tierline.twin.hearing import Heard, heard_by
from tierline.twin.legs import TwinLeg


class Seen:
    def __init__(self) -> None:
        self._legs: dict[LegId, TwinLeg] = {}
        self._rooms: set[str] = set()

    @property
    def ringing(self) -> dict[str, LegId]:
        """The legs that ring now, by phone."""
        return {leg.phone: leg.id for leg in self._legs.values() if leg.phone and not leg.answered}

    @property
    def dialled(self) -> dict[str, LegId]:
        """The telephones that ring now, by number: they answer, reject and let ring as agents' phones do."""
        return {leg.dialled: leg.id for leg in self._legs.values() if leg.dialled and not leg.answered}

    @property
    def legs(self) -> set[LegId]:
        return set(self._legs)

    @property
    def rooms(self) -> dict[str, set[LegId]]:
        return {room: {leg.id for leg in self._legs.values() if leg.place == room} for room in self._rooms}

    def hears(self, leg: LegId) -> Heard:
        return heard_by(leg, self._legs)

    def playing(self, leg: LegId) -> str | None:
        """The id of the playback that the leg hears now."""
        who = self._legs[leg]
        return who.playback if who.sounds else None

    def beeps(self, leg: LegId) -> int:
        """How many the leg has heard."""
        return self._legs[leg].beeps

    def shown(self, leg: LegId) -> str | None:
        """What the rung phone or telephone displays."""
        return self._legs[leg].shown

    def keys_sent_to(self, leg: LegId) -> str:
        return self._legs[leg].keys
