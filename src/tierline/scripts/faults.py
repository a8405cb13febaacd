"""What keeps a guide from leading on, and a script from being found: for the checker of files and for whoever
writes in the library alike."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from tierline.scripts.guide import WrittenStep, is_end, other_script, reached, without_end
from tierline.sentence import Sentence, sentence

Path = tuple[str | int, ...]
"""Keys and places in lists, from the outside in: `("steps", 0, "says", "es")`."""

Kind = Literal["case", "way", "unreachable", "dead_end", "loop", "fact", "words", "other"]


class Fault(msgspec.Struct, frozen=True):
    kind: Kind
    path: Path
    why: Sentence


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What an agency has that a script may speak of: its languages, the class of each field of a case, its
    kinds of request and its scripts, by id."""

    languages: tuple[str, ...]
    fields: Mapping[str, str]
    kinds: frozenset[str]
    scripts: frozenset[str]


def of_cases(cases: Iterable[str], fields: Collection[str]) -> Iterator[Fault]:
    for field in cases:
        if field not in fields:
            why = sentence("no case has a field {field}: name one that has, or take it out", field=field)
            yield Fault("case", ("cases", field), why)


def of_ways(steps: Iterable[WrittenStep], around: Around) -> Iterator[Fault]:
    """Each leads to a step, a script or an end that there is."""
    known = tuple(steps)
    names = {step.id for step in known}
    for nth, step in enumerate(known):
        for n, choice in enumerate(step.choices):
            if choice.to not in names and not leads(choice.to, around):
                why = sentence("{to} is no step, script or end: write it, or name another", to=choice.to)
                yield Fault("way", ("steps", nth, "choices", n, "to"), why)
        if step.next and not (is_end(step.next) and leads(step.next, around)):
            why = sentence("{to} is no end that there is: name one, or give the step choices", to=step.next)
            yield Fault("way", ("steps", nth, "next"), why)


def leads(to: str, around: Around) -> bool:
    """Out of a script."""
    if to.startswith("request:"):
        return to.removeprefix("request:") in around.kinds
    return is_end(to) or other_script(to) in around.scripts


def of_unreachable(steps: Iterable[WrittenStep]) -> Iterator[Fault]:
    known = tuple(steps)
    come_to = reached(known)
    for nth, step in enumerate(known):
        if step.id not in come_to:
            why = sentence("no choice leads to {step}: lead to it, or take it out", step=step.id)
            yield Fault("unreachable", ("steps", nth, "id"), why)


def of_ends(steps: Iterable[WrittenStep]) -> Iterator[Fault]:
    """Dead ends, and ways that lead round and round."""
    known = tuple(steps)
    round_and_round = without_end(known)
    for nth, step in enumerate(known):
        if not step.ways:
            why = sentence("{step} has no choices and no next: say what comes after it", step=step.id)
            yield Fault("dead_end", ("steps", nth, "id"), why)
        if step.id in round_and_round:
            why = sentence(
                "from {step} no choice ever leads to an end: give one of these steps a way out", step=step.id
            )
            yield Fault("loop", ("steps", nth, "id"), why)


def of_facts(
    variables: Iterable[str], allowed_tiers: Collection[str], fields: Mapping[str, str]
) -> Iterator[Fault]:
    """Tier 1 has basic facts at the most, whatever an agency's policies say."""
    hidden = sorted(v for v in variables if fields.get(v, "case") != "basic")
    if hidden and "1" in allowed_tiers:
        why = sentence(
            "Tier 1 may not see {facts}: take it out, or keep the script from Tier 1", facts=", ".join(hidden)
        )
        yield Fault("fact", ("allowed_tiers",), why)
