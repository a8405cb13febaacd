"""Whether every call comes to an end, or at least to a choice of the caller's."""

from collections.abc import Callable, Iterator

from tierline.calls.place import Spot
from tierline.check.cycles import cycles
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.check.targets import own
from tierline.check.ways import Spots, reach, unasked, waits, ways_in
from tierline.ivr.steps import End, Queue

ROUND = Rule("loop-without-way-out", "No caller is led round and round without ever being asked.")
TRAP = Rule("way-out-missing", "No caller comes to where nothing is left but to hang up.")
SILENT = Rule("silence-without-end", "A line on which nobody is is not kept open for ever.")

RULES = (ROUND, TRAP, SILENT)


def find(agency: Subject) -> Iterator[Finding]:
    steps = agency.flow.steps
    for loop in cycles(_only(agency, lambda spot, by: not waits(steps[spot.step]))):
        message = f"{_in_words(loop)}: the caller is never asked; lead out of it, or ask"
        yield agency.at_step(ROUND, _first(agency, loop), message)
    if not agency.flow.patience.silences:
        for loop in cycles(_only(agency, lambda spot, by: unasked(steps[spot.step], by))):
            if any(waits(steps[spot.step]) for spot in loop):
                message = (
                    f"{_in_words(loop)} for as long as nothing is pressed: lead `silent` to an end, or set "
                    "`silences` and `spent` in the flow's patience"
                )
                yield agency.at_step(SILENT, _first(agency, loop), message)
    yield from _traps(agency)


def _traps(agency: Subject) -> Iterator[Finding]:
    before = ways_in(agency.spots)
    out = {spot for spot in agency.spots if isinstance(agency.flow.steps[spot.step], End | Queue)}
    out |= _with_a_key_out(agency)
    open_ = list(out)
    while open_:
        for spot, _ in before[open_.pop()]:
            if spot not in out:
                out.add(spot)
                open_.append(spot)
    inside = {spot: tuple(agency.spots[spot]) for spot in agency.spots if spot not in out}
    for trap in cycles(inside):
        if any(waits(agency.flow.steps[spot.step]) for spot in trap):
            message = f"{_in_words(trap)}: no way leads to an end or a person; write one"
            yield agency.at_step(TRAP, _first(agency, trap), message)


def _with_a_key_out(agency: Subject) -> set[Spot]:
    """Where the key for a person counts; that it leads to one is a rule of its own."""
    if "person" not in agency.flow.everywhere.values():
        return set()
    after = reach(agency.spots, [spot for spot in agency.spots if spot.step == agency.flow.answers])
    return {spot for spot in after if waits(agency.flow.steps[spot.step])}


def _only(agency: Subject, passes: Callable[[Spot, str], bool]) -> Spots:
    return {spot: tuple(way for way in ways if passes(spot, way.by)) for spot, ways in agency.spots.items()}


def _first(agency: Subject, loop: frozenset[Spot]) -> str:
    """In the order of the files."""
    names = {spot.step for spot in loop}
    return next(name for name in agency.flow.steps if name in names)


def _in_words(loop: frozenset[Spot]) -> str:
    return f"round and round in {', '.join(sorted({own(spot.step) for spot in loop}))}"
