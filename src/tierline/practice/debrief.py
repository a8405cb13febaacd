"""After a practice call: what was expected, beside what was done. Told from the call's own history alone."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from tierline.calls import events as ev
from tierline.calls.disposition_events import Disposed
from tierline.calls.practice import Act, Expected, Pretended
from tierline.calls.service_events import ScriptPresented
from tierline.calls.verification_events import Verified

Point = Literal["script", "verification", "request", "transfer", "disposition"]

_HANDS_ON: tuple[Act, ...] = ("transfer", "callback")


class Compared(msgspec.Struct, frozen=True):
    """One point of the handling. `of` is the script, the kind of request, the tier or the disposition; empty
    for verification."""

    point: Point
    of: str
    expected: bool
    done: bool

    @property
    def as_expected(self) -> bool:
        return self.expected == self.done


def debrief(expected: Expected, history: Iterable[ev.Recorded]) -> tuple[Compared, ...]:
    """What was expected first, then what was done besides."""
    wanted, done = list(_wanted(expected)), _done(history)
    looked_at = {point for point, _ in wanted} | {"script", "request", "transfer"}
    besides = [one for one in done if one not in wanted and one[0] in looked_at]
    return (
        *(Compared(*one, expected=True, done=one in done) for one in wanted),
        *(Compared(*one, expected=False, done=True) for one in besides),
    )


def _wanted(expected: Expected) -> Iterator[tuple[Point, str]]:
    if expected.verification:
        yield "verification", ""
    for script in expected.scripts:
        yield "script", script
    for kind in expected.requests:
        yield "request", kind
    if expected.transfer:
        yield "transfer", expected.transfer
    if expected.disposition:
        yield "disposition", expected.disposition


def _done(history: Iterable[ev.Recorded]) -> list[tuple[Point, str]]:
    """Each once, in the order of the first time; of dispositions the last."""
    done: dict[tuple[Point, str], None] = {}
    disposition = None
    for recorded in history:
        match recorded.event:
            case Verified(verification=verification) if verification != "none":
                done["verification", ""] = None
            case ScriptPresented(script=script):
                done["script", script] = None
            case Pretended(act="request" | "referral", of=kind):  # the same form; where it goes is routed
                done["request", kind] = None
            case Pretended(act=act, of=tier) if act in _HANDS_ON:
                done["transfer", tier] = None
            case Disposed(code=str(code)):
                disposition = code
            case _:
                continue
    if disposition:
        done["disposition", disposition] = None
    return list(done)
