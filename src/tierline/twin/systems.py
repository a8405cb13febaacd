"""The states that the case system of a rehearsal can be in."""

from typing import Literal, get_args

from tierline.twin.rehearsal import Rehearsal

CaseSystemState = Literal["sample", "none", "away", "slow", "nonsense"]
STATES: tuple[CaseSystemState, ...] = get_args(CaseSystemState)
SLOW_SECONDS = 5.0
"""Longer than a caller takes for an answer, shorter than a center gives up after."""


def put(rehearsal: Rehearsal, state: CaseSystemState) -> None:
    """`sample` answers well; `none` knows no case at all."""
    cases, clock = rehearsal.cases, rehearsal.clock
    if state == "none":
        cases.cases.clear()
    cases.away = state == "away"
    cases.nonsense = state == "nonsense"
    if state == "slow":
        cases.delay = lambda: clock.sleep(SLOW_SECONDS)
