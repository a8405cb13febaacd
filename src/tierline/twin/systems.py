"""The states that the systems of a rehearsal can be in: the case system, and the center's own records."""

from collections.abc import Collection, Iterable
from typing import Literal, get_args

from tierline.cases.joined import JoinedSystems
from tierline.cases.steady import SteadySystem
from tierline.ports.agency import Agency
from tierline.ports.case_systems_file import without_which_nothing
from tierline.ports.store import StoreAway
from tierline.twin.cases import MemoryCases
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


def silent(agency: Agency, names: Iterable[str]) -> frozenset[str]:
    """Of the agency's case systems those that do not answer. Raises ValueError for one that it has not."""
    known = [system.id for system in agency.case_systems.systems]
    for name in (silent := frozenset(names)):
        if name not in known:
            raise ValueError(f"there is no case system {name}, but {', '.join(known) or 'none at all'}")
    return silent


def put_silent(rehearsal: Rehearsal, names: Collection[str]) -> None:
    """The others answer, each with what it gives."""
    if not names:
        return
    needed = without_which_nothing(rehearsal.agency.verification)
    away = MemoryCases()
    away.away = True
    rehearsal.center.cases = JoinedSystems(
        [
            SteadySystem(
                away if system.id in names else rehearsal.cases,
                system,
                rehearsal.clock,
                is_needed=bool(system.gives & needed),
            )
            for system in rehearsal.agency.case_systems.systems
        ]
    )


def put_records(rehearsal: Rehearsal, state: RecordsState) -> None:
    """`away`: the database does not answer, which the center knows already when the caller rings."""
    if state == "away":
        rehearsal.store.away = True
        with gathered():  # that it logs so is no mistake of the flow
            rehearsal.center.records.found_away(StoreAway("the database in memory is away"))
