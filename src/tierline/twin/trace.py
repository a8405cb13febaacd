"""What happened in a rehearsed call, in order, as a person can follow it."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tierline.calls.events import AnyEvent, Heard, StepReached
from tierline.calls.message_events import MessageQueued
from tierline.calls.names import Channel, MessageId
from tierline.ports.prompts import Spoken


class Reached(msgspec.Struct, frozen=True):
    """A step of the flow."""

    step: str


class Said(msgspec.Struct, frozen=True):
    """The center began to say these, one after the other."""

    prompts: tuple[Spoken, ...]


class Did(msgspec.Struct, frozen=True):
    """The caller: keys, or what `keys` has for silence, typing and hanging up."""

    keys: str


class Sent(msgspec.Struct, frozen=True):
    """In writing: queued, and to be sent as soon as a gateway takes it. `to` is a number or an address."""

    channel: Channel
    prompt: str
    language: str
    to: str
    text: str


Entry = Reached | Said | Did | Sent


class StepHeard(msgspec.Struct, frozen=True):
    """A step that was reached, and the text of everything said there."""

    step: str
    prompts: list[str]


def merged(
    events: Iterable[AnyEvent], spoken: Iterable[Sequence[Spoken]], written: Mapping[MessageId, Sent]
) -> list[Entry]:
    """The steps among the events, with what was said and sent in its place."""
    left = deque(spoken)
    entries: list[Entry] = []
    for event in events:
        match event:
            case StepReached(step=step):
                entries.append(Reached(step))
            case Heard() if left:
                entries.append(Said(tuple(left.popleft())))
            case MessageQueued(message=message):
                entries.append(written[message])
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
            case Did() | Sent():
                pass
    return steps


def sent(trace: Iterable[Entry]) -> list[Sent]:
    return [entry for entry in trace if isinstance(entry, Sent)]


def heard(trace: Iterable[Entry]) -> list[Spoken]:
    return [said for entry in trace if isinstance(entry, Said) for said in entry.prompts]
