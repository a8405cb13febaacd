"""The states that the systems of a rehearsal can be in: the case system, and the center's own records."""

from typing import Literal, get_args

from tierline.ports.store import StoreAway
from tierline.twin.problems import gathered
from tierline.twin.rehearsal import Rehearsal

CaseSystemState = Literal["sample", "none", "away", "slow", "nonsense"]
STATES: tuple[CaseSystemState, ...] = get_args(CaseSystemState)
RecordsState = Literal["kept", "away"]
RECORDS_STATES: tuple[RecordsState, ...] = get_args(RecordsState)
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


def put_records(rehearsal: Rehearsal, state: RecordsState) -> None:
    """`away`: the database does not answer, which the center knows already when the caller rings."""
    if state == "away":
        rehearsal.store.away = True
        with gathered():  # that it logs so is no mistake of the flow
            rehearsal.center.records.found_away(StoreAway("the database in memory is away"))
