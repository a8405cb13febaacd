"""What was shown, step by step, each with the clause of the policy it shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import msgspec

from tierline.caller.call import CallOver, NotHeard
from tierline.caller.caller import NotAnswered
from tierline.caller.phone import NotRung
from tierline.demo.staff import NotSeen, StaffRefused


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    clause: str
    what: str
    ok: bool
    why: str | None = None
    """Where it does not hold: what was expected and what happened."""


class Score(msgspec.Struct, frozen=True):
    ok: bool
    steps: tuple[Step, ...]


class NotMet(Exception):
    """Something is not as the policy wants it; the message says what was expected and what happened."""


class SceneOver(Exception):
    """A step does not hold, so those that build on it cannot be shown."""


_NOT_HELD = (NotMet, NotHeard, NotRung, NotSeen, NotAnswered, CallOver, StaffRefused, httpx.HTTPError)


def expect(holds: bool, expected: str, happened: object) -> None:
    """Raises NotMet."""
    if not holds:
        raise NotMet(f"expected {expected}; happened: {happened}")


class ScoreKeeper:
    """`tell` hears of each step as soon as it is over."""

    def __init__(self, tell: Callable[[Step], None]) -> None:
        self._steps: list[Step] = []
        self._tell = tell

    @contextmanager
    def step(self, clause: str, what: str) -> Iterator[None]:
        """Raises SceneOver when what is done within it fails."""
        try:
            yield
        except _NOT_HELD as failed:
            self._note(Step(clause, what, ok=False, why=str(failed) or repr(failed)))
            raise SceneOver from failed
        self._note(Step(clause, what, ok=True))

    def score(self) -> Score:
        return Score(ok=all(step.ok for step in self._steps), steps=tuple(self._steps))

    def _note(self, step: Step) -> None:
        self._steps.append(step)
        self._tell(step)
