"""Which kinds of ability meet which kinds of need."""

from collections.abc import Sequence

from tierline.acd.needs import Ability, Need, meets


class Fitting:
    """Each pair is looked at once, however often people come and go: of a kind that was there, another will
    come. For needs that name no agent, which are few."""

    def __init__(self) -> None:
        self._abilities: dict[Need, list[Ability]] = {}
        self._needs: dict[Ability, list[Need]] = {}

    def abilities(self, need: Need) -> Sequence[Ability]:
        """Of those ever asked about."""
        if need not in self._abilities:
            self._abilities[need] = [ability for ability in self._needs if meets(ability, need)]
            for ability in self._abilities[need]:
                self._needs[ability].append(need)
        return self._abilities[need]

    def needs(self, ability: Ability) -> Sequence[Need]:
        """Of those ever asked about."""
        if ability not in self._needs:
            self._needs[ability] = [need for need in self._abilities if meets(ability, need)]
            for need in self._needs[ability]:
                self._abilities[need].append(ability)
        return self._needs[ability]
