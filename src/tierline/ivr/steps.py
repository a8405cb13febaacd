"""The steps of the flow language: what an agency writes in `flow.yaml` and `flows/*.yaml`.

A prompt is named by its message, with `@es` behind it to say it in that language whatever the caller chose.
A step is named `step` in the main flow and `sub-flow/step` in another.
"""

from collections.abc import Mapping
from typing import Protocol

import msgspec

from tierline.calls.names import Channel, Tier
from tierline.ivr.conditions import Condition


class Go(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a key leads. `language` chooses it for the rest of the call; `consent` allows the center to send
    something by that channel; `relay` says that an operator speaks for the caller."""

    then: str
    language: str | None = None
    consent: Channel | None = None
    relay: bool = False


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="step"):
    """Base of all steps; the tag is the key that a step of this kind begins with in the file."""

    @property
    def ways(self) -> Mapping[str, str]:
        """The steps that may follow, by what leads there."""
        return {}


class HasOutcomes(Protocol):
    @property
    def outcomes(self) -> Mapping[str, str]: ...


class ByOutcome(Step, frozen=True):
    """Base of the steps that go on by what came of them. Each has its `outcomes` itself, where the schema of
    the step shows them: a field of a base would come before all others."""

    @property
    def ways(self: HasOutcomes) -> Mapping[str, str]:
        return self.outcomes


class Say(Step, frozen=True, tag="say"):
    """Prompts, then on. A key skips what is left of them and counts for the next step."""

    prompts: tuple[str, ...]
    then: str

    @property
    def ways(self) -> Mapping[str, str]:
        return {"then": self.then}


class Menu(Step, frozen=True, tag="menu"):
    """One key chooses. After `tries` silences it goes to `silent`, after `tries` wrong keys to `wrong`;
    before that it asks again. `seconds` of silence after the prompt count as none chosen. What is left out is
    as the flow's `patience` says."""

    prompts: tuple[str, ...]
    keys: dict[str, Go]
    silent: str = ""
    wrong: str = ""
    tries: int | None = None
    seconds: float | None = None

    @property
    def ways(self) -> Mapping[str, str]:
        keyed = {f"key {key}": go.then for key, go in self.keys.items()}
        return {**keyed, **_none_chosen(self.silent, self.wrong)}


class Choose(Step, frozen=True, tag="choose"):
    """A menu of what the look-up before it offered: `each` is said for every option, with its key. The chosen
    one is kept as a value of `kind`."""

    kind: str
    prompts: tuple[str, ...]
    each: str
    then: str
    silent: str = ""
    wrong: str = ""
    tries: int | None = None
    seconds: float | None = None

    @property
    def ways(self) -> Mapping[str, str]:
        return {"chosen": self.then, **_none_chosen(self.silent, self.wrong)}


class Collect(Step, frozen=True, tag="collect"):
    """Digits of a value, of a kind that `values` knows. `confirm` says the value back: 1 is right, 2 keys it
    again. A `sensitive` value leaves no trace but its outcome: it is held in memory until a look-up has used
    it. `failed` after `tries`. `least` and `most` are for the kind `digits` alone."""

    kind: str
    prompts: tuple[str, ...]
    then: str
    failed: str
    confirm: str | None = None
    sensitive: bool = False
    least: int | None = None
    most: int | None = None
    tries: int | None = None
    seconds: float | None = None

    @property
    def ways(self) -> Mapping[str, str]:
        return {"keyed": self.then, "failed": self.failed}


class LookUp(ByOutcome, frozen=True, tag="look_up"):
    """Asks the center something by name, and goes on by the outcome. Its arguments fill the prompts that
    follow, until the caller's next choice. `about` narrows it to a tier, where it is asked about one."""

    what: str
    outcomes: dict[str, str]
    about: Tier | None = None


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way of a branch."""

    when: Condition
    then: str


class Branch(Step, frozen=True, tag="branch"):
    """Goes on without a word: the first case that holds, else `otherwise`."""

    cases: tuple[Case, ...]
    otherwise: str

    @property
    def ways(self) -> Mapping[str, str]:
        return {
            **{f"case {n}": case.then for n, case in enumerate(self.cases, 1)},
            "otherwise": self.otherwise,
        }


class Do(ByOutcome, frozen=True, tag="do"):
    """Walks a sub-flow, and goes on by what it returns."""

    flow: str
    outcomes: dict[str, str]


class Return(Step, frozen=True, tag="return"):
    """Ends a sub-flow with an outcome."""

    outcome: str


class Queue(Step, frozen=True, tag="queue"):
    """To a person, of those who have the `skills` that are named. Leaves the flow, or goes on at `when_full`
    where the line takes nobody more (`capacity` in `queues.yaml`): its prompts are not said then."""

    tier: Tier
    reason: str
    prompts: tuple[str, ...] = ()
    skills: frozenset[str] = frozenset()
    when_full: str = ""

    @property
    def ways(self) -> Mapping[str, str]:
        return {"full": self.when_full} if self.when_full else {}


class Callback(ByOutcome, frozen=True, tag="callback"):
    """Promises to call the caller back at the value of kind `phone`, keeping the place in line. `window` is
    the kind of value that a chosen window was kept as; without it, as soon as it is the caller's turn."""

    tier: Tier
    outcomes: dict[str, str]
    window: str | None = None


class MakeRequest(ByOutcome, frozen=True, tag="request"):
    """Makes a Service Request of a kind that the agency opened to the IVR, on the verified matter. `facts`
    are words, or `$kind` for a value the caller keyed."""

    kind: str
    outcomes: dict[str, str]
    facts: dict[str, str] = {}


class Refer(Step, frozen=True, tag="refer"):
    """Puts on record that the caller was referred to the office that the look-up of this name found."""

    what: str
    then: str

    @property
    def ways(self) -> Mapping[str, str]:
        return {"then": self.then}


class Send(ByOutcome, frozen=True, tag="send"):
    """Sends the text of a prompt with the consent that a key gave: by `sms` to the value of kind `phone`, by
    `email` to the address on file of a verified caller. Only what look-ups that are `public` say fills it."""

    channel: Channel
    text: str
    outcomes: dict[str, str]


class RecordingNotice(Step, frozen=True, tag="recording_notice"):
    """Says that the conversation is recorded, before the caller comes to a person. The `decline` key says no,
    the `go_on` key that there is nothing against it; who hears it to its end, and presses nothing for
    `seconds`, was told. Keys that were pressed before it do not count."""

    prompts: tuple[str, ...]
    then: str
    declined: str
    decline: str = "3"
    go_on: str = "1"
    seconds: float = 3.0

    @property
    def ways(self) -> Mapping[str, str]:
        return {"then": self.then, "declined": self.declined}


class End(Step, frozen=True, tag="end"):
    """Says good-bye and hangs up."""

    prompts: tuple[str, ...]


Asking = LookUp | Branch | Callback | MakeRequest | Refer | Send
"""Steps that ask the center something and wait for its answer."""

Choice = Menu | Choose | Collect
"""Steps that wait for the caller."""

AnyStep = Say | Choice | Asking | Do | Return | RecordingNotice | Queue | End


def _none_chosen(silent: str, wrong: str) -> dict[str, str]:
    return {way: step for way, step in (("silent", silent), ("wrong", wrong)) if step}
