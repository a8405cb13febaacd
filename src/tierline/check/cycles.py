"""The loops of a graph."""

from collections.abc import Iterator

from tierline.calls.place import Spot
from tierline.check.ways import Spots


def cycles(spots: Spots) -> Iterator[frozenset[Spot]]:
    """Its strongly connected parts, of more than one place or with a way to itself. Without recursion: a flow
    may be long. After Kosaraju."""
    back: dict[Spot, list[Spot]] = {spot: [] for spot in spots}
    for spot, ways in spots.items():
        for way in ways:
            if way.to in back:
                back[way.to].append(spot)
    placed: set[Spot] = set()
    for spot in reversed(_by_completion(spots)):
        if spot in placed:
            continue
        part = _all_from(spot, back, placed)
        placed |= part
        if len(part) > 1 or any(way.to == spot for way in spots[spot]):
            yield frozenset(part)


def _by_completion(spots: Spots) -> list[Spot]:
    done: list[Spot] = []
    seen: set[Spot] = set()
    for start in spots:
        open_ = [(start, False)]
        while open_:
            spot, left = open_.pop()
            if left:
                done.append(spot)
            elif spot not in seen:
                seen.add(spot)
                open_.append((spot, True))
                open_.extend((way.to, False) for way in spots[spot] if way.to in spots)
    return done


def _all_from(start: Spot, back: dict[Spot, list[Spot]], placed: set[Spot]) -> set[Spot]:
    part: set[Spot] = set()
    open_ = [start]
    while open_:
        spot = open_.pop()
        if spot not in part and spot not in placed:
            part.add(spot)
            open_.extend(back[spot])
    return part
