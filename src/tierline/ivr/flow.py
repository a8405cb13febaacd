"""The flow language: what an agency writes in `flow.yaml`.

A prompt is named by its message, with `@es` behind it to say it in that language whatever the caller chose.
"""

import msgspec

from tierline.calls.names import Tier


class Go(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a key leads. `language` chooses it for the rest of the call; `keep` stores what a look-up offered
    under that key, as a value of a kind."""

    then: str
    language: str | None = None
    keep: dict[str, str] = {}


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="step"):
    """Base of all steps; the tag is the key that a step of this kind begins with in the file."""


class Say(Step, frozen=True, tag="say"):
    """Prompts, then on. A key skips what is left of them and counts for the next step."""

    prompts: tuple[str, ...]
    then: str


class Menu(Step, frozen=True, tag="menu"):
    """One key chooses. After `tries` silences it goes to `silent`, after `tries` wrong keys to `wrong`;
    before that it asks again."""

    prompts: tuple[str, ...]
    keys: dict[str, Go]
    silent: str
    wrong: str
    tries: int = 3
    seconds: float = 6.0
    """Silence after the prompt that counts as none chosen."""


class Collect(Step, frozen=True, tag="collect"):
    """Digits of a value: done at `most` digits, at #, or after a silence with at least `least`. `failed`
    after `tries`."""

    kind: str
    prompts: tuple[str, ...]
    least: int
    most: int
    then: str
    failed: str
    tries: int = 3
    seconds: float = 8.0


class LookUp(Step, frozen=True, tag="look_up"):
    """Asks the center something by name, and goes on by the outcome. Its arguments fill the prompts that
    follow."""

    what: str
    outcomes: dict[str, str]


class Queue(Step, frozen=True, tag="queue"):
    """To a person. Leaves the flow."""

    tier: Tier
    reason: str
    prompts: tuple[str, ...] = ()


class End(Step, frozen=True, tag="end"):
    """Says good-bye and hangs up."""

    prompts: tuple[str, ...]


AnyStep = Say | Menu | Collect | LookUp | Queue | End


class Flow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`supervisor_key` asks for a supervisor at any moment of the call (policy A11); it chooses nothing else
    anywhere."""

    start: str
    supervisor_key: str
    steps: dict[str, AnyStep]

    def next_steps(self, name: str) -> frozenset[str]:
        """The steps that may follow this one."""
        match self.steps[name]:
            case Say(then=then):
                return frozenset({then})
            case Menu() as menu:
                return frozenset({go.then for go in menu.keys.values()} | {menu.silent, menu.wrong})
            case Collect(then=then, failed=failed):
                return frozenset({then, failed})
            case LookUp(outcomes=outcomes):
                return frozenset(outcomes.values())
            case _:
                return frozenset()

    def prompts(self, name: str) -> tuple[str, ...]:
        step = self.steps[name]
        return () if isinstance(step, LookUp) else step.prompts
