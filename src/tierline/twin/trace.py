"""What happened in a rehearsed call, in order, as a person can follow it."""

from collections import deque
from collections.abc import Iterable, Sequence

import msgspec

from tierline.calls.events import AnyEvent, Heard, StepReached
from tierline.ports.prompts import Spoken


class Reached(msgspec.Struct, frozen=True):
    """A step of the flow."""

    step: str


class Said(msgspec.Struct, frozen=True):
    """The center began to say these, one after the other."""

    prompts: tuple[Spoken, ...]


class Did(msgspec.Struct, frozen=True):
    """The caller: keys, or `~` for silence, or `!` for hanging up."""

    keys: str


Entry = Reached | Said | Did


class StepHeard(msgspec.Struct, frozen=True):
    """A step that was reached, and the text of everything said there."""

    step: str
    prompts: list[str]


def merged(events: Iterable[AnyEvent], spoken: Iterable[Sequence[Spoken]]) -> list[Entry]:
    """The steps among the events, with what was said in its place."""
    left = deque(spoken)
    entries: list[Entry] = []
    for event in events:
        match event:
            case StepReached(step=step):
                entries.append(Reached(step))
            case Heard() if left:
                entries.append(Said(tuple(left.popleft())))
            case _:
                pass
    return entries + [Said(tuple(said)) for said in left]


def steps_heard(trace: Iterable[Entry]) -> list[StepHeard]:
    """Each time a step was reached. What was said before any is under a step without a name."""
    steps: list[StepHeard] = []
    for entry in trace:
        match entry:
            case Reached(step=step):
                steps.append(StepHeard(step, []))
            case Said(prompts=prompts):
                if not steps:
                    steps.append(StepHeard("", []))
                steps[-1].prompts.extend(said.text for said in prompts)
            case Did():
                pass
    return steps


def heard(trace: Iterable[Entry]) -> list[Spoken]:
    return [said for entry in trace if isinstance(entry, Said) for said in entry.prompts]
